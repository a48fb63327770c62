package acquaint.casework;

import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.store.Effect;
import java.time.Instant;

/** The effects that follow from what happens to a ticket. */
final class Effects {

    private static final String SUBJECT = "#subject";

    private Effects() {}

    /** The ticket's subject is remembered, before anything that is said in it. */
    static Effect rememberSubject(Ticket ticket, Instant at) {
        return Effect.promised(Effect.Kind.REMEMBER, ticket.id(), ticket.customer(), subjectOf(ticket), "", at);
    }

    static Effect remember(Message message, CustomerId customer, Instant notBefore) {
        return Effect.promised(Effect.Kind.REMEMBER, message.ticket(), customer, message.id(), "", notBefore);
    }

    /** {@code cause} is the message that closed the ticket: taking it back takes this back. */
    static Effect flush(Ticket ticket, MessageId cause, Instant notBefore) {
        return Effect.promised(Effect.Kind.FLUSH, ticket.id(), ticket.customer(), cause, "", notBefore);
    }

    static Effect deliver(Message reply, CustomerId customer, String envelope, Instant notBefore) {
        return Effect.promised(Effect.Kind.DELIVER, reply.ticket(), customer, reply.id(), envelope, notBefore);
    }

    /** What a reply promises is looked for once it was handed over. */
    static Effect findPromises(Message reply, CustomerId customer, Instant notBefore) {
        return Effect.promised(Effect.Kind.FIND_PROMISES, reply.ticket(), customer, reply.id(), "", notBefore);
    }

    /** Names the subject of a ticket among what memory keeps. */
    static MessageId subjectOf(Ticket ticket) {
        return new MessageId(ticket.id() + SUBJECT);
    }
}
