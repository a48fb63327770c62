package acquaint.memory;

import acquaint.model.MessageId;
import java.time.Instant;

/** One thing said, as memory takes it. {@code author} is a name to show; {@code id} makes a repeat harmless. */
public record Utterance(MessageId id, Speaker speaker, String author, Instant at, String text) {

    public enum Speaker {
        CUSTOMER,
        AGENT,
        /** The ticket's subject line: the first thing remembered of a ticket. */
        SUBJECT,
        /** An agent's note to colleagues, such as a brief: agents find it again, nothing of it says who the customer is, and no customer, program or language model is told it. */
        NOTE,
        /** Somebody else who takes part, such as another customer: it is told what they said, and nothing of it says who the customer is. */
        OTHER;

        /** Whether somebody of the desk said it. */
        public boolean isOfDesk() {
            return this == AGENT || this == NOTE;
        }
    }
}
