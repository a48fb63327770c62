package acquaint.ui;

import javafx.scene.Scene;
import javafx.scene.control.Button;

/** The layer of the draft, as the bench asks for one and reads what has come of it. JavaFX thread. */
public final class StreamedDraft {

    private final Scene scene;

    public StreamedDraft(Scene scene) {
        this.scene = scene;
    }

    public void ask() {
        ((Button) scene.lookup("#draft")).fire();
    }

    public void discard() {
        ((Button) scene.lookup("#discardDraft")).fire();
    }

    /** How many characters of the answer are in sight. */
    public int shown() {
        var text = (StreamedText) scene.lookup(".streamed-text");
        return text.isVisible() && text.getParent().isVisible() ? text.words().length() : 0;
    }
}
