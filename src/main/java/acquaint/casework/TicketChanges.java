package acquaint.casework;

import acquaint.model.Event;
import acquaint.model.MessageId;
import acquaint.model.Priority;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.store.Desk;
import acquaint.store.Session;
import acquaint.store.StaleTicket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiFunction;

/**
 * Changes to a ticket other than what is said in it. Each reads the ticket, changes it by the model's rules, saves it with
 * the expected version (once more when another write came between), writes the audit trail and an event into the conversation.
 */
public final class TicketChanges {

    private final Desk desk;
    private final Journal journal;

    public TicketChanges(Desk desk, Clock clock, String me) {
        this.desk = desk;
        this.journal = new Journal(clock, me);
    }

    /** A ticket is handed to somebody with a brief, and comes back by their decision or when it is taken back. */
    public static final class TakesBrief extends RuntimeException {
        TakesBrief(TicketId ticket, TicketStatus next) {
            super(next == TicketStatus.ESCALATED
                    ? "ticket " + ticket + " is escalated by handing it over with a brief"
                    : "ticket " + ticket + " is handed over: it waits for a decision, or can be taken back");
        }
    }

    /**
     * Puts the ticket into another state; closing it also has its session flushed, and ends what is still handed over. {@link Ticket.IllegalChange} when that
     * is no legal step, {@link TakesBrief} when it is one of a handoff.
     */
    public Ticket status(TicketId ticket, TicketStatus next) {
        if (next == TicketStatus.ESCALATED) {
            throw new TakesBrief(ticket, next);
        }
        return change(ticket, "status", (before, now) -> before.become(next, now),
                (before, after) -> List.of(new Event(Event.Name.STATUS, next.name())));
    }

    /** Gives the ticket to an agent, or to nobody. */
    public Ticket assign(TicketId ticket, Optional<String> agent) {
        return change(ticket, "assign", (before, now) -> before.assignedTo(agent, now),
                (before, after) -> before.assignee().equals(agent) ? List.of() : List.of(assigned(agent)));
    }

    public Ticket priority(TicketId ticket, Priority priority) {
        return change(ticket, "priority", (before, now) -> before.prioritised(priority, now),
                (before, after) -> before.priority() == priority
                        ? List.of()
                        : List.of(new Event(Event.Name.PRIORITY, priority.name())));
    }

    public Ticket tags(TicketId ticket, SequencedSet<String> tags) {
        return change(ticket, "tags", (before, now) -> before.tagged(tags, now), TicketChanges::tagEvents);
    }

    private static Event assigned(Optional<String> agent) {
        return agent.map(name -> new Event(Event.Name.ASSIGNED, name)).orElse(Event.of(Event.Name.UNASSIGNED));
    }

    private static List<Event> tagEvents(Ticket before, Ticket after) {
        var events = new ArrayList<Event>();
        after.tags().stream().filter(tag -> !before.tags().contains(tag)).map(tag -> new Event(Event.Name.TAGGED, tag)).forEach(events::add);
        before.tags().stream().filter(tag -> !after.tags().contains(tag)).map(tag -> new Event(Event.Name.UNTAGGED, tag)).forEach(events::add);
        return events;
    }

    private Ticket change(TicketId id, String what, BiFunction<Ticket, Instant, Ticket> change, BiFunction<Ticket, Ticket, List<Event>> events) {
        try {
            return desk.write(session -> changeOnce(session, id, what, change, events));
        } catch (StaleTicket e) {
            return desk.write(session -> changeOnce(session, id, what, change, events));
        }
    }

    private Ticket changeOnce(
            Session session, TicketId id, String what, BiFunction<Ticket, Instant, Ticket> change, BiFunction<Ticket, Ticket, List<Event>> events) {
        Ticket before = Journal.ticket(session, id);
        Ticket after = change.apply(before, journal.now());
        if (before.status() == TicketStatus.ESCALATED && after.isOpen() && after.status() != before.status() && session.handoffs().openOf(id).isPresent()) {
            throw new TakesBrief(id, after.status());
        }
        List<Event> told = events.apply(before, after);
        if (told.isEmpty()) {
            return before;
        }
        for (Event event : told) {
            after = journal.tell(session, after, event);
        }
        Ticket saved = session.tickets().save(after);
        if (before.isOpen() && !saved.isOpen()) {
            session.outbox().add(List.of(Effects.flush(saved, MessageId.random(), journal.now())));
            new HandoffSteps(journal).ended(session, saved);
        }
        journal.audit(session, what, saved, Optional.of(Journal.json(before)), Optional.of(Journal.json(saved)));
        return saved;
    }
}
