package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Effects and how far they have come. */
public final class OutboxTable {

    private static final String COLUMNS = "SELECT o.id, o.ticket, o.customer, o.message, o.kind, o.payload, o.state,"
            + " o.not_before, o.next_try, o.attempts, o.last_error, o.error_kind, o.outcome FROM outbox o ";
    /** What keeps the later effects of its lane waiting. Only a reply that did not leave holds up the next for good. */
    private static final String BLOCKS = "(e.state IN ('WAITING', 'RUNNING', 'QUEUED', 'UNCERTAIN')"
            + " OR (e.state = 'FAILED' AND e.kind = 'DELIVER'))";

    /** What was learned stays learned; what was queued is told apart by the engine. */
    private static final String BACK = "UPDATE outbox SET state = CASE WHEN outcome = 'EXTRACTED' THEN 'EXTRACTED' ELSE 'WAITING' END";
    /** What has a next try. */
    private static final String DUE = "state IN ('WAITING', 'QUEUED', 'EXTRACTED')";
    /** What may still hold something up. */
    private static final String OPEN = "state IN ('WAITING', 'RUNNING', 'QUEUED', 'UNCERTAIN', 'FAILED')";
    /** What has not come about, or is still looked for. */
    private static final String UNFINISHED = "state IN ('WAITING', 'RUNNING', 'QUEUED', 'EXTRACTED', 'UNCERTAIN', 'FAILED')";

    private final Handle handle;

    OutboxTable(Handle handle) {
        this.handle = handle;
    }

