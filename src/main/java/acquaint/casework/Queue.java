package acquaint.casework;

import acquaint.model.Folded;
import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All tickets of the desk as rows, held in memory so that a view, a filter and its counts are answered without a query.
 * Follows the store's changes by itself. Safe for use by several threads.
 */
public final class Queue {

    /** How many closed tickets are read at once: a change waits for one such page at most. */
    private static final int CLOSED_PAGE = 5_000;

    /** Rows of one view that pass the filter, in order, with the counts of every view (unfiltered). {@code complete} is false while closed tickets are still being read. */
    public record Answer(List<QueueRow> rows, Map<QueueView, Integer> counts, boolean complete) {}

    /** Tickets in which words were found, the newest first and open ones before closed ones, and the newest ticket of each customer whose name or id has the words. */
    public record Found(List<QueueRow> tickets, List<QueueRow> customers, boolean complete) {}

    private final Desk desk;
    private final String me;
    private final QueueIndex index;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Held from reading rows to putting them into the index, so that an older reading never replaces a newer one. */
    private final ReentrantLock reading = new ReentrantLock();
    private boolean complete;

    public Queue(Desk desk, String me) {
        this.desk = desk;
        this.me = me;
        this.index = new QueueIndex(me);
        desk.onChange(this::follow);
    }

    /** Reads the open tickets, and returns when those can be shown; the first call of a start. */
    public void loadOpen() {
        reading.lock();
        try {
            add(desk.read(session -> session.queue().open(me)));
        } finally {
            reading.unlock();
        }
        tell();
    }

    /** Reads the closed tickets too, the newest first, and tells as soon as there are some to show; interruptible. */
    public void loadClosed() {
        Optional<QueueRow> last = Optional.empty();
        do {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            boolean first = last.isEmpty();
            last = loadClosedAfter(last);
            if (first && last.isPresent()) {
                tell();
            }
        } while (last.isPresent());
        synchronized (index) {
            complete = true;
        }
        tell();
    }

    private Optional<QueueRow> loadClosedAfter(Optional<QueueRow> last) {
        reading.lock();
        try {
            List<QueueRow> page = desk.read(session -> session.queue().closed(me, last, CLOSED_PAGE));
            add(page);
            return page.size() < CLOSED_PAGE ? Optional.empty() : Optional.of(page.getLast());
        } finally {
            reading.unlock();
        }
    }

    private void add(List<QueueRow> rows) {
        var entries = rows.stream().map(QueueIndex.Entry::of).toList();
        synchronized (index) {
            index.addAbsent(entries);
        }
    }

    /** {@code filter}: words that must all be found in the customer's name or id, subject, preview, ticket id, assignee or tags, in any case. */
    public Answer rows(QueueView view, QueueSort sort, String filter) {
        List<String> words = Folded.words(filter);
        synchronized (index) {
            return new Answer(index.rows(view, sort, words), index.counts(), complete);
        }
    }

    /** At most {@code most} tickets and customers with all these words, as {@link #rows} finds them, closed ones too; none for a blank text. */
    public Found find(String words, int most) {
        List<String> folded = Folded.words(words);
        synchronized (index) {
            return index.find(folded, most, complete);
        }
    }

    /** Runs {@code listener} on the changing thread after tickets changed. Closing the handle ends it. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void follow(Set<TicketId> touched) {
        reading.lock();
        try {
            var entries = desk.read(session -> touched.stream()
                    .flatMap(ticket -> session.queue().find(ticket, me).stream())
                    .map(QueueIndex.Entry::of)
                    .toList());
            synchronized (index) {
                entries.forEach(index::put);
            }
        } finally {
            reading.unlock();
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
