package acquaint.ui;

import acquaint.casework.Replies;
import acquaint.model.Message;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Replies on their way: the one that can still be undone, and what to do about those that failed. JavaFX thread only. */
public final class SentReplies {

    /** A reply that is held back until {@code until}. */
    public record Held(Message reply, String recipient, Instant until) {}

    private final Replies replies;
    private final Background background;
    private final Background.Sequence sequence;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Held> last = new ReadOnlyObjectWrapper<>(this, "last");
    private Runnable beforeUndo = () -> {};
    private BiConsumer<TicketId, String> restore = (_, _) -> {};

    /** {@code sequence} is the one that the composer saves and sends through, so that an undo finds what was typed last. */
    public SentReplies(Replies replies, Background background, Background.Sequence sequence, Notices notices) {
        this.replies = replies;
        this.background = background;
        this.sequence = sequence;
        this.notices = notices;
    }

    /** The newest held reply; null once it is on its way or was undone. */
    public ReadOnlyObjectProperty<Held> lastProperty() {
        return last.getReadOnlyProperty();
    }

    void held(Held reply) {
        last.set(reply);
    }

    /** A second person has to see it first. */
    void heldForReview() {
        notices.say("composer.held-for-review");
    }

    /** The time for undoing is over. */
    void released(Held reply) {
        if (reply.equals(last.get())) {
            last.set(null);
        }
    }

    /** Says what has to be saved before an undo, and who puts the undone text back into the composer. */
    void onUndo(Runnable before, BiConsumer<TicketId, String> handler) {
        beforeUndo = before;
        restore = handler;
    }

    void undo(Message reply) {
        beforeUndo.run();
        sequence.run(() -> replies.undo(reply.id())).then(text -> {
            if (last.get() != null && last.get().reply().id().equals(reply.id())) {
                last.set(null);
            }
            text.ifPresentOrElse(
                    words -> restore.accept(reply.ticket(), words),
                    () -> notices.say("composer.undo.late"));
        });
    }

    /** Takes a reply back that waits for a second person; {@code work} answers the ticket's draft with it, or nothing when it is too late. */
    void takeBack(TicketId ticket, Callable<Optional<String>> work) {
        beforeUndo.run();
        sequence.run(work).then(text -> text.ifPresentOrElse(words -> restore.accept(ticket, words), () -> notices.say("held-strip.late")));
    }

    /** Somebody sent a reply back: its text is in the ticket's draft again. */
    void bringBack(TicketId ticket, String draft) {
        restore.accept(ticket, draft);
    }

    void sendAgain(Message reply) {
        background.run(() -> {
            replies.sendAgain(reply.id());
            return null;
        });
    }

    void confirmSent(Message reply) {
        background.run(() -> {
            replies.confirmSent(reply.id());
            return null;
        });
    }
}
