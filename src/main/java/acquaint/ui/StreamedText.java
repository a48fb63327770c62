package acquaint.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Text that grows while it is written, in a place of a fixed height that follows its end. What is inside is laid out by itself, so that no word
 * more makes the window around it lay out anew. For FXML.
 */
public final class StreamedText extends Region {

    /** Some six lines. */
    private static final double HEIGHT = 128;

    private final Text text = new Text();
    private final TextFlow flow = new TextFlow(text);
    private final ScrollPane scroll = new ScrollPane(flow);

    public StreamedText() {
        getStyleClass().add("streamed-text");
        text.getStyleClass().add("streamed-words");
        flow.getStyleClass().add("draft-paragraph");
        scroll.getStyleClass().add("draft-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        // An unmanaged node is where a layout begins: it does not go up to the window.
        scroll.setManaged(false);
        flow.heightProperty().addListener(_ -> scroll.setVvalue(scroll.getVmax()));
        getChildren().setAll(scroll);
    }

    void clear() {
        text.setText("");
    }

    void append(String words) {
        text.setText(text.getText() + Emoji.showable(words));
    }

    String words() {
        return text.getText();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, 0, snapSizeX(getWidth()), snapSizeY(getHeight()));
    }
}
