package acquaint.casework;

import acquaint.channel.ImportedConversation;
import acquaint.channel.ImportedCustomer;
import acquaint.channel.ImportedMessage;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.store.Effect;
import acquaint.store.Session;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The steps that bring one conversation into the desk, within one transaction. Its messages are named after the
 * conversation and their place in it, so that only those are added that the desk has not got.
 */
record ConversationImport(Journal journal) {

    /** Who answered, where a file does not say. */
    private static final String SOMEBODY = "Agent";

    /** What was new. */
    record Added(boolean ticket, boolean customer, int messages) {

        boolean anything() {
            return ticket || messages > 0;
        }
    }

    Added add(Session session, ImportedConversation conversation) {
        var id = new TicketId(conversation.id());
        Optional<Ticket> known = session.tickets().find(id);
        boolean newCustomer = known.isEmpty() && customer(session, conversation);
        Ticket start = known.orElseGet(() -> begin(session, conversation, id));
        List<Message> fresh = fresh(session, conversation, start, authorOf(session, start));
        if (!fresh.isEmpty() || known.isEmpty()) {
            finish(session, conversation, start, fresh, known.isEmpty());
        }
        return new Added(known.isEmpty(), newCustomer, fresh.size());
    }

    private boolean customer(Session session, ImportedConversation conversation) {
        ImportedCustomer imported = conversation.customer();
        var id = new CustomerId(imported.id());
        Instant since = firstTime(conversation);
        if (session.customers().find(id).isPresent()) {
            session.customers().addAddresses(id, imported.addresses());
            session.customers().heardOf(id, since);
            return false;
        }
        session.customers().insert(new Customer(id, imported.name(), imported.tier(), imported.city(), since, imported.addresses()));
        return true;
    }

    private Ticket begin(Session session, ImportedConversation conversation, TicketId id) {
        Instant at = firstTime(conversation);
        String subject = conversation.subject().orElseGet(() -> subject(conversation));
        Ticket ticket = Ticket.opened(id, new CustomerId(conversation.customer().id()), subject, conversation.channel(), at)
                .assignedTo(conversation.assignee(), at)
                .tagged(new LinkedHashSet<>(conversation.tags()), at);
        Ticket prioritised = conversation.priority().map(priority -> ticket.prioritised(priority, at)).orElse(ticket);
        session.tickets().insert(prioritised);
        return prioritised;
    }

    private static String subject(ImportedConversation conversation) {
        return conversation.messages().stream()
                .filter(message -> message.kind() == Message.Kind.CUSTOMER && !message.text().isBlank())
                .findFirst()
                .map(message -> SubjectLine.of(message.text()))
                .orElse(conversation.id());
    }

    private Instant firstTime(ImportedConversation conversation) {
        return conversation.messages().stream().map(ImportedMessage::at).min(Instant::compareTo).orElseGet(journal::now);
    }

    private static String authorOf(Session session, Ticket ticket) {
        return session.customers().find(ticket.customer()).orElseThrow().name();
    }

    private static List<Message> fresh(Session session, ImportedConversation conversation, Ticket ticket, String customerName) {
        String prefix = conversation.id() + "/";
        var known = session.messages().idsBeginning(ticket.id(), prefix);
        var fresh = new ArrayList<Message>();
        for (int i = 0; i < conversation.messages().size(); i++) {
            ImportedMessage message = conversation.messages().get(i);
            var id = new MessageId(prefix + (i + 1));
            if (!known.contains(id)) {
                String author = message.author().orElse(message.kind() == Message.Kind.CUSTOMER ? customerName : SOMEBODY);
                fresh.add(new Message(id, ticket.id(), ticket.lastPosition() + fresh.size() + 1, message.kind(), author,
                        message.at(), message.text(), Message.Delivery.NONE));
            }
        }
        return fresh;
    }

    private void finish(Session session, ImportedConversation conversation, Ticket start, List<Message> fresh, boolean isNew) {
        session.messages().add(fresh);
        Ticket ticket = start;
        for (Message message : fresh) {
            ticket = said(ticket, message);
        }
        if (fresh.stream().anyMatch(message -> message.kind() == Message.Kind.CUSTOMER)) {
            ticket = new HandoffSteps(journal).heard(session, ticket);
        }
        Ticket saved = session.tickets().save(inState(session, conversation, ticket));
        if (!saved.isOpen()) {
            session.seen().advance(saved.id(), journal.me(), saved.lastPosition());
        }
        session.outbox().add(effects(saved, fresh, isNew));
        session.memoryCopies().restart();
        journal.audit(session, "import", saved, isNew ? Optional.empty() : Optional.of(Journal.json(start)),
                Optional.of(JsonNodeFactory.instance.objectNode().put("messages", fresh.size()).put("status", saved.status().name())));
    }

    /** What is handed over on this desk is decided on this desk. */
    private static Ticket inState(Session session, ImportedConversation conversation, Ticket ticket) {
        TicketStatus status = conversation.status().orElseGet(() -> implied(conversation));
        return ticket.status().canBecome(status) && session.handoffs().openOf(ticket.id()).isEmpty() ? ticket.become(status, ticket.updatedAt()) : ticket;
    }

    private static Ticket said(Ticket ticket, Message message) {
        return switch (message.kind()) {
            case CUSTOMER -> ticket.heard(message.position(), message.at());
            case REPLY -> ticket.answered(message.position(), message.at());
            case NOTE, EVENT -> ticket.noted(message.position(), message.at());
        };
    }

    /** Where a file does not say it: closed, unless the customer had the last word and it still asks for something. */
    private static TicketStatus implied(ImportedConversation conversation) {
        return conversation.messages().stream()
                .filter(message -> message.kind() == Message.Kind.CUSTOMER || message.kind() == Message.Kind.REPLY)
                .reduce((earlier, later) -> later)
                .filter(last -> last.kind() == Message.Kind.CUSTOMER && ClosingWords.wait(last.text()))
                .map(last -> TicketStatus.OPEN)
                .orElse(TicketStatus.CLOSED);
    }

    private List<Effect> effects(Ticket ticket, List<Message> fresh, boolean isNew) {
        Instant now = journal.now();
        var effects = new ArrayList<Effect>();
        if (isNew) {
            effects.add(Effects.rememberSubject(ticket, now));
        }
        fresh.stream()
                .filter(message -> message.kind() == Message.Kind.CUSTOMER || message.kind() == Message.Kind.REPLY)
                .map(message -> Effects.remember(message, ticket.customer(), now))
                .forEach(effects::add);
        if (ticket.isOpen()) {
            // What was promised in a closed ticket is over with it.
            fresh.stream().filter(message -> message.kind() == Message.Kind.REPLY).map(message -> Effects.findPromises(message, ticket.customer(), now)).forEach(effects::add);
        } else {
            effects.add(Effects.flush(ticket, MessageId.random(), now));
        }
        return effects;
    }
}
