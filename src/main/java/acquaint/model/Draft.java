package acquaint.model;

import java.time.Instant;

/** What an agent has typed and not sent, one for each ticket and mode. */
public record Draft(TicketId ticket, Mode mode, String text, Instant savedAt) {}
