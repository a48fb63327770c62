package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The trail of every change. Entries are added and read, never changed. */
public final class AuditTable {

    /** One change: when, by whom, what, to which ticket and customer, and JSON of what it was and what it became. */
    public record Entry(
            Instant at,
            String who,
            String what,
            Optional<TicketId> ticket,
            Optional<CustomerId> customer,
            Optional<String> before,
            Optional<String> after) {}

    private final Handle handle;

    AuditTable(Handle handle) {
        this.handle = handle;
    }

    public void add(Entry entry) {
        handle.execute("INSERT INTO audit (at, who, what, ticket, customer, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
                entry.at().toEpochMilli(), entry.who(), entry.what(), entry.ticket().map(TicketId::value).orElse(null),
                entry.customer().map(CustomerId::value).orElse(null), entry.before().orElse(null), entry.after().orElse(null));
    }

    /** One change by its number, which grows with each. */
    public record Numbered(long number, String what, Optional<TicketId> ticket) {}

    /** The number of the newest change; 0 without one. */
    public long newest() {
        return handle.select("SELECT coalesce(max(id), 0) FROM audit").mapTo(Long.class).one();
    }

    /** Changes of one kind after the change {@code number}, up to and with {@code last}, oldest first. */
    public List<Numbered> between(long number, long last, String what, int limit) {
        return handle.select("SELECT id, what, ticket FROM audit WHERE id > ? AND id <= ? AND what = ? ORDER BY id LIMIT ?", number, last, what, limit)
                .map((row, context) -> new Numbered(row.getLong(1), row.getString(2), Optional.ofNullable(row.getString(3)).map(TicketId::new))).list();
    }

    /** What happened to a ticket, oldest first. */
    public List<Entry> of(TicketId ticket) {
        return handle.select("SELECT at, who, what, customer, before, after FROM audit WHERE ticket = ? ORDER BY id", ticket.value())
                .map((row, context) -> new Entry(Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3),
                        Optional.of(ticket), Optional.ofNullable(row.getString(4)).map(CustomerId::new),
                        Optional.ofNullable(row.getString(5)), Optional.ofNullable(row.getString(6))))
                .list();
    }
}