    /** Stores promises in the order given. */
    public void add(List<Effect> effects) {
        try (var batch = handle.prepareBatch("INSERT INTO outbox (ticket, customer, message, lane, kind, payload, state,"
                + " not_before, next_try, attempts) VALUES (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, 0)")) {
            for (Effect effect : effects) {
                batch.bind(0, effect.ticket().value()).bind(1, effect.customer().value()).bind(2, effect.message().value())
                        .bind(3, effect.lane().name()).bind(4, effect.kind().name()).bind(5, effect.payload())
                        .bind(6, effect.notBefore().toEpochMilli()).bind(7, effect.nextTry().toEpochMilli()).add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    /** Due effects of a lane that nothing before them holds up, one of each ticket, longest due first. */
    public List<Effect> heads(Effect.Lane lane, Instant now, Set<TicketId> but, int limit) {
        var query = handle.createQuery(COLUMNS + "WHERE o." + DUE + " AND o.lane = :lane AND o.next_try <= :now"
                + (but.isEmpty() ? "" : " AND o.ticket NOT IN (<but>)")
                + " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.ticket = o.ticket AND e.lane = o.lane AND e.id < o.id"
                + " AND e." + OPEN + " AND " + BLOCKS + ") ORDER BY o.next_try, o.id LIMIT :limit");
        if (!but.isEmpty()) {
            query.bindList("but", but.stream().map(TicketId::value).toList());
        }
        return query.bind("lane", lane.name()).bind("now", now.toEpochMilli()).bind("limit", limit).map((row, context) -> effect(row)).list();
    }

    /** {@code head} and the effects that follow it in its lane while they are of its kind and state, and due. */
    public List<Effect> run(Effect head, Instant now, int limit) {
        if (head.state() == Effect.State.EXTRACTED) {
            return List.of(head);
        }
        List<Effect> lane = handle.select(COLUMNS + "WHERE o.ticket = ? AND o.lane = ? AND o.id >= ?"
                        + " AND o." + OPEN + " ORDER BY o.id LIMIT ?",
                head.ticket().value(), head.lane().name(), head.id(), limit).map((row, context) -> effect(row)).list();
        return lane.stream()
                .takeWhile(e -> e.kind() == head.kind() && e.state() == head.state() && !e.nextTry().isAfter(now))
                .toList();
    }

    /** Whether anything of a lane could be due at {@code now}: a cheap look before a transaction. */
    public boolean anyDue(Effect.Lane lane, Instant now) {
        return handle.select("SELECT 1 FROM outbox WHERE " + DUE + " AND lane = ? AND next_try <= ? LIMIT 1", lane.name(), now.toEpochMilli())
                .mapTo(Integer.class).findOne().isPresent();
    }

    /** Why something failed: in the handler's one word for it, and in words for the details. */
    public record Failure(String kind, String words) {}

    public void state(List<Effect> effects, Effect.State state, Optional<Failure> failure) {
        try (var batch = handle.prepareBatch("UPDATE outbox SET state = ?, error_kind = ?, last_error = ? WHERE id = ?")) {
            effects.forEach(effect -> batch.bind(0, state.name()).bind(1, failure.map(Failure::kind).orElse(null))
                    .bind(2, failure.map(Failure::words).orElse(null)).bind(3, effect.id()).add());
            batch.execute();
        }
    }

    /** The effects have come about, with what came of them. */
    public void done(List<Effect> effects, Optional<String> outcome) {
        if (effects.isEmpty()) {
            return;
        }
        state(effects, Effect.State.DONE, Optional.empty());
        outcome(effects, outcome);
    }

    private void outcome(List<Effect> effects, Optional<String> outcome) {
        if (outcome.isPresent()) {
            try (var batch = handle.prepareBatch("UPDATE outbox SET outcome = ? WHERE id = ?")) {
                effects.forEach(effect -> batch.bind(0, outcome.get()).bind(1, effect.id()).add());
                batch.execute();
            }
        }
    }

    /** The other side is at work on these: they are looked at again at {@code next}. */
    public void lookAgain(List<Effect> effects, Effect.State state, Instant next, Optional<String> outcome) {
        try (var batch = handle.prepareBatch("UPDATE outbox SET state = ?, next_try = ?, attempts = attempts + 1, error_kind = NULL,"
                + " last_error = NULL WHERE id = ?")) {
            effects.forEach(effect -> batch.bind(0, state.name()).bind(1, next.toEpochMilli()).bind(2, effect.id()).add());
            batch.execute();
        }
        outcome(effects, outcome);
    }

    /** Puts effects back as they were, for a reason that may not be theirs; those of other tickets have their turn first. */
    public void putBack(List<Effect> effects, Instant now, Failure failure) {
        try (var batch = handle.prepareBatch(BACK + ", attempts = max(attempts, 1), next_try = ?, error_kind = ?, last_error = ? WHERE id = ?")) {
            effects.forEach(effect -> batch.bind(0, now.toEpochMilli()).bind(1, failure.kind()).bind(2, failure.words()).bind(3, effect.id()).add());
            batch.execute();
        }
    }

    /** Puts effects back to be tried at {@code next}, and with them all that waits behind them in their lane. */
    public void postpone(List<Effect> effects, Instant next, Failure failure) {
        try (var batch = handle.prepareBatch(
                BACK + ", attempts = attempts + 1, error_kind = ?, last_error = ?, next_try = ? WHERE id = ?")) {
            effects.forEach(effect -> batch.bind(0, failure.kind()).bind(1, failure.words()).bind(2, next.toEpochMilli()).bind(3, effect.id()).add());
            batch.execute();
        }
        Effect head = effects.getFirst();
        handle.execute("UPDATE outbox SET next_try = ? WHERE ticket = ? AND lane = ? AND state = 'WAITING' AND next_try < ?",
                next.toEpochMilli(), head.ticket().value(), head.lane().name(), next.toEpochMilli());
    }

    /** Puts effects back to be repeated. They may have been carried out already, so nobody can take them back any more. */
    public void giveBack(List<Effect> effects) {
        try (var batch = handle.prepareBatch(BACK + ", attempts = max(attempts, 1) WHERE id = ?")) {
            effects.forEach(effect -> batch.bind(0, effect.id()).add());
            batch.execute();
        }
    }

    /** Takes back all effects of a message, unless one of them was begun; false then, and nothing is changed. */
    public boolean cancel(MessageId message) {
        List<Effect> effects = of(message).stream().filter(e -> e.state() != Effect.State.CANCELLED).toList();
        if (effects.isEmpty() || effects.stream().anyMatch(e -> e.state() != Effect.State.WAITING || e.attempts() > 0)) {
            return false;
        }
        state(effects, Effect.State.CANCELLED, Optional.empty());
        return true;
    }

    /** Takes back what memory was to be told of a customer, or of one ticket, and was not yet; returns how much that was. */
    public int cancelRemembering(CustomerId customer, Optional<TicketId> ticket) {
        String which = "UPDATE outbox SET state = 'CANCELLED', error_kind = NULL, last_error = NULL WHERE lane = 'MEMORY' AND kind = 'REMEMBER'"
                + " AND state IN ('WAITING', 'FAILED', 'UNCERTAIN') AND customer = ?";
        return ticket.isPresent() ? handle.execute(which + " AND ticket = ?", customer.value(), ticket.get().value()) : handle.execute(which, customer.value());
    }

    /** Has an effect tried again at once, but never before its time: what is held may still be taken back. */
    public void again(Effect effect, Instant now) {
        handle.execute("UPDATE outbox SET attempts = CASE WHEN state = 'WAITING' THEN attempts ELSE 0 END, state = 'WAITING',"
                        + " next_try = max(?, not_before), error_kind = NULL, last_error = NULL WHERE id = ?",
                now.toEpochMilli(), effect.id());
    }

    public List<Effect> of(MessageId message) {
        return handle.select(COLUMNS + "WHERE o.message = ? ORDER BY o.id", message.value()).map((row, context) -> effect(row)).list();
    }

    /** What was being carried out when the program stopped; ask before anything is begun. */
    public List<Effect> running() {
        return handle.select(COLUMNS + "WHERE o.state = 'RUNNING' ORDER BY o.id").map((row, context) -> effect(row)).list();
    }

    /** How many effects are promised and not yet carried out, failed or given up. What is only looked for is carried out. */
    public int remaining() {
        return handle.select("SELECT (SELECT count(*) FROM outbox WHERE " + DUE + " AND state <> 'EXTRACTED')"
                + " + (SELECT count(*) FROM outbox WHERE state = 'RUNNING')").mapTo(Integer.class).one();
    }

    /** When the next effect is to be looked at again that the other side is at work on. */
    public Optional<Instant> nextLook() {
        return handle.select("SELECT min(next_try) FROM outbox WHERE " + DUE + " AND state = 'QUEUED'")
                .map((row, _) -> Optional.ofNullable((Number) row.getObject(1)).map(millis -> Instant.ofEpochMilli(millis.longValue()))).one();
    }

    /** What memory does not know yet of a customer, oldest first. */
    public List<Effect> unfinished(CustomerId customer, Effect.Lane lane, int limit) {
        return handle.select(COLUMNS + "WHERE o.customer = ? AND o.lane = ? AND o." + UNFINISHED + " ORDER BY o.id LIMIT ?",
                customer.value(), lane.name(), limit).map((row, context) -> effect(row)).list();
    }

    /** Of the whole desk, oldest first. */
    public List<Effect> unfinished(Effect.Lane lane, int limit) {
        return handle.select(COLUMNS + "WHERE o.lane = ? AND o." + UNFINISHED + " ORDER BY o.id LIMIT ?", lane.name(), limit)
                .map((row, context) -> effect(row)).list();
    }

    public Optional<Effect> find(long id) {
        return handle.select(COLUMNS + "WHERE o.id = ?", id).map((row, context) -> effect(row)).findOne();
    }

    /** The last time that memory was to learn from this ticket. */
    public Optional<Effect> lastFlush(TicketId ticket) {
        return handle.select(COLUMNS + "WHERE o.ticket = ? AND o.kind = 'FLUSH' AND o.state <> 'CANCELLED' ORDER BY o.id DESC LIMIT 1", ticket.value())
                .map((row, context) -> effect(row)).findOne();
    }

    private static Effect effect(ResultSet row) throws SQLException {
        return new Effect(row.getLong(1), new TicketId(row.getString(2)), new CustomerId(row.getString(3)),
                new MessageId(row.getString(4)), Effect.Kind.valueOf(row.getString(5)), row.getString(6),
                Effect.State.valueOf(row.getString(7)), Instant.ofEpochMilli(row.getLong(8)),
                Instant.ofEpochMilli(row.getLong(9)), row.getInt(10), Optional.ofNullable(row.getString(11)),
                Optional.ofNullable(row.getString(12)), Optional.ofNullable(row.getString(13)));
    }
}
