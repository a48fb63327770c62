package acquaint.casework;

import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Review;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Effect;
import acquaint.store.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sending, undoing and noting. What returns normally is stored together with its outbox effects, in one transaction. */
public final class Replies {

    /** How long a reply is held back so that it can be undone. */
    public static final Duration UNDO = Duration.ofSeconds(8);

    /**
     * A reply as the agent sees it when pressing Send. {@code id} is made by the composer, so that pressing twice sends
     * once; {@code seen} is the position of the newest message on the agent's screen.
     */
    public record SendRequest(MessageId id, TicketId ticket, String text, long seen, boolean close) {}

    /** What became of a send. */
    public sealed interface SendOutcome {

        /** Stored and held until {@code undoUntil}. */
        record Sent(Message message, Instant undoUntil) implements SendOutcome {}

        /** Not stored: these messages arrived unseen. The draft is kept. */
        record Refused(List<Message> unseen) implements SendOutcome {}

        /** Kept for a second person, who lets it leave or sends it back; the composer is free for something else. */
        record HeldForReview(Review review) implements SendOutcome {}
    }

    private final Desk desk;
    private final Journal journal;
    private final Sending sending;
    private final Undoing undoing;

    public Replies(Desk desk, Clock clock, String me, SendRules rules) {
        this.desk = desk;
        this.journal = new Journal(clock, me);
        this.sending = new Sending(journal, rules);
        this.undoing = new Undoing(journal);
    }

    /** Stores the reply, empties the ticket's reply draft, puts delivery and memory into the outbox. */
    public SendOutcome send(SendRequest request) {
        return send(request, Sending.Origin.COMPOSER);
    }

    /** Sends what was not written in the composer, such as one update to many tickets: what is typed there stays. */
    public SendOutcome tell(SendRequest request) {
        return send(request, Sending.Origin.ELSEWHERE);
    }

    private SendOutcome send(SendRequest request, Sending.Origin origin) {
        if (request.text().isBlank()) {
            throw new IllegalArgumentException("a reply must not be empty");
        }
        return desk.write(session -> sending.send(session, request, origin));
    }

    /**
     * Takes back a held reply: it was never delivered nor remembered, the ticket is as before, and the text is in the
     * ticket's reply draft again, before anything typed since. Empty when it is too late.
     */
    public Optional<String> undo(MessageId reply) {
        return desk.write(session -> undoing.undo(session, reply));
    }

    /** Adds an internal note and empties the ticket's note draft. The same {@code id} twice adds it once. */
    public Message note(MessageId id, TicketId ticket, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note must not be empty");
        }
        return desk.write(session -> {
            Ticket before = Journal.ticket(session, ticket);
            Optional<Message> known = session.messages().find(id);
            if (known.isPresent()) {
                return known.get();
            }
            Message note = journal.say(session, id, before, Message.Kind.NOTE, text, Message.Delivery.NONE);
            Ticket saved = session.tickets().save(before.noted(note.position(), note.at()));
            session.drafts().remove(ticket, Mode.NOTE);
            journal.audit(session, "note", saved, Optional.empty(), Optional.of(Journal.json(note)));
            return note;
        });
    }

    /** Sends a failed or uncertain reply again, on the agent's word. */
    public void sendAgain(MessageId reply) {
        desk.write(session -> {
            settle(session, reply, "send again", Message.Delivery.SENDING)
                    .ifPresent(effect -> session.outbox().again(effect, journal.now()));
            return null;
        });
    }

    /** The agent knows that an uncertain reply has arrived. */
    public void confirmSent(MessageId reply) {
        desk.write(session -> {
            settle(session, reply, "confirm sent", Message.Delivery.SENT)
                    .ifPresent(effect -> session.outbox().state(List.of(effect), Effect.State.DONE, Optional.empty()));
            return null;
        });
    }

    /** Gives a failed or uncertain reply its new state; the effect of its delivery, empty when the reply is in no such state. */
    private Optional<Effect> settle(Session session, MessageId reply, String what, Message.Delivery next) {
        Optional<Effect> stuck = session.outbox().of(reply).stream()
                .filter(effect -> effect.kind() == Effect.Kind.DELIVER)
                .filter(effect -> effect.state() == Effect.State.FAILED || effect.state() == Effect.State.UNCERTAIN)
                .findFirst();
        stuck.ifPresent(effect -> {
            Message before = session.messages().find(reply).orElseThrow();
            session.messages().delivery(reply, next);
            session.held().remove(reply);
            journal.audit(session, what, Journal.ticket(session, before.ticket()), Optional.of(Journal.json(before).put("delivery", before.delivery().name())),
                    Optional.of(Journal.json(before).put("delivery", next.name())));
        });
        return stuck;
    }
}
