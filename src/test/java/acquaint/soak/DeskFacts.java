package acquaint.soak;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What a desk's file holds, read by plain SQL, so that what is checked has no part in the checking. */
record DeskFacts(
        String integrity,
        Map<String, TicketRow> tickets,
        List<MessageRow> messages,
        Map<DraftKey, String> drafts,
        List<EffectRow> effects,
        Map<String, List<Undone>> undone,
        Map<String, List<String>> addresses) {

    /** {@code waited} is how long after the ticket's beginning its customer began to wait, in milliseconds. */
    record TicketRow(String id, String customer, String subject, String status, long lastPosition, long version, OptionalLong waited) {}

    record MessageRow(String id, String ticket, long position, String kind, String text, String delivery) {

        Said said() {
            return new Said(ticket, id, kind, text);
        }

        boolean isEvent() {
            return kind.equals("EVENT");
        }
    }

    record DraftKey(String ticket, String mode) {}

    record EffectRow(long id, String ticket, String message, String lane, String kind, String state, int attempts) {

        boolean is(String wantedKind, String wantedState) {
            return kind.equals(wantedKind) && state.equals(wantedState);
        }

        boolean isCancelled() {
            return state.equals("CANCELLED");
        }
    }

    /** A reply that the audit trail says was taken back, and whether it had closed its ticket, which was told right after it. */
    record Undone(String message, long position, boolean closed) {}

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static DeskFacts of(Path directory) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("desk.db"))) {
            return new DeskFacts(integrity(connection),
                    all(connection, "SELECT id, customer, subject, status, last_position, version, waiting_since - created_at FROM ticket",
                            r -> new TicketRow(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getLong(5), r.getLong(6),
                                    r.getString(7) == null ? OptionalLong.empty() : OptionalLong.of(r.getLong(7)))).stream()
                            .collect(Collectors.toMap(TicketRow::id, ticket -> ticket)),
                    all(connection, "SELECT id, ticket, position, kind, text, delivery FROM message ORDER BY ticket, position",
                            r -> new MessageRow(r.getString(1), r.getString(2), r.getLong(3), r.getString(4), r.getString(5), r.getString(6))),
                    drafts(connection),
                    all(connection, "SELECT id, ticket, message, lane, kind, state, attempts FROM outbox ORDER BY id",
                            r -> new EffectRow(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getInt(7))),
                    undone(connection), addresses(connection));
        }
    }

    static String integrity(Connection connection) throws SQLException {
        return String.join("; ", all(connection, "PRAGMA integrity_check", row -> row.getString(1)));
    }

    private static Map<DraftKey, String> drafts(Connection connection) throws SQLException {
        var drafts = new HashMap<DraftKey, String>();
        all(connection, "SELECT ticket, mode, text FROM draft",
                row -> drafts.put(new DraftKey(row.getString(1), row.getString(2)), row.getString(3)));
        return drafts;
    }

    private static Map<String, List<Undone>> undone(Connection connection) throws SQLException {
        var undone = new HashMap<String, List<Undone>>();
        all(connection, """
                SELECT u.ticket, u.before ->> 'message', u.before ->> 'position', s.before ->> 'status' <> 'CLOSED'
                    AND EXISTS (SELECT 1 FROM outbox o WHERE o.message = u.before ->> 'message' AND o.kind = 'FLUSH')
                FROM audit u JOIN audit s ON s.ticket = u.ticket AND s.what = 'send' AND s.after ->> 'message' = u.before ->> 'message'
                WHERE u.what = 'undo'""",
                row -> undone.computeIfAbsent(row.getString(1), ticket -> new ArrayList<>())
                        .add(new Undone(row.getString(2), row.getLong(3), row.getBoolean(4))));
        return undone;
    }

    private static Map<String, List<String>> addresses(Connection connection) throws SQLException {
        var addresses = new HashMap<String, List<String>>();
        all(connection, "SELECT customer, value FROM customer_address",
                row -> addresses.computeIfAbsent(row.getString(1), customer -> new ArrayList<>()).add(row.getString(2)));
        return addresses;
    }

    private static <T> List<T> all(Connection connection, String sql, Row<T> row) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(row.of(result));
            }
            return rows;
        }
    }
}
