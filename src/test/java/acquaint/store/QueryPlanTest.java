package acquaint.store;

import static acquaint.store.Given.CLOCK;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent waits for must not read whole tables: the plans SQLite makes for the statements of the tables. */
class QueryPlanTest {

    @TempDir
    private Path directory;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        Desk.open(directory, CLOCK).close();
        connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("desk.db"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * FROM message WHERE ticket = ? AND position < ? ORDER BY position DESC LIMIT ?",
        "SELECT * FROM message WHERE ticket = ? AND position > ? ORDER BY position LIMIT ?",
        "SELECT count(*) FROM message WHERE ticket = ? AND position < ?",
        "SELECT * FROM message WHERE ticket = ? AND position > ? AND kind <> 'EVENT' AND (kind = 'CUSTOMER' OR author <> ?)"
                + " ORDER BY position LIMIT ?",
        "SELECT * FROM message WHERE ticket = ? AND kind <> 'EVENT' ORDER BY position DESC LIMIT 1",
        "SELECT * FROM message WHERE id = ?",
        "SELECT * FROM draft_outcome WHERE shown_at >= ? AND shown_at < ? ORDER BY shown_at, id",
        "SELECT * FROM draft_outcome WHERE ticket IN (SELECT id FROM ticket WHERE customer = ?)",
        "SELECT * FROM ticket t JOIN customer c ON c.id = t.customer LEFT JOIN seen s ON s.ticket = t.id AND s.agent = ?"
                + " WHERE t.customer = ? ORDER BY t.last_at DESC, t.id",
        "SELECT * FROM ticket t JOIN customer c ON c.id = t.customer LEFT JOIN seen s ON s.ticket = t.id AND s.agent = ?"
                + " WHERE t.id = ?",
        "SELECT count(*) FROM ticket WHERE customer = ?",
        "SELECT * FROM outbox o WHERE o.state IN ('WAITING', 'QUEUED', 'EXTRACTED') AND o.lane = ? AND o.next_try <= ?"
                + " AND NOT EXISTS (SELECT 1 FROM outbox e"
                + " WHERE e.ticket = o.ticket AND e.lane = o.lane AND e.id < o.id"
                + " AND e.state IN ('WAITING', 'RUNNING', 'QUEUED', 'UNCERTAIN', 'FAILED')) ORDER BY o.next_try, o.id LIMIT ?",
        "SELECT * FROM outbox o WHERE o.customer = ? AND o.lane = ? AND o.state IN ('WAITING', 'RUNNING', 'QUEUED', 'EXTRACTED', 'UNCERTAIN', 'FAILED')"
                + " ORDER BY o.id LIMIT ?",
        "SELECT * FROM outbox o WHERE o.ticket = ? AND o.kind = 'FLUSH' AND o.state <> 'CANCELLED' ORDER BY o.id DESC LIMIT 1",
        "SELECT * FROM memory_handed WHERE space = ? AND customer = ? AND session = ? AND message IN (?, ?)",
        "SELECT * FROM memory_handed WHERE space = ? AND customer = ? AND session = ? AND stage IN ('SENDING', 'QUEUED') ORDER BY ordinal",
        "SELECT * FROM memory_handed WHERE space = ? AND customer = ? AND stage = 'BUFFERED' ORDER BY ordinal DESC LIMIT ?",
        "SELECT sent_at FROM memory_handed WHERE space = ? AND customer = ? AND session = ? ORDER BY ordinal DESC LIMIT 1",
        "SELECT * FROM ticket WHERE (updated_at, id) > (?, ?) ORDER BY updated_at, id LIMIT ?",
        "SELECT * FROM audit WHERE ticket = ? ORDER BY id",
        "SELECT * FROM handoff WHERE ended_at >= ?",
        "SELECT * FROM handoff WHERE ticket = ? ORDER BY created_at DESC, id",
        "SELECT * FROM handoff WHERE customer = ? ORDER BY created_at DESC, id",
        "SELECT * FROM handoff WHERE created_at >= ? AND created_at < ?",
        "SELECT * FROM handoff_step WHERE handoff = ? ORDER BY id",
        "SELECT * FROM promise WHERE state = 'OPEN' AND due < ? ORDER BY due, id",
        "SELECT * FROM promise WHERE ticket = ? ORDER BY made_at, id",
        "SELECT * FROM promise WHERE customer = ? ORDER BY made_at, id",
        "SELECT * FROM review WHERE ticket = ? ORDER BY asked_at DESC, id",
    })
    void noWholeTableIsRead(String sql) throws SQLException {
        for (String step : plan(sql)) {
            assertFalse(step.startsWith("SCAN"), () -> sql + "\n" + step);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * FROM ticket t JOIN customer c ON c.id = t.customer LEFT JOIN seen s ON s.ticket = t.id AND s.agent = ?"
                + " WHERE t.status <> 'CLOSED'",
        "SELECT * FROM ticket t JOIN customer c ON c.id = t.customer LEFT JOIN seen s ON s.ticket = t.id AND s.agent = ?"
                + " WHERE t.status = 'CLOSED' ORDER BY t.last_at DESC, t.id DESC LIMIT ?",
    })
    void theQueueReadsItsPartOfTheTicketsByTheirIndex(String sql) throws SQLException {
        List<String> plan = plan(sql);
        assertTrue(plan.getFirst().contains("USING INDEX ticket_"), plan::toString);
        assertTrue(plan.stream().skip(1).allMatch(step -> step.startsWith("SEARCH")), plan::toString);
    }

    private List<String> plan(String sql) throws SQLException {
        var steps = new java.util.ArrayList<String>();
        try (var statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql); var plan = statement.executeQuery()) {
            while (plan.next()) {
                steps.add(plan.getString("detail"));
            }
        }
        return steps;
    }
}
