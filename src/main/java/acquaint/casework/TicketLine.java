package acquaint.casework;

import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.time.Instant;

/** A ticket as a list of tickets names it. */
public record TicketLine(TicketId ticket, String customer, String subject, TicketStatus status, Instant begunAt) {}
