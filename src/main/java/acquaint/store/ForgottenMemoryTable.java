package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Which tickets no memory is to learn from any more, whichever memory the desk has. */
public final class ForgottenMemoryTable {

    private static final String FORGET = "INSERT INTO forgotten_memory (ticket, position) SELECT id, last_position FROM ticket WHERE ";
    private static final String AGAIN = " ON CONFLICT (ticket) DO UPDATE SET position = excluded.position";

    private final Handle handle;

    ForgottenMemoryTable(Handle handle) {
        this.handle = handle;
    }

    /** All that stands in the ticket now. */
    public void forget(TicketId ticket) {
        handle.execute(FORGET + "id = ?" + AGAIN, ticket.value());
    }

    /** All that stands in the customer's tickets now. */
    public void forget(CustomerId customer) {
        handle.execute(FORGET + "customer = ?" + AGAIN, customer.value());
    }

    /** Up to which position the ticket's messages are not for memory, and then its subject is not, either; empty where all are. */
    public OptionalLong upTo(TicketId ticket) {
        return handle.select("SELECT position FROM forgotten_memory WHERE ticket = ?", ticket.value()).mapTo(Long.class).findOne()
                .map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
