package acquaint.ui;

import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Text that grows while it is written, in a place of a fixed height that follows its end. What is inside is laid out by itself, so that no word
 * more makes the window around it lay out anew. For FXML.
 */
public final class StreamedText extends Region {

    /** Some six lines. */
    private static final double HEIGHT = 128;

    /** One node a line that was ended, so that a word more lays out the last line and no other. */
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private Text last;

    public StreamedText() {
        getStyleClass().add("streamed-text");
        scroll.getStyleClass().add("draft-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        // An unmanaged node is where a layout begins: it does not go up to the window.
        scroll.setManaged(false);
        lines.heightProperty().addListener(_ -> scroll.setVvalue(scroll.getVmax()));
        getChildren().setAll(scroll);
    }

    void clear() {
        lines.getChildren().clear();
        last = null;
    }

    void append(String words) {
        String[] parts = Emoji.showable(words).split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (last == null || i > 0) {
                begin();
            }
            last.setText(last.getText() + parts[i]);
        }
    }

    /** All that is shown. */
    String words() {
        return lines.getChildren().stream()
                .map(line -> ((Text) ((TextFlow) line).getChildren().getFirst()).getText()).collect(Collectors.joining("\n"));
    }

    private void begin() {
        last = new Text();
        var line = new TextFlow(last);
        line.getStyleClass().add("draft-paragraph");
        lines.getChildren().add(line);
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
