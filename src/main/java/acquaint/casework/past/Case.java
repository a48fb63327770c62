package acquaint.casework.past;

import acquaint.model.Message;
import acquaint.model.Ticket;
import java.util.List;
import java.util.stream.Collectors;

/** What a reply answers: what the customer said just before it, what we had said before that, and what the ticket is about. */
record Case(String asked, String before, String matter) {

    /** What is looked at before a reply. */
    static final int MESSAGES = 12;

    /** {@code earlier} are the messages before the reply, in order; the ticket's subject is often the beginning of its first message. */
    static Case of(Ticket ticket, List<Message> earlier) {
        return of(ticket, earlier, 0);
    }

    /** As above, where the ticket is forgotten up to this position: neither what was said by then nor its subject counts. */
    static Case of(Ticket ticket, List<Message> earlier, long forgotten) {
        List<Message> said = earlier.stream().filter(message -> message.position() > forgotten).filter(message -> message.isFrom(Message.Kind.CUSTOMER) || message.isFrom(Message.Kind.REPLY)).toList();
        int from = said.size();
        while (from > 0 && said.get(from - 1).isFrom(Message.Kind.CUSTOMER)) {
            from--;
        }
        String asked = said.subList(from, said.size()).stream().map(Message::text).collect(Collectors.joining("\n"));
        return new Case(asked, from > 0 ? said.get(from - 1).text() : "", forgotten > 0 ? "" : ticket.subject());
    }
}
