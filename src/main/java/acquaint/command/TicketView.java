package acquaint.command;

import acquaint.casework.Queue;
import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.model.QueueRow;
import java.util.List;
import java.util.Locale;

/** The queue's views by the names they have on the command line, and all of them together. */
enum TicketView {
    MINE(QueueView.MINE),
    UNASSIGNED(QueueView.UNASSIGNED),
    OPEN(QueueView.ALL_OPEN),
    WAITING(QueueView.WAITING),
    ESCALATED(QueueView.ESCALATED),
    CLOSED(QueueView.CLOSED),
    ALL(QueueView.ALL_OPEN, QueueView.CLOSED);

    private final List<QueueView> views;

    TicketView(QueueView... views) {
        this.views = List.of(views);
    }

    /** Reads no closed tickets where none are asked for. */
    List<QueueRow> rows(Queue queue, QueueSort sort, String filter) {
        queue.loadOpen();
        if (views.contains(QueueView.CLOSED)) {
            queue.loadClosed();
        }
        return views.stream().flatMap(view -> queue.rows(view, sort, filter).rows().stream()).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
