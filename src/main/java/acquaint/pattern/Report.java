package acquaint.pattern;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.time.Instant;

/** What a customer reported with a ticket: its subject and first words. */
public record Report(TicketId ticket, CustomerId customer, Instant at, String text) {}
