package acquaint.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that an agent promised a customer in a reply that left. {@code text} is the sentence as it was sent, {@code owner} who has to see to it,
 * {@code due} until when, where that was said or chosen. {@code endedAt} and {@code endedBy} are there once it is kept or withdrawn.
 */
public record Promise(
        long id, TicketId ticket, CustomerId customer, MessageId message, String text, String owner, Instant madeAt, Optional<Instant> due, State state,
        Optional<Instant> endedAt, Optional<String> endedBy, Optional<String> endedReason) {

    public enum State { OPEN, KEPT, WITHDRAWN }

    public boolean isOverdue(Instant now) {
        return state == State.OPEN && due.filter(until -> until.isBefore(now)).isPresent();
    }
}
