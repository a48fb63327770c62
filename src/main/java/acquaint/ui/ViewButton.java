package acquaint.ui;

import acquaint.casework.QueueView;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One view of the queue with its count; choosing it again keeps it chosen. */
final class ViewButton extends ToggleButton {

    private final Texts texts;
    private final Label count = new Label();
    private final HBox line = new HBox();

    ViewButton(QueueView view, Texts texts) {
        super(texts.of(view));
        this.texts = texts;
        var name = new Label(texts.of(view));
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        between.setMinWidth(6);
        // Nothing stands behind a name without a number, and no room is kept for it.
        between.managedProperty().bind(count.managedProperty());
        count.managedProperty().bind(count.textProperty().isNotEmpty());
        line.getChildren().setAll(name, between, count);
        line.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("view-name");
        count.getStyleClass().add("view-count");
        getStyleClass().setAll("button", "view-button");
        setId("view-" + view.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setMaxWidth(Double.MAX_VALUE);
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setInline(false);
    }

    /** As wide as its words where views stand in lines; else as wide as the list of them, with the counts below each other. */
    void setInline(boolean inline) {
        line.prefWidthProperty().unbind();
        if (inline) {
            line.setPrefWidth(USE_COMPUTED_SIZE);
        } else {
            line.prefWidthProperty().bind(widthProperty().subtract(20));
        }
    }

    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }

    void setCount(int number) {
        count.setText(number == 0 ? "" : String.format(texts.locale(), "%,d", number));
        setAccessibleText(texts.get("queue.view.spoken", getText(), number));
    }
}
