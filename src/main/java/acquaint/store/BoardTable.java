package acquaint.store;

import acquaint.model.Handoff;
import acquaint.model.Priority;
import acquaint.model.TicketId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Handoffs as the board shows them, read by plain JDBC as {@link QueueTable} does: opening a board reads thousands. */
public final class BoardTable {

    private static final String FROM = " FROM handoff h JOIN ticket t ON t.id = h.ticket JOIN customer c ON c.id = h.customer ";

    private final Handle handle;

    BoardTable(Handle handle) {
        this.handle = handle;
    }

    /** All that somebody still has to do something about. */
    public List<BoardRow> open() {
        return rows("WHERE h.ended_at IS NULL");
    }

    /** The newest {@code limit} of those that were decided at {@code from} or later. */
    public List<BoardRow> decidedSince(Instant from, int limit) {
        return rows("WHERE h.ended_at >= ? AND h.state = 'DECIDED' ORDER BY h.ended_at DESC LIMIT ?", from.toEpochMilli(), limit);
    }

    /** The open one of a ticket and those decided at {@code from} or later. */
    public List<BoardRow> ofTicket(TicketId ticket, Instant from) {
        return rows("WHERE h.ticket = ? AND (h.ended_at IS NULL OR h.ended_at >= ? AND h.state = 'DECIDED')", ticket.value(), from.toEpochMilli());
    }

    private List<BoardRow> rows(String where, Object... arguments) {
        Map<String, List<Instant>> due = new HashMap<>();
        handle.select("SELECT p.ticket, p.due FROM promise p WHERE p.state = 'OPEN' AND p.due IS NOT NULL AND p.ticket IN (SELECT h.ticket FROM handoff h " + where + ")", arguments)
                .map((row, _) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .forEach(entry -> due.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>(1)).add(entry.getValue()));
        try (var query = prepare("SELECT " + HandoffTable.COLUMNS + ", c.name, c.tier, t.subject, t.priority" + FROM + where, arguments); var row = query.executeQuery()) {
            var rows = new ArrayList<BoardRow>();
            while (row.next()) {
                Handoff handoff = HandoffTable.handoff(row);
                rows.add(new BoardRow(handoff, row.getString(23), Optional.ofNullable(row.getString(24)), row.getString(25), Priority.valueOf(row.getString(26)),
                        due.getOrDefault(handoff.ticket().value(), List.of())));
            }
            return rows;
        } catch (SQLException e) {
            throw new DeskFailure(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = handle.getConnection().prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
