package acquaint.casework;

import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.store.Effect;
import acquaint.store.HeldTable;
import acquaint.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a send, within its transaction. */
record Sending(Journal journal) {

    /** How many unseen messages a refusal shows at most. */
    private static final int SHOWN = 50;

    Replies.SendOutcome send(Session session, Replies.SendRequest request) {
        Ticket before = Journal.ticket(session, request.ticket());
        Optional<Message> known = session.messages().find(request.id());
        if (known.isPresent()) {
            return new Replies.SendOutcome.Sent(known.get(), undoUntil(session, known.get()));
        }
        List<Message> unseen = session.messages().unseen(before.id(), journal.me(), request.seen(), SHOWN);
        if (!unseen.isEmpty()) {
            return new Replies.SendOutcome.Refused(unseen);
        }
        Message reply = journal.say(session, request.id(), before, Message.Kind.REPLY, request.text(), Message.Delivery.HELD);
        Optional<Message> closing = Optional.empty();
        Ticket after = before.answered(reply.position(), reply.at());
        if (request.close() && after.isOpen()) {
            after = after.become(TicketStatus.CLOSED, reply.at());
            closing = Optional.of(journal.say(session, MessageId.random(), after, Message.Kind.EVENT,
                    new Event(Event.Name.STATUS, TicketStatus.CLOSED.name()).text(), Message.Delivery.NONE));
            after = after.noted(closing.get().position(), reply.at());
        }
        return finish(session, request, before, session.tickets().save(after), reply, closing);
    }

    private Replies.SendOutcome finish(
            Session session, Replies.SendRequest request, Ticket before, Ticket after, Message reply, Optional<Message> closing) {
        Instant undoUntil = reply.at().plus(Replies.UNDO);
        session.held().insert(new HeldTable.Held(reply.id(), before.status(), after.status(), before.waitingSince(), closing.map(Message::id)));
        session.outbox().add(effects(session, after, reply, undoUntil));
        session.drafts().remove(after.id(), Mode.REPLY);
        session.seen().advance(after.id(), journal.me(), Math.min(request.seen(), before.lastPosition()));
        journal.audit(session, "send", after, Optional.of(Journal.json(before)), Optional.of(Journal.json(reply)));
        return new Replies.SendOutcome.Sent(reply, undoUntil);
    }

    private static List<Effect> effects(Session session, Ticket ticket, Message reply, Instant notBefore) {
        String envelope = Envelope.freeze(reply, ticket, session.customers().find(ticket.customer()).orElseThrow());
        var effects = new ArrayList<>(List.of(
                Effects.deliver(reply, ticket.customer(), envelope, notBefore),
                Effects.remember(reply, ticket.customer(), notBefore)));
        if (!ticket.isOpen()) {
            effects.add(Effects.flush(ticket, reply.id(), notBefore));
        }
        return effects;
    }

    private static Instant undoUntil(Session session, Message reply) {
        return session.outbox().of(reply.id()).stream()
                .filter(effect -> effect.kind() == Effect.Kind.DELIVER)
                .map(Effect::notBefore)
                .reduce((first, last) -> last)
                .orElse(reply.at());
    }
}
