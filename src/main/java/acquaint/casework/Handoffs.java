package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefJson;
import acquaint.brief.BriefPart;
import acquaint.brief.BriefQuality;
import acquaint.casework.Replies.SendOutcome;
import acquaint.model.CustomerId;
import acquaint.model.Event;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Message;
import acquaint.model.Recipient;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Giving tickets to another person with a brief: accepted, returned or decided, never merely assigned. Each call is one transaction; a ticket is handed
 * over once at a time. Who changes a handoff says which state of it they saw: {@link ChangedMeanwhile} where it has another by now. Blocks; any thread but the
 * JavaFX thread.
 */
public final class Handoffs {

    /**
     * A brief as the agent hands it over. {@code id} is made where the brief is written, so that pressing twice hands over once; {@code seen} is the position of
     * the newest message on the agent's screen. {@code overrideReason} says why a brief goes with parts missing, {@code tellCustomer} is a reply that tells
     * the customer who goes on.
     */
    public record Escalation(HandoffId id, TicketId ticket, Brief brief, Recipient to, HandoffCause cause, String reason, Optional<String> overrideReason,
            Optional<String> tellCustomer, long seen) {

        public Escalation {
            overrideReason = overrideReason.map(String::strip).filter(words -> !words.isEmpty());
            tellCustomer = tellCustomer.map(String::strip).filter(words -> !words.isEmpty());
        }
    }

    /** A ticket that was handed over, and what became of the reply to the customer where one was wished: sent, or held for a second person. */
    public record Escalated(Handoff handoff, Optional<SendOutcome> told) {}

    /** The brief lacks these parts, and no reason was given why it goes without them. */
    public static final class IncompleteBrief extends RuntimeException {

        private final Set<BriefPart> missing;

        IncompleteBrief(Set<BriefPart> missing) {
            super("the brief does not say " + missing);
            this.missing = Set.copyOf(missing);
        }

        public Set<BriefPart> missing() {
            return missing;
        }
    }

    /** The ticket is in somebody's hands already. */
    public static final class AlreadyHandedOver extends RuntimeException {
        AlreadyHandedOver(Handoff open) {
            super("ticket " + open.ticket() + " was handed over already, and is " + open.state());
        }
    }

    /** Somebody who may not accept it, or who hands it over. */
    public static final class UnsuitableRecipient extends RuntimeException {
        UnsuitableRecipient(Recipient to) {
            super(to.kind() + " " + to.name() + " cannot decide what is handed over");
        }
    }

    /** Somebody else has it; it can be taken over. */
    public static final class InOtherHands extends RuntimeException {

        private final String holder;

        InOtherHands(HandoffId id, String holder) {
            super("handoff " + id + " is with " + holder);
            this.holder = holder;
        }

        public String holder() {
            return holder;
        }
    }

    /** Neither was something asked, nor was it returned. */
    public static final class NothingAsked extends RuntimeException {
        NothingAsked(HandoffId id) {
            super("handoff " + id + " waits for no answer");
        }
    }

    /** The customer was to be told, and has written meanwhile: nothing was handed over. */
    public static final class Unseen extends RuntimeException {

        private final transient List<Message> messages;

        Unseen(List<Message> messages) {
            super(messages.size() + " messages have not been seen");
            this.messages = List.copyOf(messages);
        }

        public List<Message> messages() {
            return messages;
        }
    }

    /** Somebody, or the customer, changed it since it was read: nothing was done. Read it again and decide anew. */
    public static final class ChangedMeanwhile extends RuntimeException {
        ChangedMeanwhile(Handoff now) {
            super("handoff " + now.id() + " was changed meanwhile, and is " + now.state());
        }
    }

    /** No such handoff on this desk. */
    public static final class UnknownHandoff extends RuntimeException {
        UnknownHandoff(HandoffId id) {
            super("there is no handoff " + id + " on this desk");
        }
    }

    private final Desk desk;
    private final Clock clock;
    private final Permissions permissions;
    private final HandingOver handing;
    private final Reviewing reviewing;

    /** {@code note} puts a brief into the words that the conversation shows. */
    public Handoffs(Desk desk, Clock clock, Permissions permissions, HandoffTargets targets, SendRules rules, Function<Brief, String> note) {
        this.desk = desk;
        this.clock = clock;
        this.permissions = permissions;
        var journal = new Journal(clock, permissions.me().name());
        this.handing = new HandingOver(journal, permissions, targets, new Sending(journal, rules), note);
        this.reviewing = new Reviewing(journal);
    }

    /**
     * Hands a ticket over, or hands it over again that was returned: the brief becomes a note, the ticket is escalated, and its customer is told where that is
     * wished. {@link IncompleteBrief}, {@link AlreadyHandedOver}, {@link UnsuitableRecipient} and {@link Unseen} say why not; nothing has changed then.
     */
    public Escalated escalate(Escalation request) {
        Set<BriefPart> missing = BriefQuality.missing(request.brief());
        if (!missing.isEmpty() && request.overrideReason().isEmpty()) {
            throw new IncompleteBrief(missing);
        }
        return desk.write(session -> handing.escalate(session, request, missing));
    }

