package acquaint.casework;

import acquaint.casework.Replies.SendOutcome;
import acquaint.casework.Replies.SendRequest;
import acquaint.model.Customer;
import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Review;
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
record Sending(Journal journal, SendRules rules) {

    /** How many unseen messages a refusal shows at most. */
    private static final int SHOWN = 50;

    /** Where a reply was written. */
    enum Origin {
        /** In the composer, which is empty afterwards. */
        COMPOSER,
        /** Elsewhere: what stands in the composer stays. */
        ELSEWHERE
    }

    SendOutcome send(Session session, SendRequest request, Origin origin) {
        Ticket before = Journal.ticket(session, request.ticket());
        Optional<SendOutcome> known = known(session, request.id());
        if (known.isPresent()) {
            return known.get();
        }
        List<Message> unseen = session.messages().unseen(before.id(), journal.me(), request.seen(), SHOWN);
        if (!unseen.isEmpty()) {
            return new SendOutcome.Refused(unseen);
        }
        Customer customer = session.customers().find(before.customer()).orElseThrow();
        List<RuleMatch> matches = rules.matches(request.text(), customer);
        SendOutcome outcome = matches.isEmpty() ? leave(session, request, journal.me()) : hold(session, request, before, matches);
        if (origin == Origin.COMPOSER) {
            session.drafts().remove(before.id(), Mode.REPLY);
        }
        session.seen().advance(before.id(), journal.me(), Math.min(request.seen(), before.lastPosition()));
        return outcome;
    }

    static Optional<SendOutcome> known(Session session, MessageId id) {
        return session.messages().find(id).<SendOutcome>map(message -> new SendOutcome.Sent(message, undoUntil(session, message)))
                .or(() -> session.reviews().find(id).map(SendOutcome.HeldForReview::new));
    }

    /** Not a message yet: it becomes one of this id when a second person lets it. */
    private SendOutcome hold(Session session, SendRequest request, Ticket before, List<RuleMatch> matches) {
        var review = new Review(request.id(), before.id(), before.customer(), journal.me(), request.text(), request.seen(), request.close(), journal.now(),
                matches.stream().map(RuleMatch::line).distinct().toList(), session.draftOutcomes().proposed(before.id()).map(DraftMeasures::text),
                Review.State.WAITING, Optional.empty(), Optional.empty(), Optional.empty());
        session.reviews().insert(review);
        Ticket saved = session.tickets().save(journal.tell(session, before, Event.of(Event.Name.REVIEW_ASKED)));
        journal.audit(session, "hold for review", saved, Optional.empty(), Optional.of(Journal.json(review)));
        return new SendOutcome.HeldForReview(review);
    }

    /** Stores the reply in the name of its author, with its envelope frozen as of now. The drafts are left to the caller. */
    SendOutcome.Sent leave(Session session, SendRequest request, String author) {
        Ticket before = Journal.ticket(session, request.ticket());
        Message reply = journal.as(author).say(session, request.id(), before, Message.Kind.REPLY, request.text(), Message.Delivery.HELD);
        Optional<Message> closing = Optional.empty();
        Ticket after = before.answered(reply.position(), reply.at());
        if (request.close() && after.isOpen()) {
            after = after.become(TicketStatus.CLOSED, reply.at());
            closing = Optional.of(journal.say(session, MessageId.random(), after, Message.Kind.EVENT,
                    new Event(Event.Name.STATUS, TicketStatus.CLOSED.name()).text(), Message.Delivery.NONE));
            after = after.noted(closing.get().position(), reply.at());
            new HandoffSteps(journal).ended(session, after);
        }
        return finish(session, before, session.tickets().save(after), reply, closing);
    }

    private SendOutcome.Sent finish(Session session, Ticket before, Ticket after, Message reply, Optional<Message> closing) {
        Instant undoUntil = reply.at().plus(Replies.UNDO);
        session.held().insert(new HeldTable.Held(reply.id(), before.status(), after.status(), before.waitingSince(), closing.map(Message::id)));
        session.outbox().add(effects(session, after, reply, undoUntil));
        journal.audit(session, "send", after, Optional.of(Journal.json(before)), Optional.of(Journal.json(reply)));
        return new SendOutcome.Sent(reply, undoUntil);
    }

    private static List<Effect> effects(Session session, Ticket ticket, Message reply, Instant notBefore) {
        String envelope = Envelope.freeze(reply, ticket, session.customers().find(ticket.customer()).orElseThrow());
        var effects = new ArrayList<>(List.of(
                Effects.deliver(reply, ticket.customer(), envelope, notBefore),
                Effects.findPromises(reply, ticket.customer(), notBefore),
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
