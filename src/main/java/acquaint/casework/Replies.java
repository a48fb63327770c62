package acquaint.casework;

import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sending, undoing and noting. What returns normally is stored together with its outbox effects, in one transaction. */
public final class Replies {

    /** How long a reply is held back so that it can be undone. */
    public static final Duration UNDO = Duration.ofSeconds(8);

    /**
     * A reply as the agent sees it when pressing Send. {@code id} is made by the composer, so that pressing twice sends
     * once; {@code seen} is the position of the newest message on the agent's screen.
     */
    public record SendRequest(MessageId id, TicketId ticket, String text, long seen, boolean close) {}

    /** What became of a send. */
    public sealed interface SendOutcome {

        /** Stored and held until {@code undoUntil}. */
        record Sent(Message message, Instant undoUntil) implements SendOutcome {}

        /** Not stored: these messages arrived unseen. The draft is kept. */
        record Refused(List<Message> unseen) implements SendOutcome {}
    }

    /** Stores the reply, empties the ticket's reply draft, puts delivery and memory into the outbox. */
    public SendOutcome send(SendRequest request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes back a held reply: it was never delivered nor remembered, the ticket is as before, and the text is in the
     * ticket's reply draft again, before anything typed since. Empty when it is too late.
     */
    public Optional<String> undo(MessageId reply) {
        throw new UnsupportedOperationException();
    }

    /** Adds an internal note and empties the ticket's note draft. The same {@code id} twice adds it once. */
    public Message note(MessageId id, TicketId ticket, String text) {
        throw new UnsupportedOperationException();
    }

    /** Sends a failed or uncertain reply again, on the agent's word. */
    public void sendAgain(MessageId reply) {
        throw new UnsupportedOperationException();
    }

    /** The agent knows that an uncertain reply has arrived. */
    public void confirmSent(MessageId reply) {
        throw new UnsupportedOperationException();
    }
}
