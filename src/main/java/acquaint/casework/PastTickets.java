package acquaint.casework;

import acquaint.memory.Episode;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.QueueRow;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.pattern.PastTicket;
import acquaint.pattern.Solution;
import acquaint.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads tickets as patterns are looked for in them. What was forgotten is not read. */
final class PastTickets {

    /** Messages of a ticket that are looked at: its beginning says what it is about, its end how it ended. */
    private static final int FIRST = 20;
    private static final int LAST = 30;

    /** What is unread does not matter here. */
    private static final String NOBODY = "";

    private PastTickets() {}

    /** The newest {@code limit} of a customer, newest first. */
    static List<PastTicket> of(Session session, CustomerId customer, int limit) {
        return session.queue().ofCustomer(customer, NOBODY).stream().map(QueueRow::ticket).limit(limit).flatMap(ticket -> of(session, ticket).stream()).toList();
    }

    /** Empty where the customer wrote nothing that is still known. */
    static Optional<PastTicket> of(Session session, TicketId id) {
        Ticket ticket = Journal.ticket(session, id);
        List<Message> messages = messages(session, ticket);
        List<String> said = messages.stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).map(Message::text).toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PastTicket(Optional.of(id), ticket.subject(), messages.getFirst().at(), withSubject(ticket, said), Solution.of(messages), ticket.isOpen(), Solution.cameBack(messages)));
    }

    /** A subject that was cut from the first message says nothing more. */
    private static List<String> withSubject(Ticket ticket, List<String> said) {
        String subject = ticket.subject().replaceAll("…$", "");
        return said.getFirst().startsWith(subject) ? said : Stream.concat(Stream.of(subject), said.stream()).toList();
    }

    static List<Message> messages(Session session, Ticket ticket) {
        long forgotten = session.forgottenMemory().upTo(ticket.id()).orElse(0);
        var messages = new ArrayList<>(session.messages().after(ticket.id(), forgotten, FIRST));
        long reached = messages.isEmpty() ? forgotten : messages.getLast().position();
        messages.addAll(session.messages().before(ticket.id(), Long.MAX_VALUE, LAST).stream().filter(message -> message.position() > reached).toList());
        return messages;
    }

    /** What memory has of a session that is no ticket of this desk. */
    static PastTicket of(Episode episode) {
        return new PastTicket(Optional.empty(), episode.subject(), episode.from(), List.of(episode.subject(), episode.summary()), episode.result(), false, false);
    }
}
