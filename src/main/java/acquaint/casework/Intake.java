package acquaint.casework;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import java.util.List;
import java.util.Optional;

/** What comes in at the desk by an agent's hand: a new ticket, a customer's message, a new customer. */
public final class Intake {

    /** Who a new ticket is for. */
    public sealed interface Caller {

        record Known(CustomerId id) implements Caller {}

        /** A new customer; when one of the addresses is already somebody's, the ticket is theirs. */
        record New(String name, List<Address> addresses) implements Caller {}
    }

    /** A ticket as the agent enters it. {@code channel} is {@code phone}, {@code walk-in} or the like. */
    public record NewTicket(Caller caller, String subject, String channel, String firstMessage, Optional<String> assignee) {}

    /** Opens a ticket: the subject is remembered first, then the message. */
    public Ticket open(NewTicket request) {
        throw new UnsupportedOperationException();
    }

    /** Writes down what the customer said in an open or closed ticket; a closed one opens again. */
    public Message log(MessageId id, TicketId ticket, String text) {
        throw new UnsupportedOperationException();
    }

    /** Customers whose name, id or address contains each of the words, best known first. */
    public List<Customer> customers(String words, int limit) {
        throw new UnsupportedOperationException();
    }
}
