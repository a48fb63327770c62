package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.Priority;
import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows of the queue, read by plain JDBC and by column number: a start reads ten thousands of them, and this way it needs
 * neither Jdbi's classes nor a lookup by name for each column.
 */
public final class QueueTable {

    private static final String COLUMNS = "SELECT t.id, t.customer, c.name, t.subject, t.preview, t.last_kind, t.status,"
            + " t.priority, t.assignee, t.last_at, t.waiting_since, max(t.last_customer_position, coalesce(s.called, 0)) > coalesce(s.position, 0)"
            + " FROM ticket t JOIN customer c ON c.id = t.customer LEFT JOIN seen s ON s.ticket = t.id AND s.agent = ? ";

    private final Connection connection;

    QueueTable(Connection connection) {
        this.connection = connection;
    }

    /** Whether there is any ticket at all. */
    public boolean any() {
        try (var query = Plain.prepare(connection, "SELECT 1 FROM ticket LIMIT 1"); var result = query.executeQuery()) {
            return result.next();
        } catch (SQLException e) {
            throw new DeskFailure(e);
        }
    }

    /** All open tickets, as {@code agent} sees them. */
    public List<QueueRow> open(String agent) {
        return rows("WHERE t.status <> 'CLOSED'", agent);
    }

    /**
     * Up to {@code limit} closed tickets, the newest first, continuing after {@code last}: pages follow each other
     * without gaps even while tickets change.
     */
    public List<QueueRow> closed(String agent, Optional<QueueRow> last, int limit) {
        return last.isEmpty()
                ? rows("WHERE t.status = 'CLOSED' ORDER BY t.last_at DESC, t.id DESC LIMIT ?", agent, limit)
                : rows("WHERE t.status = 'CLOSED' AND (t.last_at, t.id) < (?, ?) ORDER BY t.last_at DESC, t.id DESC LIMIT ?",
                        agent, last.get().lastAt().toEpochMilli(), last.get().ticket().value(), limit);
    }

    /** A customer's tickets, newest first. */
    public List<QueueRow> ofCustomer(CustomerId customer, String agent) {
        return rows("WHERE t.customer = ? ORDER BY t.last_at DESC, t.id", agent, customer.value());
    }

    public Optional<QueueRow> find(TicketId ticket, String agent) {
        return rows("WHERE t.id = ?", agent, ticket.value()).stream().findFirst();
    }

    private List<QueueRow> rows(String rest, String agent, Object... arguments) {
        try (var query = prepare(COLUMNS + rest, agent, arguments); var result = query.executeQuery()) {
            Map<String, List<String>> tags = tags(rest, arguments);
            var rows = new ArrayList<QueueRow>();
            while (result.next()) {
                rows.add(row(result, tags));
            }
            return rows;
        } catch (SQLException e) {
            throw new DeskFailure(e);
        }
    }

    private Map<String, List<String>> tags(String rest, Object... arguments) throws SQLException {
        var tags = new HashMap<String, List<String>>();
        String sql = "SELECT ticket, tag FROM ticket_tag WHERE ticket IN (SELECT t.id FROM ticket t " + rest + ") ORDER BY ticket, ordinal";
        try (var query = prepare(sql, null, arguments); var result = query.executeQuery()) {
            while (result.next()) {
                tags.computeIfAbsent(result.getString(1), ticket -> new ArrayList<>(2)).add(result.getString(2));
            }
        }
        return tags;
    }

    /** Without an {@code agent} where that is null. */
    private PreparedStatement prepare(String sql, String agent, Object... arguments) throws SQLException {
        return Plain.prepare(connection, sql, Stream.concat(Stream.ofNullable(agent), Stream.of(arguments)).toArray());
    }

    private static QueueRow row(ResultSet row, Map<String, List<String>> tags) throws SQLException {
        String id = row.getString(1);
        long waiting = row.getLong(11);
        return new QueueRow(new TicketId(id), new CustomerId(row.getString(2)), row.getString(3), row.getString(4),
                row.getString(5), Message.Kind.valueOf(row.getString(6)), TicketStatus.valueOf(row.getString(7)),
                Priority.valueOf(row.getString(8)), Optional.ofNullable(row.getString(9)), tags.getOrDefault(id, List.of()),
                row.getInt(12) != 0, Instant.ofEpochMilli(row.getLong(10)),
                waiting == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(waiting)));
    }
}
