package acquaint.casework;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Event;
import acquaint.model.Folded;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.QueueRow;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What comes in at the desk by an agent's hand: a new ticket, a customer's message, a new customer. */
public final class Intake {

    /** Who a new ticket is for. */
    public sealed interface Caller {

        record Known(CustomerId id) implements Caller {}

        /** A new customer; when one of the addresses is already somebody's, the ticket is theirs. */
        record New(String name, List<Address> addresses) implements Caller {}
    }

    /** A ticket as the agent enters it. {@code channel} is {@code phone}, {@code walk-in} or the like. */
    public record NewTicket(Caller caller, String subject, String channel, String firstMessage, Optional<String> assignee) {}

    /** To whom a letter goes: the address, whose it is, and the ticket in which that customer is waited for or waits, if any. */
    public record Correspondent(Address address, Optional<Customer> customer, Optional<TicketId> openTicket) {}

    private final Desk desk;
    private final Journal journal;

    public Intake(Desk desk, Clock clock, String me) {
        this.desk = desk;
        this.journal = new Journal(clock, me);
    }

    /** Opens a ticket: the subject is remembered first, then the message. */
    public Ticket open(NewTicket request) {
        return desk.write(session -> {
            Instant now = journal.now();
            Customer customer = customer(session, request.caller(), now);
            Ticket opened = Ticket.opened(session.tickets().nextId(), customer.id(), request.subject(), request.channel(), now)
                    .assignedTo(request.assignee(), now);
            session.tickets().insert(opened);
            session.outbox().add(List.of(Effects.rememberSubject(opened, now)));
            Ticket ticket = journal.tell(session, opened, Event.of(Event.Name.CREATED));
            if (!request.firstMessage().isBlank()) {
                ticket = hear(session, ticket, customer, MessageId.random(), request.firstMessage().strip());
            }
            Ticket saved = session.tickets().save(ticket);
            journal.audit(session, "open", saved, Optional.empty(), Optional.of(Journal.json(saved)));
            return saved;
        });
    }

    /** Writes down what the customer said in an open or closed ticket; a closed one opens again. */
    public Message log(MessageId id, TicketId ticket, String text) {
        return desk.write(session -> {
            Ticket before = Journal.ticket(session, ticket);
            Optional<Message> known = session.messages().find(id);
            if (known.isPresent()) {
                return known.get();
            }
            Customer customer = session.customers().find(before.customer()).orElseThrow();
            Ticket after = hear(session, before, customer, id, text.strip());
            after = new HandoffSteps(journal).heard(session, after);
            if (before.status() == TicketStatus.CLOSED) {
                after = journal.tell(session, after, new Event(Event.Name.STATUS, after.status().name()));
            }
            Ticket saved = session.tickets().save(after);
            Message logged = session.messages().find(id).orElseThrow();
            journal.audit(session, "log", saved, Optional.of(Journal.json(before)), Optional.of(Journal.json(logged)));
            return logged;
        });
    }

    /** Customers whose name, id or address contains each of the words, best known first. */
    public List<Customer> customers(String words, int limit) {
        return desk.read(session -> session.customers().search(Folded.words(words), limit));
    }

    /** Whose the addresses are: the first of them that is a customer's, otherwise the first. There must be one. */
    public Correspondent correspondent(List<Address> addresses) {
        return desk.read(session -> {
            for (Address address : addresses) {
                Optional<Customer> customer = session.customers().owner(address).flatMap(session.customers()::find);
                if (customer.isPresent()) {
                    return new Correspondent(address, customer, newestOpen(session, customer.get().id()));
                }
            }
            return new Correspondent(addresses.getFirst(), Optional.empty(), Optional.empty());
        });
    }

    private Optional<TicketId> newestOpen(Session session, CustomerId customer) {
        return session.queue().ofCustomer(customer, journal.me()).stream().filter(row -> row.status() != TicketStatus.CLOSED)
                .findFirst().map(QueueRow::ticket);
    }

    private Ticket hear(Session session, Ticket ticket, Customer customer, MessageId id, String text) {
        Message message = journal.add(session, new Message(id, ticket.id(), ticket.lastPosition() + 1, Message.Kind.CUSTOMER,
                customer.name(), journal.now(), text, Message.Delivery.NONE));
        session.outbox().add(List.of(Effects.remember(message, customer.id(), message.at())));
        return ticket.heard(message.position(), message.at());
    }

    private static Customer customer(Session session, Caller caller, Instant now) {
        return switch (caller) {
            case Caller.Known(var id) -> session.customers().find(id)
                    .orElseThrow(() -> new IllegalArgumentException("there is no customer " + id + " on this desk"));
            case Caller.New(var name, var addresses) -> addresses.stream()
                    .flatMap(address -> session.customers().owner(address).stream())
                    .findFirst()
                    .map(owner -> session.customers().addAddresses(owner, addresses))
                    .orElseGet(() -> begin(session, new Customer(session.customers().nextId(), name, Optional.empty(), Optional.empty(), now, addresses)));
        };
    }

    private static Customer begin(Session session, Customer customer) {
        session.customers().insert(customer);
        return customer;
    }
}
