package acquaint.casework;

import acquaint.model.Draft;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.store.HeldTable.Held;
import acquaint.store.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The steps that take back a held reply, within their transaction. */
record Undoing(Journal journal) {

    /** More replies than anybody sends in one ticket while the first can still be undone. */
    private static final int REPLIES_WITHIN_UNDO = 100;

    Optional<String> undo(Session session, MessageId id) {
        Optional<Held> held = session.held().find(id);
        if (held.isEmpty() || !session.outbox().cancel(id)) {
            return Optional.empty();
        }
        Message reply = session.messages().find(id).orElseThrow();
        Ticket before = Journal.ticket(session, reply.ticket());
        Optional<Message> next = nextReply(session, reply);
        next.flatMap(later -> session.held().find(later.id())).ifPresent(later -> session.held().inherit(later, held.get()));
        session.messages().remove(reply);
        held.get().closing().flatMap(session.messages()::find).ifPresent(session.messages()::remove);
        session.held().remove(id);
        Ticket after = session.tickets().save(next.isPresent() ? before : restored(before, held.get(), journal.now()));
        if (!before.isOpen() && after.isOpen()) {
            new HandoffSteps(journal).reopened(session, after, reply.at());
        }
        putBack(session, reply);
        journal.audit(session, "undo", after, Optional.of(Journal.json(reply).put("text", reply.text())), Optional.of(Journal.json(after)));
        return Optional.of(reply.text());
    }

    /** The reply after this one: as long as it stands the ticket is answered, and its undo leads back to before both. */
    private static Optional<Message> nextReply(Session session, Message reply) {
        return session.messages().newest(reply.ticket(), Set.of(Message.Kind.REPLY), REPLIES_WITHIN_UNDO).stream()
                .filter(newer -> newer.position() > reply.position())
                .reduce((newer, older) -> older);
    }

    /** As before the reply, but for what others did to the ticket since. */
    private static Ticket restored(Ticket ticket, Held held, Instant now) {
        TicketStatus status = ticket.status() == held.after() ? held.before() : ticket.status();
        Optional<Instant> waiting = status == TicketStatus.CLOSED ? Optional.empty() : held.waitingSince().or(ticket::waitingSince);
        return new Ticket(ticket.id(), ticket.customer(), ticket.subject(), ticket.channel(), status, ticket.priority(),
                ticket.assignee(), ticket.tags(), ticket.createdAt(), now, waiting, ticket.lastPosition(), ticket.version());
    }

    private void putBack(Session session, Message reply) {
        String typedSince = session.drafts().find(reply.ticket(), Mode.REPLY).map(Draft::text).orElse("");
        String text = typedSince.isBlank() ? reply.text() : reply.text() + "\n\n" + typedSince;
        session.drafts().save(new Draft(reply.ticket(), Mode.REPLY, text, journal.now()));
    }
}
