package acquaint.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as the queue shows it: one row, with what the last message said. {@code unread} holds for the agent it was
 * read for. {@code lastKind} never is {@link Message.Kind#EVENT}.
 */
public record QueueRow(
        TicketId ticket,
        CustomerId customer,
        String customerName,
        String subject,
        String preview,
        Message.Kind lastKind,
        TicketStatus status,
        Priority priority,
        Optional<String> assignee,
        List<String> tags,
        boolean unread,
        Instant lastAt,
        Optional<Instant> waitingSince) {}
