package acquaint.model;

import java.time.Instant;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Collections;
import java.util.LinkedHashSet;

/**
 * One matter of one customer. Every change returns a new record; {@code version} is the one that the store had when the
 * ticket was read, and saving compares it. {@code lastPosition} is the position of the newest message.
 * {@code waitingSince} is when the oldest unanswered message of the customer arrived.
 */
public record Ticket(
        TicketId id,
        CustomerId customer,
        String subject,
        String channel,
        TicketStatus status,
        Priority priority,
        Optional<String> assignee,
        SequencedSet<String> tags,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> waitingSince,
        long lastPosition,
        long version) {

    /** A change that the ticket's state does not allow. */
    public static final class IllegalChange extends RuntimeException {
        public IllegalChange(TicketId ticket, TicketStatus from, TicketStatus to) {
            super("ticket " + ticket + " is " + from + " and cannot become " + to);
        }
    }

    public Ticket {
        subject = Texts.required(subject, "subject");
        channel = Texts.required(channel, "channel");
        tags = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(tags));
    }

    /** A ticket that nobody has written in yet. */
    public static Ticket opened(TicketId id, CustomerId customer, String subject, String channel, Instant at) {
        return new Ticket(id, customer, subject, channel, TicketStatus.OPEN, Priority.NORMAL, Optional.empty(),
                new LinkedHashSet<>(), at, at, Optional.empty(), 0, 0);
    }

    public boolean isOpen() {
        return status != TicketStatus.CLOSED;
    }

    /** The same ticket in another state; {@link IllegalChange} when that is not a legal step. */
    public Ticket become(TicketStatus next, Instant at) {
        if (!status.canBecome(next)) {
            throw new IllegalChange(id, status, next);
        }
        return new Ticket(id, customer, subject, channel, next, priority, assignee, tags, createdAt, at,
                next == TicketStatus.CLOSED ? Optional.empty() : waitingSince, lastPosition, version);
    }

    public Ticket assignedTo(Optional<String> agent, Instant at) {
        return new Ticket(id, customer, subject, channel, status, priority, agent, tags, createdAt, at, waitingSince, lastPosition, version);
    }

    public Ticket prioritised(Priority next, Instant at) {
        return new Ticket(id, customer, subject, channel, status, next, assignee, tags, createdAt, at, waitingSince, lastPosition, version);
    }

    public Ticket tagged(SequencedSet<String> next, Instant at) {
        return new Ticket(id, customer, subject, channel, status, priority, assignee, next, createdAt, at, waitingSince, lastPosition, version);
    }

    /** After a customer's message at {@code position}: open again if it was closed or waiting, and waiting for us since then. */
    public Ticket heard(long position, Instant at) {
        TicketStatus next = status == TicketStatus.ESCALATED ? status : TicketStatus.OPEN;
        return new Ticket(id, customer, subject, channel, next, priority, assignee, tags, createdAt, at,
                Optional.of(waitingSince.orElse(at)), position, version);
    }

    /** After a reply at {@code position}: the customer's turn. An escalated ticket stays escalated; a closed one stays closed. */
    public Ticket answered(long position, Instant at) {
        TicketStatus next = status == TicketStatus.OPEN ? TicketStatus.WAITING : status;
        return new Ticket(id, customer, subject, channel, next, priority, assignee, tags, createdAt, at, Optional.empty(), position, version);
    }

    /** After a note or an event at {@code position}: nothing but the newest position changes. */
    public Ticket noted(long position, Instant at) {
        return new Ticket(id, customer, subject, channel, status, priority, assignee, tags, createdAt, at, waitingSince, position, version);
    }
}
