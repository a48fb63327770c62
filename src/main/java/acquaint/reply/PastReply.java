package acquaint.reply;

import acquaint.model.Customer;
import acquaint.model.Message;
import java.util.List;
import java.util.Optional;

/**
 * What an agent answered in another ticket. {@code asked} is what it answered; {@code next} is what the customer said to it; {@code fit} is how
 * well the case fits, 1 for the best that was found; {@code closed} says that the ticket was closed after it and stays so. Holds another's personal data.
 */
public record PastReply(Message reply, Customer customer, String asked, Optional<String> next, boolean closed, double fit) {

    public PastReply fitting(double better) {
        return new PastReply(reply, customer, asked, next, closed, better);
    }

    /** Finds replies in cases like the one a draft is for, best first; an interrupt cancels. Nothing where there is none, or none can be looked for. */
    @FunctionalInterface
    public interface Finder {

        List<PastReply> like(DraftRequest request) throws InterruptedException;
    }
}
