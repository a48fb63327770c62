package acquaint.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A reply that waits for a second person before it may leave. {@code id} becomes the reply's own when it does. {@code seen} is the newest position that its
 * author had on screen, {@code rules} says in words why it is held, {@code proposed} is the draft it was written from, where there was one.
 */
public record Review(
        MessageId id, TicketId ticket, CustomerId customer, String author, String text, long seen, boolean close, Instant askedAt, List<String> rules,
        Optional<String> proposed, State state, Optional<String> reviewer, Optional<Instant> endedAt, Optional<String> reason) {

    public enum State { WAITING, APPROVED, SENT_BACK, TAKEN_BACK }

    public Review {
        rules = List.copyOf(rules);
    }
}
