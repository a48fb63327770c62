package acquaint.casework;

import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.model.Ticket;
import java.util.List;

/**
 * A ticket opened for reading: a window of its messages in order, how many stand before and after that window, and the
 * position of the first one that this agent has not seen (0 when all were seen).
 */
public record Conversation(Ticket ticket, Customer customer, List<Message> messages, long earlier, long later, long firstUnread) {

    public Conversation {
        messages = List.copyOf(messages);
    }
}
