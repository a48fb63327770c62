package acquaint.ui;

import acquaint.casework.Drafts;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * Sees to it that typed text is on disk soon after the key press: the first unsaved key starts a clock that further keys do
 * not push back. JavaFX thread only.
 */
final class DraftSaver {

    /** With the write itself this stays under half a second. */
    private static final Duration DELAY = Duration.millis(300);

    private record Unsaved(TicketId ticket, Mode mode, String text) {}

    private final Drafts drafts;
    private final Background.Sequence sequence;
    private final PauseTransition delay = new PauseTransition(DELAY);
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(this, "saved", true);
    private Unsaved unsaved;

    DraftSaver(Drafts drafts, Background.Sequence sequence) {
        this.drafts = drafts;
        this.sequence = sequence;
        delay.setOnFinished(_ -> saveNow());
    }

    /** Whether everything typed is on disk. */
    ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** The text has changed. Text of another ticket or mode that still waits is saved first. */
    void changed(TicketId ticket, Mode mode, String text) {
        if (unsaved != null && !(unsaved.ticket().equals(ticket) && unsaved.mode() == mode)) {
            saveNow();
        }
        unsaved = new Unsaved(ticket, mode, text);
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
        Unsaved now = unsaved;
        unsaved = null;
        sequence.run(() -> {
            drafts.save(now.ticket(), now.mode(), now.text());
            return null;
        }).then(_ -> saved.set(unsaved == null));
    }

    /** The waiting text is being sent instead: it must not come back as a draft. */
    void drop() {
        delay.stop();
        unsaved = null;
        saved.set(true);
    }
}
