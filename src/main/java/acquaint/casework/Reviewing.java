package acquaint.casework;

import acquaint.model.Event;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Recipient;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.store.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reviewer's steps of a handoff, within their transaction. */
record Reviewing(Journal journal) {

    /** What a step does besides changing the handoff: the event that tells it, and words that become a note where there are some. */
    private record Told(HandoffStep.Kind kind, Event event, String words) {

        static Told of(HandoffStep.Kind kind, Event.Name name, String words) {
            return new Told(kind, Event.of(name), words);
        }
    }

    Handoff accept(Session session, Handoff before) {
        requireFree(before);
        boolean first = before.reviewer().isEmpty();
        Handoff next = before.become(HandoffState.ACCEPTED, journal.now()).takenBy(journal.me());
        return tell(session, before, next, Journal.ticket(session, before.ticket()), first
                ? Told.of(HandoffStep.Kind.ACCEPTED, Event.Name.HANDOFF_ACCEPTED, "")
                : Told.of(HandoffStep.Kind.RESUMED, Event.Name.HANDOFF_RESUMED, ""));
    }

    Handoff giveBack(Session session, Handoff before, String reason) {
        requireFree(before);
        Handoff next = before.become(HandoffState.RETURNED, journal.now()).takenBy(journal.me());
        return tell(session, before, next, backWithAgent(session, before), Told.of(HandoffStep.Kind.RETURNED, Event.Name.HANDOFF_RETURNED, reason));
    }

    /** A second question before the first is answered stands beside it. */
    Handoff ask(Session session, Handoff before, String question) {
        requireFree(before);
        Handoff waiting = before.state() == HandoffState.WAITING_ON_INTERNAL && before.isOpen() ? before : before.become(HandoffState.WAITING_ON_INTERNAL, journal.now());
        Handoff next = waiting.asking(Optional.of(before.question().map(first -> first + "\n" + question).orElse(question)));
        return tell(session, before, next, Journal.ticket(session, before.ticket()), Told.of(HandoffStep.Kind.ASKED, Event.Name.HANDOFF_ASKED, question));
    }

    Handoff waitOn(Session session, Handoff before, HandoffState state) {
        HandoffStep.Kind kind = switch (state) {
            case WAITING_ON_CUSTOMER -> HandoffStep.Kind.WAITING_ON_CUSTOMER;
            case WAITING_ON_INTERNAL -> HandoffStep.Kind.WAITING_ON_INTERNAL;
            default -> throw new IllegalArgumentException("nobody waits in " + state);
        };
        requireFree(before);
        Handoff next = before.become(state, journal.now()).takenBy(journal.me());
        return tell(session, before, next, Journal.ticket(session, before.ticket()), new Told(kind, new Event(Event.Name.HANDOFF_WAITING, state.name()), ""));
    }

    Handoff reassign(Session session, Handoff before, Recipient to) {
        if (to.equals(before.to()) && before.state() == HandoffState.NEW) {
            return before;
        }
        Handoff fresh = before.state() == HandoffState.NEW && before.isOpen() ? before : before.become(HandoffState.NEW, journal.now());
        Handoff saved = tell(session, before, fresh.handedTo(to, before.dueAt()), Journal.ticket(session, before.ticket()),
                new Told(HandoffStep.Kind.REASSIGNED, new Event(Event.Name.HANDOFF_REASSIGNED, HandingOver.argument(to)), ""));
        if (to.kind() == Recipient.Kind.PERSON) {
            session.seen().call(before.ticket(), to.name(), Journal.ticket(session, before.ticket()).lastPosition());
        }
        return saved;
    }

    Handoff takeOver(Session session, Handoff before) {
        if (before.reviewer().filter(journal.me()::equals).isPresent() && before.state() == HandoffState.ACCEPTED) {
            return before;
        }
        Handoff accepted = before.state() == HandoffState.ACCEPTED && before.isOpen() ? before : before.become(HandoffState.ACCEPTED, journal.now());
        Handoff next = accepted.takenBy(journal.me()).handedTo(Recipient.person(journal.me()), before.dueAt());
        Ticket ticket = Journal.ticket(session, before.ticket()).assignedTo(Optional.of(journal.me()), journal.now());
        return tell(session, before, next, ticket, Told.of(HandoffStep.Kind.TAKEN_OVER, Event.Name.HANDOFF_TAKEN_OVER, ""));
    }

    Handoff decide(Session session, Handoff before, String decision) {
        Handoff accepted = before.state() == HandoffState.NEW ? accept(session, before) : before;
        requireFree(accepted);
        Handoff next = accepted.become(HandoffState.DECIDED, journal.now()).takenBy(journal.me()).deciding(decision);
        return tell(session, accepted, next, backWithAgent(session, accepted), Told.of(HandoffStep.Kind.DECIDED, Event.Name.HANDOFF_DECIDED, decision));
    }

    /** Not accepted by, nor addressed to, somebody else. */
    private void requireFree(Handoff handoff) {
        Optional<String> holder = handoff.reviewer().or(() -> handoff.to().kind() == Recipient.Kind.PERSON ? Optional.of(handoff.to().name()) : Optional.empty());
        holder.filter(name -> !name.equals(journal.me())).ifPresent(name -> {
            throw new Handoffs.InOtherHands(handoff.id(), name);
        });
    }

    /** Open, and with who handed it over. */
    private Ticket backWithAgent(Session session, Handoff handoff) {
        Ticket ticket = Journal.ticket(session, handoff.ticket()).assignedTo(Optional.of(handoff.from()), journal.now());
        return ticket.status() == TicketStatus.ESCALATED ? ticket.become(TicketStatus.OPEN, journal.now()) : ticket;
    }

    private Handoff tell(Session session, Handoff before, Handoff next, Ticket ticket, Told told) {
        Handoff saved = session.handoffs().save(next);
        Ticket after = journal.tell(session, ticket, told.event());
        if (!told.words().isEmpty()) {
            Message note = journal.say(session, MessageId.random(), after, Message.Kind.NOTE, told.words(), Message.Delivery.NONE);
            after = after.noted(note.position(), note.at());
            if (told.kind() == HandoffStep.Kind.DECIDED) {
                session.outbox().add(List.of(Effects.remember(note, ticket.customer(), note.at())));
            }
        }
        Ticket kept = session.tickets().save(after);
        new HandoffSteps(journal).step(session, saved.id(), told.kind(), told.words());
        if (!told.words().isEmpty() && !saved.from().equals(journal.me())) {
            session.seen().call(kept.id(), saved.from(), kept.lastPosition());
        }
        journal.audit(session, "handoff " + told.kind().name().toLowerCase(Locale.ROOT), kept, Optional.of(Journal.json(before)), Optional.of(Journal.json(saved)));
        return saved;
    }
}
