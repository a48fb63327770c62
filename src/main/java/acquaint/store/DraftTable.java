package acquaint.store;

import acquaint.model.CustomerId;
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

    /** Of all of a customer's tickets. */
    public List<Draft> of(CustomerId customer) {
        return handle.select("SELECT d.ticket, d.mode, d.text, d.saved_at FROM draft d JOIN ticket t ON t.id = d.ticket WHERE t.customer = ?", customer.value())
                .map((row, context) -> new Draft(new TicketId(row.getString(1)), Mode.valueOf(row.getString(2)), row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4))))
                .list();
    }

    /** Has the drafts of this ticket taken out of older copies of the desk when the next one is made. */
    public void forgetInCopies(TicketId ticket, Instant at) {
        handle.execute("INSERT INTO forgotten_draft (ticket, at) VALUES (?, ?) ON CONFLICT (ticket) DO UPDATE SET at = excluded.at",
                ticket.value(), at.toEpochMilli());
    }

    /** Whose drafts older copies of the desk are to forget. */
    public List<TicketId> forgottenInCopies() {
        return handle.select("SELECT ticket FROM forgotten_draft ORDER BY ticket").map((row, context) -> new TicketId(row.getString(1))).list();
    }

    /** They have, as far as it was asked for before {@code then}. */
    public void copiesForgot(List<TicketId> tickets, Instant then) {
        tickets.forEach(ticket -> handle.execute("DELETE FROM forgotten_draft WHERE ticket = ? AND at < ?", ticket.value(), then.toEpochMilli()));
    }

    public List<Draft> of(TicketId ticket) {
        return handle.select("SELECT mode, text, saved_at FROM draft WHERE ticket = ?", ticket.value())
                .map((row, context) -> new Draft(ticket, Mode.valueOf(row.getString(1)), row.getString(2),
                        Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }
}
