package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was said and done in all tickets of one customer, newest first, with texts cut short: a page costs the same for one ticket and for hundreds. */
public final class TimelineTable {

    /** A message with its ticket's subject; {@code text} is at most so long as was asked for. */
    public record Row(TicketId ticket, String subject, MessageId message, long position, Message.Kind kind, String author, Instant at, String text) {}

    /** The place after which a page begins: what is older, and of the same time what stands before it. */
    public record Place(Instant at, TicketId ticket, long position) {}

    /** Notes are internal; of events the changes of state are history, the others are not. */
    private static final String ROWS = "SELECT t.id, t.subject, m.id, m.position, m.kind, m.author, m.at, substr(m.text, 1, ?) FROM ticket t JOIN message m ON m.ticket = t.id"
            + " WHERE t.customer = ? AND (m.kind IN ('CUSTOMER', 'REPLY') OR m.kind = 'EVENT' AND m.text LIKE 'STATUS %')";
    private static final String NEWEST_FIRST = " ORDER BY m.at DESC, t.id DESC, m.position DESC LIMIT ?";

    private final Handle handle;

    TimelineTable(Handle handle) {
        this.handle = handle;
    }

    public List<Row> page(CustomerId customer, Optional<Place> after, int characters, int limit) {
        return after.isEmpty()
                ? rows(ROWS + NEWEST_FIRST, characters, customer.value(), limit)
                : rows(ROWS + " AND (m.at, t.id, m.position) < (?, ?, ?)" + NEWEST_FIRST, characters, customer.value(), after.get().at().toEpochMilli(), after.get().ticket().value(),
                        after.get().position(), limit);
    }

    /** What came before a message in its ticket, of what a page tells: its first characters. Empty before the first. */
    public Optional<Row> before(TicketId ticket, long position) {
        return rows("SELECT t.id, t.subject, m.id, m.position, m.kind, m.author, m.at, substr(m.text, 1, 40) FROM message m JOIN ticket t ON t.id = m.ticket"
                + " WHERE m.ticket = ? AND m.position < ? AND (m.kind IN ('CUSTOMER', 'REPLY') OR m.kind = 'EVENT' AND m.text LIKE 'STATUS %') ORDER BY m.position DESC LIMIT 1",
                ticket.value(), position).stream().findFirst();
    }

    /** The customer's first words in each ticket, newest ticket first. */
    public List<Row> opened(CustomerId customer, int characters, int limit) {
        return rows("SELECT t.id, t.subject, m.id, m.position, m.kind, m.author, m.at, substr(m.text, 1, ?) FROM ticket t JOIN message m ON m.ticket = t.id"
                + " AND m.position = (SELECT min(position) FROM message WHERE ticket = t.id AND kind = 'CUSTOMER') WHERE t.customer = ? ORDER BY t.last_at DESC, t.id LIMIT ?",
                characters, customer.value(), limit);
    }

    /** What customers of the whole desk wrote in the beginning of the newest {@code limit} tickets, with the subject before it. */
    public List<String> firstWords(int characters, int limit) {
        return handle.select("SELECT t.subject || char(10) || group_concat(substr(m.text, 1, ?), char(10)) FROM (SELECT id, subject FROM ticket ORDER BY rowid DESC LIMIT ?) t"
                + " JOIN message m ON m.ticket = t.id AND m.position <= 10 AND m.kind = 'CUSTOMER' GROUP BY t.id", characters, limit).mapTo(String.class).list();
    }

    private List<Row> rows(String sql, Object... arguments) {
        return handle.select(sql, arguments).map((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new TicketId(row.getString(1)), row.getString(2), new MessageId(row.getString(3)), row.getLong(4), Message.Kind.valueOf(row.getString(5)), row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)), row.getString(8));
    }
}
