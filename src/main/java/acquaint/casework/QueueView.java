package acquaint.casework;

import acquaint.model.QueueRow;
import acquaint.model.TicketStatus;

/** The queue's ready-made views, in the order they are shown. */
public enum QueueView {
    MINE, UNASSIGNED, ALL_OPEN, WAITING, ESCALATED, CLOSED;

    /** Whether the row belongs in this view for the agent named {@code me}. */
    public boolean shows(QueueRow row, String me) {
        boolean open = row.status() != TicketStatus.CLOSED;
        return switch (this) {
            case MINE -> open && row.assignee().filter(me::equals).isPresent();
            case UNASSIGNED -> open && row.assignee().isEmpty();
            case ALL_OPEN -> open;
            case WAITING -> row.status() == TicketStatus.WAITING;
            case ESCALATED -> row.status() == TicketStatus.ESCALATED;
            case CLOSED -> !open;
        };
    }
}
