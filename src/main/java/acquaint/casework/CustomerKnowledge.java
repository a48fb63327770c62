package acquaint.casework;

import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.time.Duration;

/** What we know of the customer of a ticket: the desk's records, and memory within a deadline. */
public final class CustomerKnowledge {

    /** How long a recall may take before the answer is "away". */
    public static final Duration DEADLINE = Duration.ofSeconds(2);

    public CustomerCard card(TicketId ticket) {
        throw new UnsupportedOperationException();
    }

    /** Asks memory for what matters to this ticket: its subject and the customer's last words are the question. An interrupt cancels. */
    public Recalled recall(TicketId ticket) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** What waits to be remembered for this customer, in effects. */
    public int waiting(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    public ProfileItem correct(CustomerId customer, String itemId, String text) throws MemoryException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public void forget(CustomerId customer, String itemId) throws MemoryException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
