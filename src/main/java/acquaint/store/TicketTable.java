package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.Priority;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Tickets; what the queue shows of their messages is kept up by {@link MessageTable}. */
public final class TicketTable {

    private final Handle handle;
    private final Set<TicketId> touched;

    TicketTable(Handle handle, Set<TicketId> touched) {
        this.handle = handle;
        this.touched = touched;
    }

    public Optional<Ticket> find(TicketId id) {
        return handle.select("SELECT id, customer, subject, channel, status, priority, assignee, created_at, updated_at,"
                        + " waiting_since, last_position, version FROM ticket WHERE id = ?", id.value())
                .map((row, context) -> ticket(row)).findOne();
    }

    public boolean exists(TicketId id) {
        return handle.select("SELECT 1 FROM ticket WHERE id = ?", id.value()).mapTo(Integer.class).findOne().isPresent();
    }

    /** Everybody who has or had a ticket. */
    public List<String> assignees() {
        return handle.select("SELECT DISTINCT assignee FROM ticket WHERE assignee IS NOT NULL").mapTo(String.class).list();
    }

    public int countOf(CustomerId customer) {
        return handle.select("SELECT count(*) FROM ticket WHERE customer = ?", customer.value()).mapTo(Integer.class).one();
    }

    /** Tickets in the order of their last change, beyond one of them. */
    public List<Ticket> changedAfter(Instant updatedAt, TicketId id, int limit) {
        return handle.select("SELECT id, customer, subject, channel, status, priority, assignee, created_at, updated_at,"
                        + " waiting_since, last_position, version FROM ticket WHERE (updated_at, id) > (?, ?) ORDER BY updated_at, id LIMIT ?",
                updatedAt.toEpochMilli(), id.value(), limit).map((row, context) -> ticket(row)).list();
    }

    /** How many changed beyond one of them. */
    public int countChangedAfter(Instant updatedAt, TicketId id) {
        return handle.select("SELECT count(*) FROM ticket WHERE (updated_at, id) > (?, ?)", updatedAt.toEpochMilli(), id.value())
                .mapTo(Integer.class).one();
    }

    public void insert(Ticket ticket) {
        handle.execute("INSERT INTO ticket (id, customer, subject, channel, status, priority, assignee, created_at, updated_at,"
                        + " waiting_since, last_position, last_at, last_kind, preview, last_customer_position, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CUSTOMER', '', 0, ?)",
                ticket.id().value(), ticket.customer().value(), ticket.subject(), ticket.channel(), ticket.status().name(),
                ticket.priority().name(), ticket.assignee().orElse(null), ticket.createdAt().toEpochMilli(),
                ticket.updatedAt().toEpochMilli(), millis(ticket.waitingSince()), ticket.lastPosition(),
                ticket.createdAt().toEpochMilli(), ticket.version());
        writeTags(ticket);
        touched.add(ticket.id());
    }

    /** Saves a change to the ticket that was read with this version; {@link StaleTicket} when it has another by now. */
    public Ticket save(Ticket ticket) {
        int saved = handle.execute("UPDATE ticket SET subject = ?, channel = ?, status = ?, priority = ?, assignee = ?,"
                        + " updated_at = ?, waiting_since = ?, last_position = ?, version = version + 1"
                        + " WHERE id = ? AND version = ?",
                ticket.subject(), ticket.channel(), ticket.status().name(), ticket.priority().name(),
                ticket.assignee().orElse(null), ticket.updatedAt().toEpochMilli(), millis(ticket.waitingSince()),
                ticket.lastPosition(), ticket.id().value(), ticket.version());
        if (saved == 0) {
            throw new StaleTicket(ticket.id(), ticket.version());
        }
        if (!tags(ticket.id().value()).equals(ticket.tags())) {
            handle.execute("DELETE FROM ticket_tag WHERE ticket = ?", ticket.id().value());
            writeTags(ticket);
        }
        touched.add(ticket.id());
        return find(ticket.id()).orElseThrow();
    }

    /** A name that no ticket has, from the numbers that new tickets are named by. */
    public TicketId nextId() {
        TicketId id;
        do {
            id = new TicketId("T-" + Counters.next(handle, "ticket"));
        } while (exists(id));
        return id;
    }

    private void writeTags(Ticket ticket) {
        int ordinal = 0;
        for (String tag : ticket.tags()) {
            handle.execute("INSERT INTO ticket_tag (ticket, ordinal, tag) VALUES (?, ?, ?)", ticket.id().value(), ordinal++, tag);
        }
    }

    private SequencedSet<String> tags(String ticket) {
        return new LinkedHashSet<>(handle.select("SELECT tag FROM ticket_tag WHERE ticket = ? ORDER BY ordinal", ticket)
                .mapTo(String.class).list());
    }

    private Ticket ticket(ResultSet row) throws SQLException {
        String id = row.getString(1);
        long waiting = row.getLong(10);
        Optional<Instant> waitingSince = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(waiting));
        return new Ticket(new TicketId(id), new CustomerId(row.getString(2)), row.getString(3), row.getString(4),
                TicketStatus.valueOf(row.getString(5)), Priority.valueOf(row.getString(6)),
                Optional.ofNullable(row.getString(7)), tags(id), Instant.ofEpochMilli(row.getLong(8)),
                Instant.ofEpochMilli(row.getLong(9)), waitingSince, row.getLong(11), row.getLong(12));
    }

    private static Long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }
}
