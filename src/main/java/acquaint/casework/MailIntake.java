package acquaint.casework;

import acquaint.channel.MailFile;
import acquaint.channel.ReceivedMail;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Session;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Brings a mail that somebody kept in a file to the desk, once: a ticket of the customer whose address it came from. */
public final class MailIntake {

    /** Where the mail is now; {@code ticket} and {@code customer} say whether they were made for it. */
    public record Taken(TicketId id, boolean ticket, boolean customer) {}

    private final Desk desk;
    private final Journal journal;
    private final Runnable own;

    public MailIntake(Desk desk, Clock clock, String me) {
        this(desk, clock, me, () -> {});
    }

    /** {@code own} as of {@link Imports}. */
    public MailIntake(Desk desk, Clock clock, String me, Runnable own) {
        this.desk = desk;
        this.own = own;
        this.journal = new Journal(clock, me);
    }

    /** Reads the file and opens its ticket; a mail that is on the desk already changes nothing. {@link IOException} as of {@link MailFile#read}. */
    public Taken take(Path file) throws IOException {
        ReceivedMail mail = MailFile.read(file);
        own.run();
        return desk.write(session -> known(session, mail).map(ticket -> new Taken(ticket, false, false)).orElseGet(() -> open(session, mail)));
    }

    private static Optional<TicketId> known(Session session, ReceivedMail mail) {
        return mail.ticket().filter(session.tickets()::exists).or(() -> session.messages().find(new MessageId(mail.id())).map(Message::ticket));
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
        Message message = journal.add(session, new Message(new MessageId(mail.id()), opened.id(), 1, Message.Kind.CUSTOMER, customer.name(), at, words(mail),
                Message.Delivery.NONE));
        session.outbox().add(List.of(Effects.remember(message, customer.id(), journal.now())));
        Ticket saved = session.tickets().save(opened.heard(message.position(), at));
        session.memoryCopies().restart();
        journal.audit(session, "import", saved, Optional.empty(), Optional.of(JsonNodeFactory.instance.objectNode().put("message", mail.id())));
        return new Taken(saved.id(), true, owner.isEmpty());
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
