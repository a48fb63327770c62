package acquaint.ui;

import javafx.geometry.Pos;
import javafx.stage.Popup;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Short words in a corner of the window that go away by themselves; nothing that must be answered. JavaFX thread only. */
public final class Notices {

    private static final Duration STAY = Duration.seconds(5);

    private final Motion motion;
    private final Texts texts;
    private final StillNotices still = new StillNotices();
    private Window window;

    public Notices(Motion motion, Texts texts) {
        this.motion = motion;
        this.texts = texts;
    }

    void setWindow(Window owner) {
        window = owner;
    }

    /** Shows the text named by {@code key}. */
    void say(String key, Object... arguments) {
        String words = texts.get(key, arguments);
        if (motion.isReduced()) {
            still.show(window, words, STAY);
        } else {
            Notifications.create().owner(window).position(Pos.BOTTOM_RIGHT).hideAfter(STAY).graphic(new FontIcon(Feather.INFO)).text(words).show();
            leaveEscapeAlone();
        }
    }

    /** The key is for what the window shows: a notice goes by itself, and would swallow it. */
    private static void leaveEscapeAlone() {
        Window.getWindows().stream().filter(shown -> shown instanceof Popup && shown.getScene().getRoot().lookup(".notification-bar") != null)
                .forEach(notice -> ((Popup) notice).setHideOnEscape(false));
    }
}
