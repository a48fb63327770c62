package acquaint.store;

import acquaint.model.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Figures over handoffs, counted by the database. */
public final class HandoffFigureTable {

    /** What waits for somebody who decides. */
    private static final String WAITING = "ended_at IS NULL AND state <> 'RETURNED'";
    private static final String BEGUN = "created_at >= ? AND created_at < ?";

    /** A customer whose tickets were handed over {@code times} times. */
    public record Repeat(CustomerId customer, String name, int times) {}

    /** What a reviewer has now, and decided and returned in the period. */
    public record Load(String reviewer, int open, int decided, int returned) {}

    /** What was handed over and decided in one part of a period. */
    public record Day(Instant from, Instant until, int handedOver, int decided) {}

    private final Handle handle;

    HandoffFigureTable(Handle handle) {
        this.handle = handle;
    }

    /** How many wait that were begun after {@code from} and up to {@code until}. */
    public int waiting(Instant from, Instant until) {
        return count("SELECT count(*) FROM handoff WHERE " + WAITING + " AND created_at > ? AND created_at <= ?", from.toEpochMilli(), until.toEpochMilli());
    }

    /** How many wait that nobody has touched and that are due at {@code from} or later and before {@code until}. */
    public int untouched(Instant from, Instant until) {
        return count("SELECT count(*) FROM handoff WHERE " + WAITING + " AND touched_at IS NULL AND due_at >= ? AND due_at < ?", from.toEpochMilli(), until.toEpochMilli());
    }

    public int begun(Instant from, Instant until) {
        return count("SELECT count(*) FROM handoff WHERE " + BEGUN, from.toEpochMilli(), until.toEpochMilli());
    }

    /** Of those begun in the period, how many were returned at least once. */
    public int returned(Instant from, Instant until) {
        return count("SELECT count(*) FROM handoff h WHERE " + BEGUN + " AND EXISTS (SELECT 1 FROM handoff_step s WHERE s.handoff = h.id AND s.kind = 'RETURNED')",
                from.toEpochMilli(), until.toEpochMilli());
    }

    /** Of those begun in the period, how many were touched after they were due, or are due and not touched. */
    public int breached(Instant from, Instant until, Instant now) {
        return count("SELECT count(*) FROM handoff WHERE " + BEGUN + " AND due_at < coalesce(touched_at, ended_at, ?)", from.toEpochMilli(), until.toEpochMilli(), now.toEpochMilli());
    }

    /** The time from handing over to the first touch that this share of those begun in the period stayed within; a value that really was. */
    public Optional<Duration> firstTouch(Instant from, Instant until, double share) {
        String touched = " FROM handoff WHERE " + BEGUN + " AND touched_at IS NOT NULL";
        int all = count("SELECT count(*)" + touched, from.toEpochMilli(), until.toEpochMilli());
        int place = Math.max(0, (int) Math.ceil(all * share) - 1);
        return handle.select("SELECT touched_at - created_at AS took" + touched + " ORDER BY took LIMIT 1 OFFSET ?", from.toEpochMilli(), until.toEpochMilli(), place)
                .mapTo(Long.class).findOne().map(Duration::ofMillis);
    }

    /** Customers of whom more than one ticket was handed over in the period, or one more than once; the most first. */
    public List<Repeat> repeats(Instant from, Instant until, int limit) {
        return handle.select("SELECT h.customer, c.name, count(*) AS times FROM handoff h JOIN customer c ON c.id = h.customer WHERE h." + BEGUN.replace("AND ", "AND h.")
                        + " GROUP BY h.customer HAVING count(*) > 1 ORDER BY times DESC, c.name LIMIT ?", from.toEpochMilli(), until.toEpochMilli(), limit)
                .map((row, _) -> new Repeat(new CustomerId(row.getString(1)), row.getString(2), row.getInt(3))).list();
    }

    /** How many customers had anything handed over in the period. */
    public int customers(Instant from, Instant until) {
        return count("SELECT count(DISTINCT customer) FROM handoff WHERE " + BEGUN, from.toEpochMilli(), until.toEpochMilli());
    }

    /** By name. */
    public List<Load> loads(Instant from, Instant until) {
        return handle.createQuery("SELECT reviewer, sum(open), sum(decided), sum(returned) FROM ("
                        + "SELECT reviewer, 1 AS open, 0 AS decided, 0 AS returned FROM handoff WHERE " + WAITING + " AND reviewer IS NOT NULL"
                        + " UNION ALL SELECT who, 0, kind = 'DECIDED', kind = 'RETURNED' FROM handoff_step WHERE at >= :from AND at < :until AND kind IN ('DECIDED', 'RETURNED'))"
                        + " GROUP BY reviewer ORDER BY reviewer")
                .bind("from", from.toEpochMilli()).bind("until", until.toEpochMilli())
                .map((row, _) -> new Load(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4))).list();
    }

    /** Counts for each part between two of {@code bounds}, in order. */
    public List<Day> days(List<Instant> bounds) {
        if (bounds.size() < 2) {
            return List.of();
        }
        String parts = java.util.stream.IntStream.range(1, bounds.size())
                .mapToObj(i -> "(" + bounds.get(i - 1).toEpochMilli() + ", " + bounds.get(i).toEpochMilli() + ")").collect(Collectors.joining(", "));
        return handle.createQuery("WITH day(since, until) AS (VALUES " + parts + ") SELECT since, until,"
                        + " (SELECT count(*) FROM handoff WHERE created_at >= since AND created_at < until),"
                        + " (SELECT count(*) FROM handoff WHERE ended_at >= since AND ended_at < until AND state = 'DECIDED') FROM day ORDER BY since")
                .map((row, _) -> new Day(Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2)), row.getInt(3), row.getInt(4))).list();
    }

    private int count(String sql, Object... arguments) {
        return handle.select(sql, arguments).mapTo(Integer.class).one();
    }
}
