package acquaint.casework;

import acquaint.casework.Incidents.Unsent;
import acquaint.casework.Incidents.Unsent.Reason;
import acquaint.model.Customer;
import acquaint.model.Incident;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One update to the customers of an incident: a reply to each linked open ticket, of which each has a name of its own, so that none leaves twice. */
record IncidentUpdate(Desk desk, Replies replies, String me, Incident incident, String update, String text) {

    private static final System.Logger LOG = System.getLogger(IncidentUpdate.class.getName());

    /** Stands for the customer's name. */
    static final String NAME = "{name}";

    /** What is to be sent to a ticket; {@code seen} is up to where somebody knows what the customer wrote. */
    private record Letter(Ticket ticket, Customer customer, long seen) {}

    Incidents.Updated send(Incidents.Progress progress) {
        List<TicketId> open = desk.read(session -> incident.tickets().stream().filter(ticket -> Journal.ticket(session, ticket).isOpen()).toList());
        var sent = new ArrayList<TicketId>();
        var unsent = new ArrayList<Unsent>();
        for (int i = 0; i < open.size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                return new Incidents.Updated(sent, unsent, open.subList(i, open.size()));
            }
            TicketId ticket = open.get(i);
            Optional<Reason> reason = reason(ticket);
            reason.ifPresentOrElse(why -> unsent.add(new Unsent(ticket, why)), () -> sent.add(ticket));
            progress.done(i + 1, open.size());
        }
        return new Incidents.Updated(sent, unsent, List.of());
    }

    /** Why it was not sent; empty when it was. */
    private Optional<Reason> reason(TicketId id) {
        try {
            Letter letter = letter(id);
            MessageId message = new MessageId("incident-" + incident.id() + "-" + update + "-" + id);
            if (!letter.ticket().isOpen() && desk.read(session -> session.messages().find(message)).isEmpty()) {
                return Optional.of(Reason.CLOSED);
            }
            return switch (replies.tell(new Replies.SendRequest(message, id, text.replace(NAME, letter.customer().name()), letter.seen(), false))) {
                case Replies.SendOutcome.Sent _ -> Optional.empty();
                case Replies.SendOutcome.Refused _ -> Optional.of(Reason.NEWS);
                case Replies.SendOutcome.HeldForReview _ -> Optional.of(Reason.HELD_FOR_REVIEW);
            };
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "an update to the ticket " + id + " could not be stored", e);
            return Optional.of(Reason.FAILED);
        }
    }

    private Letter letter(TicketId id) {
        return desk.read(session -> {
            Ticket ticket = Journal.ticket(session, id);
            long seen = Math.max(session.seen().position(id, me), session.incidents().positionWhenLinked(incident.id(), id));
            return new Letter(ticket, session.customers().find(ticket.customer()).orElseThrow(), seen);
        });
    }
}
