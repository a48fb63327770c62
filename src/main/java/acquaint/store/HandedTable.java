package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Messages that were handed to a memory service, in one space of it, and how far they came. */
public final class HandedTable {

    /** One message. {@code text} is empty once its words are no longer kept. */
    public record Row(SessionId session, MessageId message, String speaker, String author, Instant at, Instant sentAt, Instant begunAt,
            Optional<String> text, String stage, Optional<String> task) {}

    /** The messages of one session together; {@code live} counts those that were not forgotten. */
    public record Span(SessionId session, Instant from, Instant until, int live) {}

    private static final String COLUMNS = "SELECT session, message, speaker, author, at, sent_at, begun_at, text, stage, task FROM memory_handed ";
    /** SQLite takes more variables than this; it keeps statements of a reasonable length. */
    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final String space;

    HandedTable(Handle handle, String space) {
        this.handle = handle;
        this.space = space;
    }

    /** Those of {@code messages} that are here. */
    public List<Row> find(CustomerId customer, SessionId session, Collection<MessageId> messages) {
        List<String> ids = messages.stream().map(MessageId::value).toList();
        var found = new java.util.ArrayList<Row>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.addAll(handle.createQuery(COLUMNS
                            + "WHERE space = :space AND customer = :customer AND session = :session AND message IN (<ids>)")
                    .bind("space", space).bind("customer", customer.value()).bind("session", session.value())
                    .bindList("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                    .map((row, _) -> row(row)).list());
        }
        return found;
    }

    /** What was begun in this session and has not ended, in order. */
    public List<Row> unsettled(CustomerId customer, SessionId session) {
        return handle.select(COLUMNS + "WHERE space = ? AND customer = ? AND session = ? AND stage IN ('SENDING', 'QUEUED') ORDER BY ordinal",
                space, customer.value(), session.value()).map((row, _) -> row(row)).list();
    }

    /** The newest that are at the service and in no episode yet, newest first. */
    public List<Row> buffered(CustomerId customer, int limit) {
        return handle.select(COLUMNS + "WHERE space = ? AND customer = ? AND stage = 'BUFFERED' ORDER BY ordinal DESC LIMIT ?",
                space, customer.value(), limit).map((row, _) -> row(row)).list();
    }

    public Optional<Instant> lastSentAt(CustomerId customer, SessionId session) {
        return handle.select("SELECT sent_at FROM memory_handed WHERE space = ? AND customer = ? AND session = ? ORDER BY ordinal DESC LIMIT 1",
                space, customer.value(), session.value()).mapTo(Long.class).findOne().map(Instant::ofEpochMilli);
    }

    public List<Span> spans(CustomerId customer) {
        return handle.select("SELECT session, min(at), max(at), count(CASE WHEN stage <> 'FORGOTTEN' THEN 1 END)"
                        + " FROM memory_handed WHERE space = ? AND customer = ? GROUP BY session", space, customer.value())
                .map((row, _) -> new Span(new SessionId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3)), row.getInt(4)))
                .list();
    }

    /** Adds rows in this order; one that is here already begins anew. */
    public void add(CustomerId customer, List<Row> rows) {
        long ordinal = handle.select("SELECT coalesce(max(ordinal), 0) FROM memory_handed WHERE space = ? AND customer = ?", space, customer.value())
                .mapTo(Long.class).one();
        try (var batch = handle.prepareBatch("INSERT INTO memory_handed (space, customer, session, message, ordinal, speaker, author, at, sent_at,"
                + " begun_at, text, stage, task) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (space, customer, session, message)"
                + " DO UPDATE SET ordinal = excluded.ordinal, sent_at = excluded.sent_at, begun_at = excluded.begun_at, text = excluded.text, stage = excluded.stage, task = excluded.task")) {
            for (Row row : rows) {
                batch.bind(0, space).bind(1, customer.value()).bind(2, row.session().value()).bind(3, row.message().value()).bind(4, ++ordinal)
                        .bind(5, row.speaker()).bind(6, row.author()).bind(7, row.at().toEpochMilli()).bind(8, row.sentAt().toEpochMilli())
                        .bind(9, row.begunAt().toEpochMilli()).bind(10, row.text().orElse(null)).bind(11, row.stage()).bind(12, row.task().orElse(null)).add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    /** {@code words} says whether the messages' words are still to be kept. */
    public void stage(CustomerId customer, SessionId session, Collection<MessageId> messages, String stage, Optional<String> task, boolean words) {
        each(customer, session, messages, "UPDATE memory_handed SET stage = :stage, task = :task" + (words ? "" : ", text = NULL")
                + " WHERE space = :space AND customer = :customer AND session = :session AND message = :message", stage, task);
    }

    public void remove(CustomerId customer, SessionId session, Collection<MessageId> messages) {
        each(customer, session, messages, "DELETE FROM memory_handed WHERE space = :space AND customer = :customer AND session = :session"
                + " AND message = :message", "", Optional.empty());
    }

    private void each(CustomerId customer, SessionId session, Collection<MessageId> messages, String sql, String stage, Optional<String> task) {
        try (var batch = handle.prepareBatch(sql)) {
            messages.forEach(message -> batch.bind("stage", stage).bind("task", task.orElse(null)).bind("space", space)
                    .bind("customer", customer.value()).bind("session", session.value()).bind("message", message.value()).add());
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    /** All that was buffered in this session is in an episode now. */
    public void extracted(CustomerId customer, SessionId session) {
        handle.execute("UPDATE memory_handed SET stage = 'EXTRACTED', text = NULL"
                + " WHERE space = ? AND customer = ? AND session = ? AND stage = 'BUFFERED'", space, customer.value(), session.value());
    }

    /** Forgets a session, or all of a customer's. */
    public void bury(CustomerId customer, Optional<SessionId> session) {
        String all = "UPDATE memory_handed SET stage = 'FORGOTTEN', text = NULL, task = NULL WHERE space = ? AND customer = ?";
        if (session.isPresent()) {
            handle.execute(all + " AND session = ?", space, customer.value(), session.get().value());
        } else {
            handle.execute(all, space, customer.value());
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new SessionId(row.getString(1)), new MessageId(row.getString(2)), row.getString(3), row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)), Instant.ofEpochMilli(row.getLong(6)), Instant.ofEpochMilli(row.getLong(7)),
                Optional.ofNullable(row.getString(8)), row.getString(9), Optional.ofNullable(row.getString(10)));
    }
}
