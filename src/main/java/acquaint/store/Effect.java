package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something promised in the same transaction as what it follows from, and carried out later. Within a ticket and lane,
 * effects are carried out in the order of their ids. {@code payload} is JSON that only the kind's handler reads, {@code
 * outcome} is the handler's word for what came of it, {@code errorKind} its word for the last failure.
 */
public record Effect(
        long id,
        TicketId ticket,
        CustomerId customer,
        MessageId message,
        Kind kind,
        String payload,
        State state,
        Instant notBefore,
        Instant nextTry,
        int attempts,
        Optional<String> lastError,
        Optional<String> errorKind,
        Optional<String> outcome) {

    /** What stands in order with what. */
    public enum Lane { DELIVERY, MEMORY }

    public enum Kind {
        /** Hand this reply to the channel. */
        DELIVER(Lane.DELIVERY),
        /** Write down what this reply promises, after it was handed over. */
        FIND_PROMISES(Lane.DELIVERY),
        /** Have memory keep this message. */
        REMEMBER(Lane.MEMORY),
        /** Have memory turn the ticket's session into an episode. */
        FLUSH(Lane.MEMORY);

        private final Lane lane;

        Kind(Lane lane) {
            this.lane = lane;
        }

        public Lane lane() {
            return lane;
        }
    }

    public enum State {
        WAITING,
        RUNNING,
        /** The other side took it and works on it; looked at again at {@link Effect#nextTry()}. */
        QUEUED,
        /** What was to be learned was reported as learned; looked for until it can be recalled. Holds up nothing. */
        EXTRACTED,
        DONE,
        /** Trying again will not help. */
        FAILED,
        /** The program stopped in the middle: it may or may not have been done. */
        UNCERTAIN,
        CANCELLED
    }

    /** A promise that is not stored yet; the store gives it its id. */
    public static Effect promised(Kind kind, TicketId ticket, CustomerId customer, MessageId message, String payload, Instant notBefore) {
        return new Effect(0, ticket, customer, message, kind, payload, State.WAITING, notBefore, notBefore, 0,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Lane lane() {
        return kind.lane();
    }
}
