package acquaint.casework;

import acquaint.casework.QueueIndex.Entry;
import acquaint.model.QueueRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Entries kept in one order: a change costs a binary search, and only after many additions at once all are sorted anew. */
final class SortedEntries {

    private static final Comparator<QueueRow> NEWEST =
            Comparator.comparing(QueueRow::lastAt, Comparator.reverseOrder()).thenComparing(row -> row.ticket().value());
    private static final Comparator<QueueRow> WAITING_LONGEST =
            Comparator.<QueueRow, Instant>comparing(row -> row.waitingSince().orElse(Instant.MAX)).thenComparing(NEWEST);
    private static final Comparator<QueueRow> PRIORITY =
            Comparator.comparing(QueueRow::priority, Comparator.reverseOrder()).thenComparing(WAITING_LONGEST);

    private final Comparator<Entry> order;
    private final List<Entry> entries = new ArrayList<>();
    private boolean sorted = true;

    SortedEntries(QueueSort sort) {
        this.order = Comparator.comparing(Entry::row, switch (sort) {
            case WAITING_LONGEST -> WAITING_LONGEST;
            case NEWEST -> NEWEST;
            case PRIORITY -> PRIORITY;
        });
    }

    List<Entry> entries() {
        if (!sorted) {
            entries.sort(order);
            sorted = true;
        }
        return entries;
    }

    void addAll(Collection<Entry> more) {
        entries.addAll(more);
        sorted = sorted && more.isEmpty();
    }

    void add(Entry entry) {
        int at = Collections.binarySearch(entries(), entry, order);
        entries.add(at < 0 ? -at - 1 : at, entry);
    }

    void remove(Entry entry) {
        int at = Collections.binarySearch(entries(), entry, order);
        if (at >= 0) {
            entries.remove(at);
        }
    }
}
