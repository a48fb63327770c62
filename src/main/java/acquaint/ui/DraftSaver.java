package acquaint.ui;

import java.util.concurrent.Callable;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * Sees to it that typed text is on disk soon after the key press: the first unsaved key starts a clock that further keys do
 * not push back. JavaFX thread only.
 */
public final class DraftSaver {

    /** With the write itself this stays under half a second. */
    private static final Duration DELAY = Duration.millis(300);

    private record Unsaved(Object what, Callable<?> save) {}

    private final Background.Sequence sequence;
    private final PauseTransition delay = new PauseTransition(DELAY);
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(this, "saved", true);
    private Unsaved unsaved;

    public DraftSaver(Background.Sequence sequence) {
        this.sequence = sequence;
        delay.setOnFinished(_ -> saveNow());
    }

    /** Whether everything typed is on disk. */
    ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** A text has changed, which {@code save} writes to disk; {@code what} tells it from other texts. Another one that still waits is saved first. */
    void changed(Object what, Callable<?> save) {
        if (unsaved != null && !unsaved.what().equals(what)) {
            saveNow();
        }
        unsaved = new Unsaved(what, save);
        saved.set(false);
        if (delay.getStatus() != javafx.animation.Animation.Status.RUNNING) {
            delay.playFromStart();
        }
    }

    void saveNow() {
        delay.stop();
        if (unsaved == null) {
            return;
        }
        Callable<?> save = unsaved.save();
        unsaved = null;
        sequence.run(save).then(_ -> saved.set(unsaved == null));
    }

    /** As {@link #drop()}, if it is this text that waits. */
    void drop(Object what) {
        if (unsaved != null && unsaved.what().equals(what)) {
            drop();
        }
    }

    /** The waiting text is being sent instead: it must not come back as a draft. */
    void drop() {
        delay.stop();
        unsaved = null;
        saved.set(true);
    }
}
