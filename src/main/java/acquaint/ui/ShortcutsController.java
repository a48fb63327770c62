package acquaint.ui;

import java.util.Arrays;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The sheet of all shortcuts, made from the same list that the keys are. */
public final class ShortcutsController {

    private final Keymap keymap;
    private final Texts texts;

    @FXML private VBox left;
    @FXML private VBox right;
    @FXML private CopyButton copyKeys;

    public ShortcutsController(Keymap keymap, Texts texts) {
        this.keymap = keymap;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        for (Shortcut.Group each : Shortcut.Group.values()) {
            boolean isLong = each == Shortcut.Group.TICKET || each == Shortcut.Group.WINDOW;
            (isLong ? right : left).getChildren().add(group(each));
        }
        copyKeys.offer(KeyRow.asText(keymap, texts));
    }

    private VBox group(Shortcut.Group group) {
        var title = new Label(texts.of(group));
        title.getStyleClass().add("memory-heading");
        var grid = new GridPane(12, 3);
        List<Shortcut> shortcuts = Arrays.stream(Shortcut.values()).filter(s -> s.group() == group).toList();
        for (int row = 0; row < shortcuts.size(); row++) {
            var keys = new HBox(6);
            keymap.keys(shortcuts.get(row)).stream().map(Chord::display).map(ShortcutsController::key).forEach(keys.getChildren()::add);
            var words = new Label(texts.of(shortcuts.get(row)));
            GridPane.setHalignment(words, HPos.LEFT);
            grid.addRow(row, words, keys);
            grid.getRowConstraints().add(new javafx.scene.layout.RowConstraints(24));
        }
        grid.getColumnConstraints().setAll(new javafx.scene.layout.ColumnConstraints(220), new javafx.scene.layout.ColumnConstraints(180));
        return new VBox(10, title, grid);
    }

    private static Label key(String name) {
        var label = new Label(name);
        label.getStyleClass().add("key");
        return label;
    }
}
