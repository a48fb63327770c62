package acquaint.ui;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One action with its keys in the list of the settings. */
final class KeyCell extends ListCell<KeyRow> {

    private final Texts texts;
    private final Label group = new Label();
    private final Label action = new Label();
    private final Label own = new Label();
    private final HBox keys = new HBox(6);
    private final VBox cell;

    KeyCell(Texts texts) {
        this.texts = texts;
        group.getStyleClass().add("memory-heading");
        group.managedProperty().bind(group.visibleProperty());
        own.setText(texts.get("keyboard-settings.own"));
        own.getStyleClass().addAll("chip", "tier");
        own.managedProperty().bind(own.visibleProperty());
        own.setMinWidth(Region.USE_PREF_SIZE);
        keys.setAlignment(Pos.CENTER_RIGHT);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        action.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(action, Priority.ALWAYS);
        var line = new HBox(8, action, own, keys);
        line.getStyleClass().add("key-row");
        cell = new VBox(4, group, line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(KeyRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        group.setText(texts.of(row.shortcut().group()));
        group.setVisible(row.first());
        action.setText(texts.of(row.shortcut()));
        own.setVisible(!row.usual());
        String none = texts.get("keyboard-settings.none");
        keys.getChildren().setAll(row.keys().isEmpty() ? java.util.List.of(label(none, "muted")) : row.keys().stream().map(key -> label(key.display(), "key")).toList());
        setGraphic(cell);
        setAccessibleText(String.join(", ", group.getText(), action.getText(),
                row.keys().isEmpty() ? none : row.keys().stream().map(Chord::display).collect(Collectors.joining(", ")), row.usual() ? "" : own.getText()));
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
