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

    ViewButton(QueueView view, Texts texts) {
        super(texts.of(view));
        this.texts = texts;
        var name = new Label(texts.of(view));
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var line = new HBox(name, between, count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(widthProperty().subtract(20));
        name.getStyleClass().add("view-name");
        count.getStyleClass().add("view-count");
        getStyleClass().setAll("button", "view-button");
        setId("view-" + view.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setMaxWidth(Double.MAX_VALUE);
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
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
