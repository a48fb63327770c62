package acquaint.casework;

import acquaint.model.QueueRow;
import java.util.List;
import java.util.Map;

/**
 * All tickets of the desk as rows, held in memory so that a view, a filter and its counts are answered without a query.
 * Follows the store's changes by itself. Safe for use by several threads.
 */
public final class Queue {

    /** Rows of one view that pass the filter, in order, with the counts of every view (unfiltered). {@code complete} is false while closed tickets are still being read. */
    public record Answer(List<QueueRow> rows, Map<QueueView, Integer> counts, boolean complete) {}

    /** Reads the open tickets, and returns when those can be shown; the first call of a start. */
    public void loadOpen() {
        throw new UnsupportedOperationException();
    }

    /** Reads the closed tickets too; interruptible. */
    public void loadClosed() {
        throw new UnsupportedOperationException();
    }

    /** {@code filter}: words that must all be found in customer, subject, preview, ticket id, assignee or tags, in any case. */
    public Answer rows(QueueView view, QueueSort sort, String filter) {
        throw new UnsupportedOperationException();
    }

    /** Runs {@code listener} on the changing thread after tickets changed. Closing the handle ends it. */
    public AutoCloseable onChange(Runnable listener) {
        throw new UnsupportedOperationException();
    }
}
