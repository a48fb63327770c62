package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.Promise;
import acquaint.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What was promised to customers, and what became of it. */
public final class PromiseTable {

    private static final String ROW = "SELECT id, ticket, customer, message, text, owner, made_at, due, state, ended_at, ended_by, ended_reason FROM promise ";

    private final Handle handle;
    private final Set<TicketId> touched;

    PromiseTable(Handle handle, Set<TicketId> touched) {
        this.handle = handle;
        this.touched = touched;
    }

    /** Adds the promise, if its place in the message is not taken yet; whether it was added. {@code ordinal} counts from 0. */
    public boolean add(TicketId ticket, CustomerId customer, MessageId message, int ordinal, String text, String owner, Instant madeAt, Optional<Instant> due) {
        int added = handle.execute("INSERT INTO promise (ticket, customer, message, ordinal, text, owner, made_at, due, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')"
                        + " ON CONFLICT (message, ordinal) DO NOTHING",
                ticket.value(), customer.value(), message.value(), ordinal, text, owner, madeAt.toEpochMilli(), HandoffTable.millis(due));
        if (added > 0) {
            touched.add(ticket);
        }
        return added > 0;
    }

    public Optional<Promise> find(long id) {
        return handle.select(ROW + "WHERE id = ?", id).map((row, _) -> promise(row)).findOne();
    }

    /** A promise with whom it was made to and what about. */
    public record Row(Promise promise, String customerName, String subject) {}

    /** The soonest due first, those without a time last. */
    public List<Promise> open() {
        return many("WHERE state = 'OPEN' ORDER BY due IS NULL, due, id");
    }

    /** As {@link #open}, with names. */
    public List<Row> openOnes() {
        return rows("WHERE p.state = 'OPEN' ORDER BY p.due IS NULL, p.due, p.id");
    }

    /** As {@link #overdue}, with names. */
    public List<Row> overdueOnes(Instant now) {
        return rows("WHERE p.state = 'OPEN' AND p.due < ? ORDER BY p.due, p.id", now.toEpochMilli());
    }

    /** Open ones that were due before {@code now}, the longest overdue first. */
    public List<Promise> overdue(Instant now) {
        return many("WHERE state = 'OPEN' AND due < ? ORDER BY due, id", now.toEpochMilli());
    }

    /** In the order in which they were made. */
    public List<Promise> ofTicket(TicketId ticket) {
        return many("WHERE ticket = ? ORDER BY made_at, id", ticket.value());
    }

    /** In the order in which they were made. */
    public List<Promise> ofCustomer(CustomerId customer) {
        return many("WHERE customer = ? ORDER BY made_at, id", customer.value());
    }

    /** Ends an open promise; whether it was open. */
    public boolean end(Promise promise, Promise.State state, Instant at, String by, Optional<String> reason) {
        touched.add(promise.ticket());
        return handle.execute("UPDATE promise SET state = ?, ended_at = ?, ended_by = ?, ended_reason = ? WHERE id = ? AND state = 'OPEN'",
                state.name(), at.toEpochMilli(), by, reason.orElse(null), promise.id()) > 0;
    }

    /** Opens a promise again that was ended by mistake. */
    public void reopen(Promise promise) {
        touched.add(promise.ticket());
        handle.execute("UPDATE promise SET state = 'OPEN', ended_at = NULL, ended_by = NULL, ended_reason = NULL WHERE id = ?", promise.id());
    }

    public void due(Promise promise, Optional<Instant> due) {
        touched.add(promise.ticket());
        handle.execute("UPDATE promise SET due = ? WHERE id = ?", HandoffTable.millis(due), promise.id());
    }

    private List<Row> rows(String where, Object... arguments) {
        return handle.select("SELECT p.id, p.ticket, p.customer, p.message, p.text, p.owner, p.made_at, p.due, p.state, p.ended_at, p.ended_by, p.ended_reason, c.name, t.subject"
                        + " FROM promise p JOIN customer c ON c.id = p.customer JOIN ticket t ON t.id = p.ticket " + where, arguments)
                .map((row, _) -> new Row(promise(row), row.getString(13), row.getString(14))).list();
    }

    private List<Promise> many(String where, Object... arguments) {
        return handle.select(ROW + where, arguments).map((row, _) -> promise(row)).list();
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(row.getLong(1), new TicketId(row.getString(2)), new CustomerId(row.getString(3)), new MessageId(row.getString(4)), row.getString(5),
                row.getString(6), Instant.ofEpochMilli(row.getLong(7)), HandoffTable.time(row, 8), Promise.State.valueOf(row.getString(9)), HandoffTable.time(row, 10),
                Optional.ofNullable(row.getString(11)), Optional.ofNullable(row.getString(12)));
    }
}
