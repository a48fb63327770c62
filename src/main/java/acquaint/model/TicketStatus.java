package acquaint.model;

import java.util.Set;

/** Where a ticket stands, and where it may go from there. */
public enum TicketStatus {
    /** The customer waits for us. */
    OPEN,
    /** We answered; the customer's turn. */
    WAITING,
    /** Handed to another person with a brief. */
    ESCALATED,
    /** Done; a new message of the customer opens it again. */
    CLOSED;

    /** Whether a ticket that is in this state may be put into {@code next}. */
    public boolean canBecome(TicketStatus next) {
        return switch (this) {
            case OPEN, WAITING, ESCALATED -> next != this;
            case CLOSED -> next == OPEN;
        };
    }

    /** The states an agent may choose from here; a ticket is escalated by handing it over. */
    public Set<TicketStatus> next() {
        var all = java.util.EnumSet.allOf(TicketStatus.class);
        all.removeIf(status -> status == ESCALATED || !canBecome(status));
        return all;
    }
}
