package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import acquaint.pattern.RecurringIssue;
import acquaint.reply.Likeness;
import acquaint.store.Desk;
import java.util.List;
import java.util.Optional;

/** Which issues a customer had more than once, read from the desk's tickets and from memory's episodes. Blocks; an interrupt cancels. */
public final class RecurringIssues {

    private final Desk desk;
    private final CustomerMemory memory;
    private final Likeness likeness;

    public RecurringIssues(Desk desk, CustomerMemory memory, Likeness likeness) {
        this.desk = desk;
        this.memory = memory;
        this.likeness = likeness;
    }

    /** The most frequent first. Empty where nothing recurs. */
    public List<RecurringIssue> ofCustomer(CustomerId customer) throws InterruptedException {
        return List.of();
    }

    /** The recurring issue that this ticket is an occurrence of. */
    public Optional<RecurringIssue> of(TicketId ticket) throws InterruptedException {
        return Optional.empty();
    }
}
