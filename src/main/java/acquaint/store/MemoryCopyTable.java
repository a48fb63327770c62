package acquaint.store;

import acquaint.model.TicketId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far the desk's history was copied to each memory. */
public final class MemoryCopyTable {

    /** Everything up to this ticket, in the order of the last change, was copied. */
    public record Cursor(Instant updatedAt, TicketId ticket, int copied, boolean finished) {}

    private final Handle handle;

    MemoryCopyTable(Handle handle) {
        this.handle = handle;
    }

    public Optional<Cursor> find(String target) {
        return handle.select("SELECT updated_at, ticket, tickets_copied, finished FROM memory_copy WHERE target = ?", target)
                .map((row, _) -> new Cursor(Instant.ofEpochMilli(row.getLong(1)), new TicketId(row.getString(2)), row.getInt(3), row.getInt(4) == 1))
                .findOne();
    }

    /** Tickets came that lie behind where the copyings are: they go through all of them again, and what memory has is not taken twice. */
    public void restart() {
        handle.execute("UPDATE memory_copy SET updated_at = 0, ticket = '-', tickets_copied = 0");
    }

    public void save(String target, Cursor cursor) {
        handle.execute("INSERT INTO memory_copy (target, updated_at, ticket, tickets_copied, finished) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (target) DO UPDATE SET updated_at = excluded.updated_at, ticket = excluded.ticket,"
                        + " tickets_copied = excluded.tickets_copied, finished = excluded.finished",
                target, cursor.updatedAt().toEpochMilli(), cursor.ticket().value(), cursor.copied(), cursor.finished() ? 1 : 0);
    }
}
