package acquaint.casework;

import acquaint.casework.Replies.SendOutcome;
import acquaint.casework.Replies.SendRequest;
import acquaint.model.Draft;
import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Review;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.reply.DraftReply;
import acquaint.reply.ModelException;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Replies that wait for a second person: let by another than their author, or sent back. What returns normally is stored, in one transaction each. Blocks;
 * any thread but the JavaFX thread.
 */
public final class Reviews {

    /** A reply that waits, with whom it is for and what about. */
    public record Waiting(Review review, String customerName, Optional<String> tier, String subject) {}

    /**
     * A held reply with why it is held and the draft that it was written from, where there was one. {@code edited} is what a reviewer has made of it. {@code unseen} arrived since its author wrote it: it leaves only
     * on the word of somebody who has read that.
     */
    public record ReviewView(Review review, Optional<String> edited, List<RuleMatch> rules, List<Message> unseen) {

        public ReviewView {
            rules = List.copyOf(rules);
            unseen = List.copyOf(unseen);
        }
    }

    /** Two keys are two persons'. */
    public static final class OwnReply extends RuntimeException {
        OwnReply(MessageId id) {
            super("reply " + id + " must be let by another person than its author");
        }
    }

    /** It was let, sent back or taken back by somebody else meanwhile. */
    public static final class NotWaiting extends RuntimeException {
        NotWaiting(MessageId id) {
            super("reply " + id + " does not wait for a second person");
        }
    }

    private static final int SHOWN = 50;

    private final Desk desk;
    private final Permissions permissions;
    private final Journal journal;
    private final Sending sending;
    private final DraftReplies drafts;

    /** {@code drafts} tells what a held reply rests on. */
    public Reviews(Desk desk, Clock clock, Permissions permissions, SendRules rules, DraftReplies drafts) {
        this.desk = desk;
        this.permissions = permissions;
        this.journal = new Journal(clock, permissions.me().name());
        this.sending = new Sending(journal, rules);
        this.drafts = drafts;
    }

    /** The longest waiting first. */
    public List<Waiting> waiting() {
        permissions.require(Permission.REVIEW_REPLIES);
        return desk.read(session -> session.reviews().waiting().stream().map(review -> {
            var customer = session.customers().find(review.customer()).orElseThrow();
            return new Waiting(review, customer.name(), customer.tier(), Journal.ticket(session, review.ticket()).subject());
        }).toList());
    }

    /** What of a ticket waits, the oldest first: everybody who opens the ticket sees that. */
    public List<Review> waitingOf(TicketId ticket) {
        return desk.read(session -> session.reviews().ofTicket(ticket)).stream().filter(review -> review.state() == Review.State.WAITING).toList().reversed();
    }

    /** What was held last of a ticket, waiting or not: everybody who opens the ticket sees that. */
    public Optional<Review> newest(TicketId ticket) {
        return desk.read(session -> session.reviews().ofTicket(ticket)).stream().findFirst();
    }

    /** Waiting or not. */
    public Optional<ReviewView> find(MessageId id) {
        permissions.require(Permission.REVIEW_REPLIES);
        return desk.read(session -> session.reviews().find(id)
                .map(review -> new ReviewView(review, session.reviews().edited(id), SendRules.read(review.rules(), review.text()), unseen(session, review, review.seen()))));
    }

    /** Keeps what the reviewer has made of a reply that waits: on disk when it returns. */
    public void edit(MessageId id, String text) {
        permissions.require(Permission.REVIEW_REPLIES);
        desk.write(session -> {
            session.reviews().edited(id, text);
            return null;
        });
    }

    /** What each sentence of a held reply rests on; takes longer than {@link #find}, and an interrupt cancels. */
    public List<DraftReply.Sentence> evidence(Review review) throws ModelException, InterruptedException {
        permissions.require(Permission.REVIEW_REPLIES);
        return drafts.check(review.ticket(), review.text());
    }

    /** Lets the reply leave in its author's name, as it is or as the reviewer changed it; refused where anything arrived that its author had not seen. */
    public SendOutcome approve(MessageId id, String text) {
        return approve(id, text, 0);
    }

