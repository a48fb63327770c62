package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was said and done in all tickets of one customer, newest first, with texts cut short: a page costs the same for one ticket and for hundreds. */
public final class TimelineTable {

    /** A message with its ticket's subject; {@code text} is at most so long as was asked for. */
    public record Row(TicketId ticket, String subject, MessageId message, long position, Message.Kind kind, String author, Instant at, String text) {}

    /** A ticket of the customer; {@code newest} is when something was said or done in it last. */
    public record Span(TicketId ticket, String subject, Instant begun, Instant newest) {}

    /** Messages at the beginning of a ticket that say what it is about. */
    public static final int FIRST = 10;

    private static final String COLUMNS = "SELECT t.id, t.subject, m.id, m.position, m.kind, m.author, m.at, substr(m.text, 1, ?) FROM ticket t JOIN message m ON m.ticket = t.id ";
    /** Notes are internal; of events the changes of state are history, the others are not. */
    private static final String TOLD = " AND (m.kind IN ('CUSTOMER', 'REPLY') OR m.kind = 'EVENT' AND m.text LIKE 'STATUS %')";

    private final Handle handle;

    TimelineTable(Handle handle) {
        this.handle = handle;
    }

    /** In no order. The last message by position tells when a ticket ended, so that its others need not be read. */
    public List<Span> spans(CustomerId customer) {
        return handle.select("SELECT id, subject, created_at, coalesce((SELECT at FROM message WHERE ticket = ticket.id ORDER BY position DESC LIMIT 1), created_at) FROM ticket WHERE customer = ?",
                customer.value()).map((row, _) -> new Span(new TicketId(row.getString(1)), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), Instant.ofEpochMilli(row.getLong(4)))).list();
    }

    /** The newest {@code limit} of one ticket up to a time, newest first. */
    public List<Row> of(TicketId ticket, Instant until, int characters, int limit) {
        return rows(COLUMNS + "WHERE m.ticket = ? AND m.at <= ?" + TOLD + " ORDER BY m.position DESC LIMIT ?", characters, ticket.value(), until.toEpochMilli(), limit);
    }

    /** What the customer said, newest first. */
    public List<Row> saidBy(CustomerId customer, int characters, int limit) {
        return rows(COLUMNS + "WHERE t.customer = ? AND m.kind = 'CUSTOMER' ORDER BY m.at DESC LIMIT ?", characters, customer.value(), limit);
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
                + " JOIN message m ON m.ticket = t.id AND m.position <= " + FIRST + " AND m.kind = 'CUSTOMER' GROUP BY t.id", characters, limit).mapTo(String.class).list();
    }

    /** Row numbers of the newest ticket and the newest message of the desk; 0 where there is none. One that was taken back may be given again. */
    public record Newest(long ticket, long message) {}

    public Newest newest() {
        return handle.select("SELECT coalesce((SELECT max(rowid) FROM ticket), 0), coalesce((SELECT max(rowid) FROM message), 0)")
                .map((row, _) -> new Newest(row.getLong(1), row.getLong(2))).one();
    }

    private List<Row> rows(String sql, Object... arguments) {
        return handle.select(sql, arguments).map((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new TicketId(row.getString(1)), row.getString(2), new MessageId(row.getString(3)), row.getLong(4), Message.Kind.valueOf(row.getString(5)), row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)), row.getString(8));
    }
}
