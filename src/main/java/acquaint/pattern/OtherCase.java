package acquaint.pattern;

import acquaint.model.Customer;
import acquaint.model.Ticket;
import java.time.Instant;
import java.util.List;

/**
 * Another customer's ticket as it is compared: what was said in it, what became of it, and our sentences there, already cleaned. {@code again} says that the same customer asked anew
 * within 30 days. Holds another's personal data.
 */
public record OtherCase(Ticket ticket, Customer customer, PastTicket past, Instant ended, boolean again, List<String> solvedBy) {

    public OtherCase {
        solvedBy = List.copyOf(solvedBy);
    }
}