    /** As above, by somebody who has read the ticket up to the position {@code seen}. */
    public SendOutcome approve(MessageId id, String text, long seen) {
        permissions.require(Permission.REVIEW_REPLIES);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a reply must not be empty");
        }
        return desk.write(session -> approve(session, existing(session, id), text, seen));
    }

    private SendOutcome approve(Session session, Review review, String text, long seen) {
        if (review.state() == Review.State.APPROVED) {
            // Undone meanwhile, it is with its author again.
            return Sending.known(session, review.id()).filter(SendOutcome.Sent.class::isInstance).orElseThrow(() -> new NotWaiting(review.id()));
        }
        if (review.author().equals(journal.me())) {
            throw new OwnReply(review.id());
        }
        requireWaiting(review);
        List<Message> unseen = unseen(session, review, Math.max(seen, review.seen()));
        if (!unseen.isEmpty()) {
            return new SendOutcome.Refused(unseen);
        }
        end(session, review, Review.State.APPROVED, Event.Name.REVIEW_APPROVED, Optional.empty());
        return sending.leave(session, new SendRequest(review.id(), review.ticket(), text, review.seen(), review.close()), review.author());
    }

    /** What the customer said, and what others answered, since. Notes are talk among colleagues. */
    private static List<Message> unseen(Session session, Review review, long seen) {
        return session.messages().unseenSaid(review.ticket(), review.author(), seen, SHOWN);
    }

    /** Gives the text back to the ticket's reply draft, before anything typed there since, with the reason as a note to its author. */
    public void sendBack(MessageId id, String reason) {
        permissions.require(Permission.REVIEW_REPLIES);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason must be given");
        }
        desk.write(session -> {
            Review review = existing(session, id);
            requireWaiting(review);
            end(session, review, Review.State.SENT_BACK, Event.Name.REVIEW_SENT_BACK, Optional.of(reason.strip()));
            putBack(session, review);
            return null;
        });
    }

    /** The author takes the reply back before anybody let it; its text is in the ticket's reply draft again, and returned. Empty when it is too late. */
    public Optional<String> takeBack(MessageId id) {
        return desk.write(session -> {
            Review review = existing(session, id);
            if (!review.author().equals(journal.me())) {
                permissions.require(Permission.REVIEW_REPLIES);
            }
            if (review.state() != Review.State.WAITING) {
                return Optional.empty();
            }
            end(session, review, Review.State.TAKEN_BACK, Event.Name.REVIEW_TAKEN_BACK, Optional.empty());
            putBack(session, review);
            return Optional.of(review.text());
        });
    }

    private static Review existing(Session session, MessageId id) {
        return session.reviews().find(id).orElseThrow(() -> new NotWaiting(id));
    }

    private static void requireWaiting(Review review) {
        if (review.state() != Review.State.WAITING) {
            throw new NotWaiting(review.id());
        }
    }

    private void end(Session session, Review review, Review.State state, Event.Name event, Optional<String> reason) {
        if (!session.reviews().end(review, state, journal.me(), journal.now(), reason)) {
            throw new NotWaiting(review.id());
        }
        Ticket ticket = journal.tell(session, Journal.ticket(session, review.ticket()), Event.of(event));
        if (reason.isPresent()) {
            Message note = journal.say(session, MessageId.random(), ticket, Message.Kind.NOTE, reason.get(), Message.Delivery.NONE);
            ticket = ticket.noted(note.position(), note.at());
        }
        Ticket saved = session.tickets().save(ticket);
        if (state == Review.State.SENT_BACK && !review.author().equals(journal.me())) {
            session.seen().call(saved.id(), review.author(), saved.lastPosition());
        }
        journal.audit(session, "review " + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), saved, Optional.of(Journal.json(review)),
                Optional.of(Journal.json(session.reviews().find(review.id()).orElseThrow())));
    }

    private void putBack(Session session, Review review) {
        String typedSince = session.drafts().find(review.ticket(), Mode.REPLY).map(Draft::text).orElse("");
        String text = typedSince.isBlank() ? review.text() : review.text() + "\n\n" + typedSince;
        session.drafts().save(new Draft(review.ticket(), Mode.REPLY, text, journal.now()));
    }
}
