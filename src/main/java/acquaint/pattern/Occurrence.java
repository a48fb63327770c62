package acquaint.pattern;

import acquaint.model.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * One time that an issue came up. {@code title} is the ticket's subject, or what memory calls the matter where this desk has no such ticket. {@code solvedBy} is
 * a sentence said to this customer; {@code open} while nothing ended it, {@code reopened} where the customer came back after it was closed.
 */
public record Occurrence(Optional<TicketId> ticket, Instant at, String title, Optional<String> solvedBy, boolean open, boolean reopened) {}
