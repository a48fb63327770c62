package acquaint.pattern;

import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A matter of a customer as patterns are looked for in it: what the customer said in it, in order, beginning with its title where one was written. {@code ticket} is empty where only
 * memory has it.
 */
public record PastTicket(Optional<TicketId> ticket, String title, Instant at, List<String> said, Optional<String> solvedBy, boolean open, boolean reopened) {

    public PastTicket {
        said = List.copyOf(said);
    }
}
