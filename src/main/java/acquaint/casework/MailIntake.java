package acquaint.casework;

import acquaint.channel.MailFile;
import acquaint.channel.MailName;
import acquaint.channel.ReceivedMail;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.store.Desk;
import acquaint.store.Session;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Brings a mail that somebody kept in a file to the desk, once: a ticket of the customer whose address it came from, or one more message in their ticket
 * if it answers a reply of this desk.
 */
public final class MailIntake {

    /** Where the mail is now; {@code message}, {@code ticket} and {@code customer} say whether they were made for it. */
    public record Taken(TicketId id, boolean message, boolean ticket, boolean customer) {}

    private static final System.Logger LOG = System.getLogger(MailIntake.class.getName());

    private final Desk desk;
    private final Journal journal;
    private final Runnable own;
    private final List<Consumer<TicketId>> listeners = new CopyOnWriteArrayList<>();

    public MailIntake(Desk desk, Clock clock, String me) {
        this(desk, clock, me, () -> {});
    }

    /** {@code own} as of {@link Imports}. */
    public MailIntake(Desk desk, Clock clock, String me, Runnable own) {
        this.desk = desk;
        this.own = own;
        this.journal = new Journal(clock, me);
    }

    /** Reads the file and brings it to its ticket, which is opened where there is none; a mail that is on the desk already changes nothing. {@link IOException} as of {@link MailFile#read}. */
    public Taken take(Path file) throws IOException {
        ReceivedMail mail = MailFile.read(file);
        Taken taken = desk.write(session -> known(session, mail).map(ticket -> new Taken(ticket, false, false, false)).orElseGet(() -> bring(session, mail)));
        if (taken.message()) {
            listeners.forEach(listener -> tell(listener, taken.id()));
        }
        return taken;
    }

    /** Has {@code listener} called with the ticket of each mail that came to the desk, on the thread that brought it. Closing the handle ends it. */
    public AutoCloseable onTaken(Consumer<TicketId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void tell(Consumer<TicketId> listener, TicketId ticket) {
        try {
            listener.accept(ticket);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a listener failed after a mail was taken", e);
        }
    }

    private Taken bring(Session session, ReceivedMail mail) {
        own.run();
        return answered(session, mail).map(reply -> hear(session, mail, reply)).orElseGet(() -> open(session, mail));
    }

    private static Optional<TicketId> known(Session session, ReceivedMail mail) {
        return mail.ticket().filter(session.tickets()::exists).or(() -> session.messages().find(new MessageId(mail.id())).map(Message::ticket));
    }

    /** The reply that the mail answers. A stranger who has got hold of its name does not come into somebody's ticket by it. */
    private static Optional<Message> answered(Session session, ReceivedMail mail) {
        return session.customers().owner(mail.from()).flatMap(customer -> mail.answers().stream()
                .flatMap(name -> named(session, customer, name).stream())
                .filter(reply -> reply.kind() == Message.Kind.REPLY && Journal.ticket(session, reply.ticket()).customer().equals(customer)).findFirst());
    }

    /** Most are called by their ids in mails, too; of the others only digests are known. */
    private static Optional<Message> named(Session session, CustomerId customer, String name) {
        return session.messages().find(new MessageId(name)).or(() -> session.messages().replies(customer).stream()
                .filter(id -> MailName.of(id).equalsIgnoreCase(name)).findFirst().flatMap(session.messages()::find));
    }

    private Taken hear(Session session, ReceivedMail mail, Message reply) {
        Ticket before = Journal.ticket(session, reply.ticket());
        Customer customer = session.customers().find(before.customer()).orElseThrow();
        // A ticket is read from the oldest to the newest: what is brought late stands where it was heard.
        var at = mail.at().isAfter(reply.at()) && mail.at().isAfter(before.updatedAt()) ? mail.at().truncatedTo(ChronoUnit.MILLIS) : journal.now();
        session.customers().heardOf(customer.id(), at);
        Message message = add(session, before, customer, mail, at);
        Ticket after = new HandoffSteps(journal).heard(session, before.heard(message.position(), at));
        if (before.status() == TicketStatus.CLOSED) {
            after = journal.tell(session, after, new Event(Event.Name.STATUS, after.status().name()));
        }
        save(session, after, mail, Optional.of(Journal.json(before)));
        return new Taken(after.id(), true, false, false);
    }

    private Message add(Session session, Ticket ticket, Customer customer, ReceivedMail mail, Instant at) {
        Message message = journal.add(session, new Message(new MessageId(mail.id()), ticket.id(), ticket.lastPosition() + 1, Message.Kind.CUSTOMER, customer.name(), at,
                words(mail), Message.Delivery.NONE));
        session.outbox().add(List.of(Effects.remember(message, customer.id(), journal.now())));
        return message;
    }

    private Ticket save(Session session, Ticket ticket, ReceivedMail mail, Optional<ObjectNode> before) {
        Ticket saved = session.tickets().save(ticket);
        session.memoryCopies().restart();
        journal.audit(session, "import", saved, before, Optional.of(JsonNodeFactory.instance.objectNode().put("message", mail.id())));
        return saved;
    }

    private Taken open(Session session, ReceivedMail mail) {
        Optional<CustomerId> owner = session.customers().owner(mail.from());
        Customer customer = owner.map(id -> session.customers().find(id).orElseThrow()).orElseGet(() -> begin(session, mail));
        session.customers().heardOf(customer.id(), mail.at());
        String subject = mail.subject().orElseGet(() -> SubjectLine.of(mail.text().isBlank() ? mail.attached().getFirst() : mail.text()));
        var at = mail.at().truncatedTo(ChronoUnit.MILLIS);
        Ticket opened = Ticket.opened(session.tickets().nextId(), customer.id(), subject, "email", at);
        session.tickets().insert(opened);
        session.outbox().add(List.of(Effects.rememberSubject(opened, journal.now())));
        Message message = add(session, opened, customer, mail, at);
        Ticket saved = save(session, opened.heard(message.position(), at), mail, Optional.empty());
        return new Taken(saved.id(), true, true, owner.isEmpty());
    }

    private static Customer begin(Session session, ReceivedMail mail) {
        var customer = new Customer(session.customers().nextId(), mail.name(), Optional.empty(), Optional.empty(), mail.at(), List.of(mail.from()));
        session.customers().insert(customer);
        return customer;
    }

    /** What is not taken over is at least named, so that the agent knows to look into the mail itself. */
    private static String words(ReceivedMail mail) {
        return mail.attached().isEmpty() ? mail.text()
                : (mail.text() + "\n\n[" + String.join("] [", mail.attached()) + ']').strip();
    }
}
