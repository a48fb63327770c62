package acquaint.store;

import acquaint.model.Draft;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was typed and not sent. */
public final class DraftTable {

    private final Handle handle;

    DraftTable(Handle handle) {
        this.handle = handle;
    }

    public void save(Draft draft) {
        handle.execute("INSERT INTO draft (ticket, mode, text, saved_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (ticket, mode) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
                draft.ticket().value(), draft.mode().name(), draft.text(), draft.savedAt().toEpochMilli());
    }

    public void remove(TicketId ticket, Mode mode) {
        handle.execute("DELETE FROM draft WHERE ticket = ? AND mode = ?", ticket.value(), mode.name());
    }

    public Optional<Draft> find(TicketId ticket, Mode mode) {
        return of(ticket).stream().filter(draft -> draft.mode() == mode).findFirst();
    }

    public List<Draft> of(TicketId ticket) {
        return handle.select("SELECT mode, text, saved_at FROM draft WHERE ticket = ?", ticket.value())
                .map((row, context) -> new Draft(ticket, Mode.valueOf(row.getString(1)), row.getString(2),
                        Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }
}
