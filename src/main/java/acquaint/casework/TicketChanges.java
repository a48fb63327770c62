package acquaint.casework;

import acquaint.model.Priority;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Changes to a ticket other than what is said in it. Each reads the ticket, changes it by the model's rules, saves it with
 * the expected version (once more when another write came between), writes the audit trail and an event into the conversation.
 */
public final class TicketChanges {

    /** Puts the ticket into another state; closing it also has its session flushed. {@link Ticket.IllegalChange} when that is no legal step. */
    public Ticket status(TicketId ticket, TicketStatus next) {
        throw new UnsupportedOperationException();
    }

    /** Gives the ticket to an agent, or to nobody. */
    public Ticket assign(TicketId ticket, Optional<String> agent) {
        throw new UnsupportedOperationException();
    }

    public Ticket priority(TicketId ticket, Priority priority) {
        throw new UnsupportedOperationException();
    }

    public Ticket tags(TicketId ticket, SequencedSet<String> tags) {
        throw new UnsupportedOperationException();
    }
}
