package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefJson;
import acquaint.brief.BriefPart;
import acquaint.casework.Handoffs.Escalated;
import acquaint.casework.Handoffs.Escalation;
import acquaint.casework.Replies.SendOutcome;
import acquaint.casework.Replies.SendRequest;
import acquaint.model.Event;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Recipient;
import acquaint.model.Risk;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.store.HandoffTable;
import acquaint.store.Session;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The agent's steps of a handoff, within their transaction. */
record HandingOver(Journal journal, Permissions permissions, HandoffTargets targets, Sending sending, Function<Brief, String> note) {

    private static final Role LEAST = Permission.REVIEW_HANDOFFS.least();

    Escalated escalate(Session session, Escalation request, Set<BriefPart> missing) {
        Optional<HandoffTable.Round> known = session.handoffs().round(request.id());
        Ticket ticket = Journal.ticket(session, request.ticket());
        Optional<Handoff> returned = session.handoffs().openOf(ticket.id()).filter(open -> open.state() == HandoffState.RETURNED);
        if (known.isPresent() && returned.isEmpty()) {
            return new Escalated(session.handoffs().find(known.get().handoff()).orElseThrow(), Sending.known(session, told(known.get())));
        }
        session.handoffs().openOf(ticket.id()).filter(open -> open.state() != HandoffState.RETURNED).ifPresent(open -> {
            throw new Handoffs.AlreadyHandedOver(open);
        });
        requireSuitable(session, request.to());
        HandoffTable.Round round = session.handoffs().nextRound(request.id(), returned.map(Handoff::id).orElse(request.id()));
        Optional<SendOutcome> told = tell(session, request, told(round));
        // What was told is in the ticket by now.
        ticket = Journal.ticket(session, ticket.id());
        Handoff handoff = returned.map(before -> again(session, before, request, missing)).orElseGet(() -> begin(session, request, missing));
        session.handoffs().add(round);
        session.handoffs().removeDraft(ticket.id(), journal.me());
        handOver(session, ticket, handoff, request);
        return new Escalated(handoff, told);
    }

    private Optional<SendOutcome> tell(Session session, Escalation request, MessageId told) {
        return request.tellCustomer().map(words -> {
            var reply = new SendRequest(told, request.ticket(), words, request.seen(), false);
            SendOutcome outcome = sending.send(session, reply, Sending.Origin.ELSEWHERE);
            if (outcome instanceof SendOutcome.Refused(var unseen)) {
                throw new Handoffs.Unseen(unseen);
            }
            return outcome;
        });
    }

    /** Each time that the ticket is handed over the customer may be told, and each time once. */
    private static MessageId told(HandoffTable.Round round) {
        return new MessageId(round.request() + "/told" + (round.round() == 1 ? "" : "/" + round.round()));
    }

    private Handoff begin(Session session, Escalation request, Set<BriefPart> missing) {
        Instant now = journal.now();
        Ticket ticket = Journal.ticket(session, request.ticket());
        var handoff = new Handoff(request.id(), ticket.id(), ticket.customer(), journal.me(), request.to(), request.cause(), request.reason().strip(),
                decision(request.brief()), risks(request.brief()), names(missing), gapsReason(request, missing), HandoffState.NEW, Optional.empty(), Optional.empty(),
                Optional.empty(), now, targets.due(ticket.priority(), now), Optional.empty(), now, Optional.empty(), 0);
        session.handoffs().insert(handoff, BriefJson.write(request.brief()));
        return handoff;
    }

    /** A returned one is the same handoff, with another brief. */
    private Handoff again(Session session, Handoff before, Escalation request, Set<BriefPart> missing) {
        Instant now = journal.now();
        Handoff next = before.become(HandoffState.NEW, now).handedTo(request.to(), targets.due(Journal.ticket(session, before.ticket()).priority(), now))
                .briefed(request.cause(), request.reason().strip(), decision(request.brief()), risks(request.brief()), names(missing), gapsReason(request, missing));
        session.handoffs().briefAgain(before.id(), BriefJson.write(request.brief()));
        return session.handoffs().save(next);
    }

    private void handOver(Session session, Ticket before, Handoff handoff, Escalation request) {
        Ticket after = before.status() == TicketStatus.ESCALATED ? before : before.become(TicketStatus.ESCALATED, journal.now());
        after = journal.tell(session, after, new Event(Event.Name.HANDED_OVER, argument(handoff.to())));
        after = noted(session, after, note.apply(request.brief()));
        Ticket saved = session.tickets().save(after);
        new HandoffSteps(journal).step(session, handoff.id(), HandoffStep.Kind.HANDED_OVER, request.reason().strip());
        callTo(session, handoff, saved);
        journal.audit(session, "hand over", saved, Optional.of(Journal.json(before)), Optional.of(Journal.json(handoff)));
    }

