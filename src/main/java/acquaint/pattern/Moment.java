package acquaint.pattern;

import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something in a customer's history. {@code subject} is its ticket's; {@code text} the beginning of what was said, of a promise the promise, and empty where
 * {@link What} says all. {@code message} is where a click leads.
 */
public record Moment(What what, TicketId ticket, String subject, Optional<MessageId> message, long position, Instant at, String author, String text, Mood mood) {

    public enum What {
        /** A ticket was begun. */
        OPENED,
        /** The customer wrote. */
        ASKED,
        /** We wrote. */
        ANSWERED,
        /** We promised something that is not done yet. */
        PROMISED,
        /** We promised something and did it. */
        KEPT,
        /** A promise was withdrawn. */
        WITHDRAWN,
        ESCALATED,
        CLOSED,
        /** A closed ticket was opened again. */
        REOPENED
    }
}
