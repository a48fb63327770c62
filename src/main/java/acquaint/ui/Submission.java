package acquaint.ui;

import acquaint.casework.Replies;
import acquaint.casework.Replies.SendOutcome;
import acquaint.casework.Replies.SendRequest;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Makes what is typed a reply or a note: once, however often it is asked for, and only with the agent's word for what has no evidence.
 * JavaFX thread only.
 */
final class Submission {

    /** What the composer does when its text became a message, and when that many messages had arrived unseen. */
    record Outcome(BiConsumer<TicketId, Mode> written, IntConsumer refused) {}

    private final Workspace workspace;
    private final Replies replies;
    private final SentReplies sent;
    private final UnsupportedQuestion question;
    private final DraftProposal proposal;
    private final Background background;
    private final Background.Sequence sequence;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private MessageId nextId = MessageId.random();

    Submission(Workspace workspace, Replies replies, SentReplies sent, UnsupportedQuestion question, DraftProposal proposal,
            Background background, Background.Sequence sequence) {
        this.workspace = workspace;
        this.replies = replies;
        this.sent = sent;
        this.question = question;
        this.proposal = proposal;
        this.background = background;
        this.sequence = sequence;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is submitted from here on is another message. */
    void renew() {
        nextId = MessageId.random();
    }

    /** Whether the reply may leave: asks the agent where the draft had no evidence. */
    boolean mayLeave(TicketId ticket, String words) {
        return question.passes(ticket, words);
    }

    void send(TicketId ticket, String words, boolean close, Outcome outcome) {
        var request = new SendRequest(nextId, ticket, words, workspace.seen(), close);
        String to = workspace.open().orElseThrow().conversation().customer().name();
        busy.set(true);
        sequence.run(() -> replies.send(request)).then(became -> {
            busy.set(false);
            switch (became) {
                case SendOutcome.Sent(var message, var until) -> {
                    sent.held(new SentReplies.Held(message, to, until));
                    renew();
                    question.sent(ticket);
                    proposal.sent(ticket, words);
                    outcome.written().accept(ticket, Mode.REPLY);
                }
                case SendOutcome.HeldForReview _ -> {
                    renew();
                    question.sent(ticket);
                    proposal.sent(ticket, words);
                    outcome.written().accept(ticket, Mode.REPLY);
                    sent.heldForReview();
                }
                case SendOutcome.Refused(var unseen) -> outcome.refused().accept(unseen.size());
            }
        }).onFailure(this::failed);
    }

    void note(TicketId ticket, String words, Outcome outcome) {
        MessageId id = nextId;
        busy.set(true);
        sequence.run(() -> replies.note(id, ticket, words)).then(_ -> {
            busy.set(false);
            renew();
            outcome.written().accept(ticket, Mode.NOTE);
        }).onFailure(this::failed);
    }

    private void failed(Throwable problem) {
        busy.set(false);
        background.report(problem);
    }
}
