package acquaint.store;

import acquaint.model.TicketId;

/** Another write changed the ticket since it was read: read it again, and decide again. */
public final class StaleTicket extends RuntimeException {

    StaleTicket(TicketId ticket, long expected) {
        super("ticket " + ticket + " no longer has version " + expected);
    }
}
