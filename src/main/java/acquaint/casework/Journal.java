package acquaint.casework;

import acquaint.model.Event;
import acquaint.model.Handoff;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Review;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.AuditTable;
import acquaint.store.Session;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Writes down what this agent does to a ticket, within the transaction that does it: events for readers, and the audit trail. */
record Journal(Clock clock, String me) {

    /** What is written down in another's name. */
    Journal as(String author) {
        return new Journal(clock, author);
    }

    /** Now, as exactly as the store keeps times. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The ticket as it is; {@link Conversations.UnknownTicket} without one. */
    static Ticket ticket(Session session, TicketId id) {
        return session.tickets().find(id).orElseThrow(() -> new Conversations.UnknownTicket(id));
    }

    /** Adds a message of this agent after the ticket's newest. The ticket is left to the caller to change and save. */
    Message say(Session session, MessageId id, Ticket ticket, Message.Kind kind, String text, Message.Delivery delivery) {
        return add(session, new Message(id, ticket.id(), ticket.lastPosition() + 1, kind, me, now(), text, delivery));
    }

    Message add(Session session, Message message) {
        session.messages().add(message);
        return message;
    }

    /** Adds an event after the ticket's newest message; returns the ticket with that position, not saved. */
    Ticket tell(Session session, Ticket ticket, Event event) {
        Message told = say(session, MessageId.random(), ticket, Message.Kind.EVENT, event.text(), Message.Delivery.NONE);
        return ticket.noted(told.position(), told.at());
    }

    /** One entry of the audit trail. */
    void audit(Session session, String what, Ticket ticket, Optional<ObjectNode> before, Optional<ObjectNode> after) {
        session.audit().add(new AuditTable.Entry(now(), me, what, Optional.of(ticket.id()), Optional.of(ticket.customer()),
                before.map(ObjectNode::toString), after.map(ObjectNode::toString)));
    }

    /** One entry of the audit trail that concerns the desk and no ticket. */
    void audit(Session session, String what, Optional<ObjectNode> before, Optional<ObjectNode> after) {
        session.audit().add(new AuditTable.Entry(now(), me, what, Optional.empty(), Optional.empty(), before.map(ObjectNode::toString), after.map(ObjectNode::toString)));
    }

    /** What the audit trail keeps of a ticket. */
    static ObjectNode json(Ticket ticket) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("status", ticket.status().name())
                .put("priority", ticket.priority().name())
                .put("version", ticket.version());
        ticket.assignee().ifPresent(agent -> json.put("assignee", agent));
        ticket.waitingSince().ifPresent(since -> json.put("waitingSince", since.toString()));
        ticket.tags().forEach(json.withArray("/tags")::add);
        return json;
    }

    /** What the audit trail keeps of a message that the desk has; its text stands in the conversation. */
    static ObjectNode json(Message message) {
        return JsonNodeFactory.instance.objectNode()
                .put("message", message.id().value())
                .put("kind", message.kind().name())
                .put("position", message.position());
    }

    /** What the audit trail keeps of a reply that waits for a second person. */
    static ObjectNode json(Review review) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("review", review.id().value()).put("author", review.author()).put("state", review.state().name());
        review.rules().forEach(json.withArray("/rules")::add);
        return json;
    }

    /** What the audit trail keeps of a handoff; its words stand in its steps. */
    static ObjectNode json(Handoff handoff) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("handoff", handoff.id().value())
                .put("state", handoff.state().name())
                .put("to", handoff.to().kind() + " " + handoff.to().name())
                .put("version", handoff.version());
        handoff.reviewer().ifPresent(reviewer -> json.put("reviewer", reviewer));
        handoff.endedAt().ifPresent(at -> json.put("ended", at.toString()));
        return json;
    }
}
