package acquaint.ui;

import javafx.scene.Node;
import javafx.stage.Window;
import javafx.util.Duration;

/** Short words at the upper edge of the window that go away by themselves; nothing that must be answered. JavaFX thread only. */
public final class Notices {

    private static final Duration STAY = Duration.seconds(5);

    private final Motion motion;
    private final Texts texts;
    private final NoticeStack stack = new NoticeStack();

    public Notices(Motion motion, Texts texts) {
        this.motion = motion;
        this.texts = texts;
    }

    /** Shows them centred above {@code over}, wherever in the window that is. */
    void setPlace(Window owner, Node over) {
        stack.setPlace(owner, over);
    }

    /** Shows the text named by {@code key}. */
    void say(String key, Object... arguments) {
        stack.show(texts.get(key, arguments), STAY, !motion.isReduced());
    }
}
