package acquaint.casework;

import acquaint.model.Event;
import acquaint.model.Handoff;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Ticket;
import acquaint.store.Session;
import java.time.Instant;
import java.util.Optional;

/** What happens to a handoff because something happened to its ticket, within the transaction of that. */
record HandoffSteps(Journal journal) {

    /** The customer has written: a reviewer who waited for it goes on. Returns the ticket, not saved. */
    Ticket heard(Session session, Ticket ticket) {
        Optional<Handoff> waiting = session.handoffs().openOf(ticket.id()).filter(open -> open.state() == HandoffState.WAITING_ON_CUSTOMER);
        if (waiting.isEmpty()) {
            return ticket;
        }
        session.handoffs().save(waiting.get().become(HandoffState.ACCEPTED, journal.now()));
        step(session, waiting.get().id(), HandoffStep.Kind.RESUMED, "");
        Ticket told = journal.tell(session, ticket, Event.of(Event.Name.HANDOFF_RESUMED));
        waiting.get().reviewer().filter(reviewer -> !reviewer.equals(journal.me())).ifPresent(reviewer -> session.seen().call(ticket.id(), reviewer, told.lastPosition()));
        return told;
    }

    /** The ticket is closed: nobody has to decide anything any more. */
    void ended(Session session, Ticket ticket) {
        session.handoffs().openOf(ticket.id()).ifPresent(open -> {
            Handoff saved = session.handoffs().save(open.ended(journal.now()));
            step(session, open.id(), HandoffStep.Kind.ENDED, "");
            journal.audit(session, "handoff ended", ticket, Optional.of(Journal.json(open)), Optional.of(Journal.json(saved)));
        });
    }

    /** The closing of {@code closedAt} was taken back, and so is what it ended. */
    void reopened(Session session, Ticket ticket, Instant closedAt) {
        session.handoffs().ofTicket(ticket.id()).stream().findFirst()
                .filter(last -> last.state() != HandoffState.DECIDED && last.endedAt().filter(ended -> !ended.isBefore(closedAt)).isPresent())
                .ifPresent(last -> {
                    Handoff saved = session.handoffs().save(last.reopened(journal.now()));
                    step(session, last.id(), HandoffStep.Kind.RESUMED, "");
                    journal.audit(session, "handoff reopened", ticket, Optional.of(Journal.json(last)), Optional.of(Journal.json(saved)));
                });
    }

    void step(Session session, HandoffId handoff, HandoffStep.Kind kind, String words) {
        session.handoffs().add(new HandoffStep(handoff, journal.now(), journal.me(), kind, words));
    }
}
