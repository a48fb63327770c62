package acquaint.casework;

import acquaint.model.Folded;
import acquaint.model.HandoffState;
import acquaint.model.TicketId;
import acquaint.store.BoardRow;
import acquaint.store.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * All handed-over tickets by where they stand, held in memory so that the board and its filter are answered without a query. Follows the desk from the
 * first {@link #load} on. Safe for several threads; only {@link #load} blocks.
 */
public final class Board {

    /** How long what was decided is shown; of what was decided before the board was loaded, the newest 300. */
    public static final Duration DECIDED = Duration.ofDays(7);

    /** How many of those are read at first: nobody looks through more. */
    private static final int MOST_DECIDED = 300;

    private final Desk desk;
    private final Clock clock;
    private final Permissions permissions;
    private final BoardIndex index = new BoardIndex();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Held from reading rows to putting them into the index, so that an older reading never replaces a newer one. */
    private final ReentrantLock reading = new ReentrantLock();
    private volatile boolean loaded;

    public Board(Desk desk, Clock clock, Permissions permissions) {
        this.desk = desk;
        this.clock = clock;
        this.permissions = permissions;
        desk.onChange(this::follow);
    }

    /** Reads what there is; further calls do nothing. */
    public void load() {
        permissions.require(Permission.SEE_BOARD);
        reading.lock();
        try {
            if (!loaded) {
                List<BoardRow> rows = desk.read(session -> Stream.concat(session.board().open().stream(), session.board().decidedSince(decidedSince(), MOST_DECIDED).stream()).toList());
                synchronized (index) {
                    rows.forEach(index::put);
                }
                loaded = true;
            }
        } finally {
            reading.unlock();
        }
        tell();
    }

    private Instant decidedSince() {
        return clock.instant().minus(DECIDED);
    }

    /**
     * Every state with its cards: what is due soonest first, and of what was decided or returned the newest. {@code filter}: words that must all be found in
     * customer, tier, subject, ticket, reason, requested decision, or the names of agent, reviewer and recipient, in any case.
     */
    public Map<HandoffState, List<BoardCard>> cards(String filter) {
        permissions.require(Permission.SEE_BOARD);
        List<String> words = Folded.words(filter);
        synchronized (index) {
            return index.cards(words, clock.instant(), decidedSince());
        }
    }

    /** Runs {@code listener} on the changing thread after cards may have changed. Closing the handle ends it. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void follow(Set<TicketId> touched) {
        reading.lock();
        try {
            if (!loaded || !take(touched)) {
                return;
            }
        } finally {
            reading.unlock();
        }
        tell();
    }

    /** Whether any of the tickets is, or was, on the board. */
    private boolean take(Set<TicketId> touched) {
        Instant from = decidedSince();
        List<BoardRow> rows = desk.read(session -> touched.stream().flatMap(ticket -> session.board().ofTicket(ticket, from).stream()).toList());
        synchronized (index) {
            boolean removed = touched.stream().map(index::remove).reduce(false, Boolean::logicalOr);
            rows.forEach(index::put);
            return removed || !rows.isEmpty();
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
