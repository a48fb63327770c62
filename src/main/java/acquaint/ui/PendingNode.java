package acquaint.ui;

import acquaint.memory.Utterance;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Something said in the open ticket by way of another program, which memory knows and the desk does not. */
final class PendingNode extends VBox {

    private final TimeWords times;
    private final WrappedLabel words = new WrappedLabel("memory-text");
    private final Label origin = new Label();

    PendingNode(TimeWords times) {
        super(2);
        this.times = times;
        origin.getStyleClass().add("memory-origin");
        getStyleClass().add("memory-episode");
        getChildren().setAll(words, origin);
    }

    void show(Utterance said) {
        words.show(said.text());
        origin.setText((said.author().isBlank() ? "" : said.author() + " · ") + times.shortDay(said.at()) + ", " + times.time(said.at()));
    }
}