    private void callTo(Session session, Handoff handoff, Ticket ticket) {
        if (handoff.to().kind() == Recipient.Kind.PERSON) {
            session.seen().call(ticket.id(), handoff.to().name(), ticket.lastPosition());
        }
    }

    /** Adds a note that memory keeps, too; returns the ticket with its position, not saved. */
    private Ticket noted(Session session, Ticket ticket, String text) {
        Message note = journal.say(session, MessageId.random(), ticket, Message.Kind.NOTE, text, Message.Delivery.NONE);
        session.outbox().add(List.of(Effects.remember(note, ticket.customer(), note.at())));
        return ticket.noted(note.position(), note.at());
    }

    Handoff answer(Session session, Handoff before, String text) {
        requireMine(session, before);
        Ticket ticket = Journal.ticket(session, before.ticket());
        boolean returned = before.isOpen() && before.state() == HandoffState.RETURNED;
        if (!returned && before.question().isEmpty() || !before.isOpen()) {
            throw new Handoffs.NothingAsked(before.id());
        }
        Handoff next = returned
                ? before.become(HandoffState.NEW, journal.now()).handedTo(before.to(), targets.due(ticket.priority(), journal.now()))
                : before.become(before.reviewer().isPresent() ? HandoffState.ACCEPTED : HandoffState.NEW, journal.now());
        Handoff saved = session.handoffs().save(next);
        Ticket after = returned && ticket.status() != TicketStatus.ESCALATED ? ticket.become(TicketStatus.ESCALATED, journal.now()) : ticket;
        after = journal.tell(session, after, Event.of(Event.Name.HANDOFF_ANSWERED));
        finish(session, before, saved, after, HandoffStep.Kind.ANSWERED, text);
        return saved;
    }

    Handoff withdraw(Session session, Handoff before, String reason) {
        requireMine(session, before);
        if (!before.isOpen()) {
            throw new Handoff.IllegalChange(before.id(), before.state(), before.state());
        }
        Handoff saved = session.handoffs().save(before.ended(journal.now()));
        Ticket ticket = Journal.ticket(session, before.ticket());
        Ticket after = ticket.status() == TicketStatus.ESCALATED ? ticket.become(TicketStatus.OPEN, journal.now()) : ticket;
        after = journal.tell(session, after, Event.of(Event.Name.HANDOFF_ENDED));
        finish(session, before, saved, after, HandoffStep.Kind.ENDED, reason);
        return saved;
    }

    private void finish(Session session, Handoff before, Handoff saved, Ticket ticket, HandoffStep.Kind kind, String words) {
        Message note = journal.say(session, MessageId.random(), ticket, Message.Kind.NOTE, words, Message.Delivery.NONE);
        Ticket after = session.tickets().save(ticket.noted(note.position(), note.at()));
        new HandoffSteps(journal).step(session, saved.id(), kind, words);
        before.reviewer().filter(reviewer -> !reviewer.equals(journal.me())).ifPresent(reviewer -> session.seen().call(after.id(), reviewer, note.position()));
        journal.audit(session, "handoff " + kind.name().toLowerCase(Locale.ROOT), after, Optional.of(Journal.json(before)), Optional.of(Journal.json(saved)));
    }

    /** Who handed it over, or has the ticket now, speaks for it. */
    private void requireMine(Session session, Handoff handoff) {
        boolean mine = handoff.from().equals(journal.me()) || Journal.ticket(session, handoff.ticket()).assignee().filter(journal.me()::equals).isPresent();
        if (!mine) {
            permissions.require(Permission.ANSWER_FOR_OTHERS);
        }
    }

    /** Somebody must be able to accept it, and not who hands it over. */
    private void requireSuitable(Session session, Recipient to) {
        boolean suitable = switch (to.kind()) {
            case PERSON -> !to.name().equals(journal.me()) && session.members().find(to.name()).filter(member -> LEAST.isWithin(member.role())).isPresent();
            case ROLE -> LEAST.isWithin(Role.valueOf(to.name()));
            case QUEUE -> true;
        };
        if (!suitable) {
            throw new Handoffs.UnsuitableRecipient(to);
        }
    }

    static String argument(Recipient to) {
        return to.kind() + " " + to.name();
    }

    static String decision(Brief brief) {
        return brief.of(BriefPart.DECISION).stream().map(line -> line.text().strip()).collect(Collectors.joining("\n"));
    }

    private static Set<String> names(Set<BriefPart> parts) {
        return parts.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static Optional<String> gapsReason(Escalation request, Set<BriefPart> missing) {
        return missing.isEmpty() ? Optional.empty() : request.overrideReason();
    }

    /** The risks that the brief names. */
    private static Set<Risk> risks(Brief brief) {
        var risks = EnumSet.noneOf(Risk.class);
        brief.of(BriefPart.RISK).forEach(line -> Arrays.stream(Risk.values())
                .filter(risk -> line.detail().filter(risk.name()::equals).isPresent()).forEach(risks::add));
        return risks;
    }
}
