package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What customers report with their tickets: the subject and their first words, cut short. */
public final class ReportTable {

    /** {@code messages} counts the customer's messages that {@code text} is taken from. */
    public record Row(TicketId ticket, CustomerId customer, Instant at, String text, int messages) {}

    private static final int MESSAGES = 3;
    /** Among the first of a ticket: an answer that comes at once stands between. */
    private static final int POSITIONS = 8;
    private static final int CHARACTERS = 600;
    private static final String ROW = "SELECT t.id, t.customer, t.created_at, t.subject || char(10) || group_concat(substr(m.text, 1, " + CHARACTERS + "), char(10)), count(*)"
            + " FROM ticket t JOIN (SELECT ticket, position, text, row_number() OVER (PARTITION BY ticket ORDER BY position) AS number FROM message"
            + " WHERE kind = 'CUSTOMER' AND position <= " + POSITIONS + " AND ticket IN (%s)) m ON m.ticket = t.id AND m.number <= " + MESSAGES + " GROUP BY t.id ORDER BY t.created_at, t.id";

    private final Handle handle;

    ReportTable(Handle handle) {
        this.handle = handle;
    }

    /** Empty where the customer wrote nothing yet. */
    public Optional<Row> find(TicketId ticket) {
        return handle.select(ROW.formatted("?"), ticket.value()).map((row, _) -> row(row)).findOne();
    }

    /** The newest {@code limit} tickets that began since a time, in the order they began. */
    public List<Row> since(Instant begin, int limit) {
        return handle.select(ROW.formatted("SELECT id FROM ticket WHERE created_at >= ? ORDER BY created_at DESC LIMIT ?"), begin.toEpochMilli(), limit).map((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new TicketId(row.getString(1)), new CustomerId(row.getString(2)), Instant.ofEpochMilli(row.getLong(3)), row.getString(4), row.getInt(5));
    }
}
