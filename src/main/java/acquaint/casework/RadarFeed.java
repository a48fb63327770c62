package acquaint.casework;

import acquaint.model.TicketId;
import acquaint.pattern.Alarm;
import acquaint.pattern.Radar;
import acquaint.pattern.Report;
import acquaint.store.Desk;
import acquaint.store.ReportTable.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Has the radar follow the desk: first what the desk has, then each ticket as it comes. Safe for several threads. */
final class RadarFeed {

    /** What is usual is told from so long ago on. */
    private static final Duration HISTORY = Duration.ofDays(42);
    private static final int MOST = 25_000;
    /** What began earlier is past: it can raise nothing any more. */
    private static final Duration RECENT = Duration.ofHours(24);
    private static final Duration SPELL = Duration.ofMillis(20);
    /** A customer's later words answer our questions. */
    private static final int MESSAGES = 3;

    private enum State { IDLE, LOADING, FOLLOWING }

    private final Desk desk;
    private final Clock clock;
    private final Radar radar = new Radar();
    /** How many of the customer's messages each recent report was taken from. */
    private final Map<TicketId, Integer> taken = new HashMap<>();
    private final Set<TicketId> waiting = new HashSet<>();
    private State state = State.IDLE;

    RadarFeed(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Takes in what the desk has; an interrupt ends it early, and {@link #load} may be called again. */
    void load() {
        synchronized (this) {
            if (state != State.IDLE) {
                return;
            }
            state = State.LOADING;
        }
        boolean whole = false;
        try {
            whole = takeAll(desk.read(session -> session.reports().since(clock.instant().minus(HISTORY), MOST)));
        } finally {
            follow(ended(whole));
        }
    }

    /** False where an interrupt ended it early. Rests as long as it works: a window that has just opened needs the processor more. */
    private boolean takeAll(List<Row> rows) {
        long begun = System.nanoTime();
        for (Row row : rows) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            take(row);
            if (System.nanoTime() - begun > SPELL.toNanos()) {
                LockSupport.parkNanos(SPELL.toNanos());
                begun = System.nanoTime();
            }
        }
        return true;
    }

    /** What was touched meanwhile; the next loading finds that itself. */
    private synchronized Set<TicketId> ended(boolean whole) {
        state = whole ? State.FOLLOWING : State.IDLE;
        Set<TicketId> missed = whole ? Set.copyOf(waiting) : Set.of();
        waiting.clear();
        return missed;
    }

    /** Whether alarms may have changed. */
    boolean follow(Set<TicketId> touched) {
        Set<TicketId> news = new HashSet<>();
        synchronized (this) {
            if (state == State.LOADING) {
                waiting.addAll(touched);
            } else if (state == State.FOLLOWING) {
                touched.stream().filter(ticket -> taken.getOrDefault(ticket, 0) < MESSAGES).forEach(news::add);
            }
        }
        if (news.isEmpty()) {
            return false;
        }
        boolean changed = false;
        for (Row row : desk.read(session -> news.stream().flatMap(ticket -> session.reports().find(ticket).stream()).toList())) {
            changed |= take(row);
        }
        return changed;
    }

    private synchronized boolean take(Row row) {
        Instant now = clock.instant();
        if (row.messages() <= taken.getOrDefault(row.ticket(), 0)) {
            return false;
        }
        var report = new Report(row.ticket(), row.customer(), row.at().isAfter(now) ? now : row.at(), row.text());
        if (row.at().isBefore(now.minus(RECENT))) {
            if (!radar.knows(row.ticket())) {
                radar.learn(report);
            }
            return false;
        }
        if (taken.size() > MOST) {
            taken.clear();
        }
        taken.put(row.ticket(), row.messages());
        return radar.take(report);
    }

    synchronized List<Alarm> alarms() {
        return radar.alarms(clock.instant());
    }
}