    /** Answers what the reviewer asked, or hands over again what was returned; {@link NothingAsked} where neither is the case. */
    public Handoff answer(Handoff seen, String text) {
        required(text);
        return desk.write(session -> handing.answer(session, unchanged(session, seen), text.strip()));
    }

    /** Takes a ticket back that needs no decision any more: it is open again. */
    public Handoff withdraw(Handoff seen, String reason) {
        required(reason);
        return desk.write(session -> handing.withdraw(session, unchanged(session, seen), reason.strip()));
    }

    /** The reviewer takes it, or goes on with it after waiting. */
    public Handoff accept(Handoff seen) {
        permissions.require(Permission.REVIEW_HANDOFFS);
        return desk.write(session -> reviewing.accept(session, unchanged(session, seen)));
    }

    /** Returns it to its agent, whose ticket is open and unread then. */
    public Handoff giveBack(Handoff seen, String reason) {
        permissions.require(Permission.REVIEW_HANDOFFS);
        required(reason);
        return desk.write(session -> reviewing.giveBack(session, unchanged(session, seen), reason.strip()));
    }

    /** Asks the agent something, before or after accepting. */
    public Handoff ask(Handoff seen, String question) {
        permissions.require(Permission.REVIEW_HANDOFFS);
        required(question);
        return desk.write(session -> reviewing.ask(session, unchanged(session, seen), question.strip()));
    }

    /** Lets it wait for the customer or for somebody of the house, or goes on with it ({@link HandoffState#ACCEPTED}). */
    public Handoff waitOn(Handoff seen, HandoffState state) {
        permissions.require(Permission.REVIEW_HANDOFFS);
        return desk.write(session -> state == HandoffState.ACCEPTED
                ? reviewing.accept(session, unchanged(session, seen))
                : reviewing.waitOn(session, unchanged(session, seen), state));
    }

    /** Gives it to somebody else, who has to accept it anew. */
    public Handoff reassign(Handoff seen, Recipient to) {
        permissions.require(Permission.REASSIGN_HANDOFFS);
        return desk.write(session -> reviewing.reassign(session, unchanged(session, seen), to));
    }

    /** Takes it, whoever has it, and the ticket with it. */
    public Handoff takeOver(Handoff seen) {
        permissions.require(Permission.REASSIGN_HANDOFFS);
        return desk.write(session -> reviewing.takeOver(session, unchanged(session, seen)));
    }

    /** Decides; one that nobody has accepted yet is accepted by that. The agent has the ticket back, open and unread, with the decision as a note. */
    public Handoff decide(Handoff seen, String decision) {
        permissions.require(Permission.REVIEW_HANDOFFS);
        required(decision);
        return desk.write(session -> reviewing.decide(session, unchanged(session, seen), decision.strip()));
    }

    private static void required(String words) {
        if (words.isBlank()) {
            throw new IllegalArgumentException("something must be said");
        }
    }

    private static Handoff unchanged(Session session, Handoff seen) {
        Handoff now = session.handoffs().find(seen.id()).orElseThrow(() -> new UnknownHandoff(seen.id()));
        if (now.version() != seen.version()) {
            throw new ChangedMeanwhile(now);
        }
        return now;
    }

    /** With its brief and all that happened to it. */
    public Optional<HandoffView> find(HandoffId id) {
        return desk.read(session -> session.handoffs().find(id).map(handoff -> view(session, handoff)));
    }

    /** The newest one of a ticket, over or not. */
    public Optional<HandoffView> of(TicketId ticket) {
        return desk.read(session -> session.handoffs().ofTicket(ticket).stream().findFirst().map(handoff -> view(session, handoff)));
    }

    private static HandoffView view(Session session, Handoff handoff) {
        return new HandoffView(handoff, BriefJson.read(session.handoffs().brief(handoff.id())), session.handoffs().steps(handoff.id()));
    }

    /** Of all of a customer's tickets, newest first. */
    public List<Handoff> ofCustomer(CustomerId customer) {
        return desk.read(session -> session.handoffs().ofCustomer(customer));
    }

    /** What I handed over and is not over, the newest change first. */
    public List<Handoff> mine() {
        String me = permissions.me().name();
        return desk.read(session -> session.handoffs().openFrom(me));
    }

    /** What I was writing for this ticket and did not hand over. */
    public Optional<BriefDraft> draft(TicketId ticket) {
        String me = permissions.me().name();
        return desk.read(session -> session.handoffs().draft(ticket, me)).map(StoredBriefDraft::read);
    }

    /** On disk when it returns; an empty one takes the draft away. */
    public void draft(TicketId ticket, Optional<BriefDraft> draft) {
        String me = permissions.me().name();
        desk.write(session -> {
            Journal.ticket(session, ticket);
            draft.map(StoredBriefDraft::write)
                    .ifPresentOrElse(json -> session.handoffs().draft(ticket, me, json, clock.instant()), () -> session.handoffs().removeDraft(ticket, me));
            return null;
        });
    }
}
