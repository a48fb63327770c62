package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.channel.MailName;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MailIntakeTest {

    private static final String MAIL = """
            From: Ana Ruiz <ana@example.org>
            Subject: Pole broken
            Date: Mon, 2 Mar 2026 08:00:00 +0000
            Message-ID: <7@example.org>

            My tent pole broke.
            """;

    @TempDir
    private Path directory;

    private WorkingDesk work;
    private MailIntake mails;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        work = new WorkingDesk(directory.resolve("desk"));
        mails = new MailIntake(work.desk, work.clock, WorkingDesk.ME);
        file = Files.writeString(directory.resolve("pole.eml"), MAIL);
    }

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void aMailBecomesATicketOfANewCustomerAndIsRemembered() throws Exception {
        var taken = mails.take(file);
        assertTrue(taken.ticket() && taken.customer());
        Conversation conversation = work.conversations.open(taken.id());
        assertEquals("Pole broken", conversation.ticket().subject());
        assertEquals("email", conversation.ticket().channel());
        assertEquals(TicketStatus.OPEN, conversation.ticket().status());
        assertEquals(Optional.of(Instant.parse("2026-03-02T08:00:00Z")), conversation.ticket().waitingSince());
        assertEquals("Ana Ruiz", conversation.customer().name());
        assertEquals(List.of(Message.Kind.CUSTOMER), conversation.messages().stream().map(Message::kind).toList());
        assertEquals("My tent pole broke.", conversation.messages().getFirst().text());
        work.drain();
        assertTrue(work.memory.notes.stream().anyMatch(note -> note.contains("My tent pole broke.")), work.memory.notes::toString);
    }

    @Test
    void theSameMailAgainFindsItsTicketAndChangesNothing() throws Exception {
        var first = mails.take(file);
        Ticket before = work.conversations.open(first.id()).ticket();
        var again = mails.take(Files.copy(file, directory.resolve("copy.eml")));
        assertEquals(new MailIntake.Taken(first.id(), false, false, false), again);
        assertEquals(before, work.conversations.open(first.id()).ticket());
    }

    @Test
    void aMailOfAKnownAddressIsThatCustomers() throws Exception {
        Ticket earlier = work.intake.open(new NewTicket(new Caller.New("Ana María Ruiz", List.of(Address.email("ANA@example.org"))), "Kettle", "phone", "It drips.", Optional.empty()));
        var taken = mails.take(file);
        assertFalse(taken.customer());
        assertEquals(earlier.customer(), work.conversations.open(taken.id()).customer().id());
        assertEquals("Ana María Ruiz", work.conversations.open(taken.id()).messages().getFirst().author());
    }

    @Test
    void aReplyOfThisDeskLeadsToItsTicket() throws Exception {
        Ticket ticket = work.intake.open(new NewTicket(new Caller.New("Ana", List.of(Address.email("ana@example.org"))), "Kettle", "phone", "It drips.", Optional.empty()));
        Path own = Files.writeString(directory.resolve("own.eml"), "From: Sam <desk@acquaint.invalid>\nX-Ticket: " + ticket.id() + "\n\nHello Ana\n");
        assertEquals(new MailIntake.Taken(ticket.id(), false, false, false), mails.take(own));
    }

    /** As a mail program of the customer writes it. */
    private Path answer(String name, String from, String... headers) throws IOException {
        return Files.writeString(directory.resolve(name), "From: " + from + "\nSubject: Re: Pole broken\nMessage-ID: <" + name + "@example.org>\n" + String.join("\n", headers)
                + "\n\nIt came, thank you.\n");
    }

    /** The name of the mail in which the reply left. */
    private String sent(String id, Ticket ticket) throws IOException {
        work.send(id, ticket, "A new pole is on its way.", true);
        work.clock.forward(Replies.UNDO);
        work.drain();
        return MailName.of(new MessageId(id));
    }

    @Test
    void aMailThatAnswersAReplyOfThisDeskComesIntoItsTicketAndOpensItAgain() throws Exception {
        Ticket ticket = work.conversations.open(mails.take(file).id()).ticket();
        String name = sent("0f8fad5b-d9cb-469f-a165-70867728950e", ticket);
        assertEquals(TicketStatus.CLOSED, work.conversations.open(ticket.id()).ticket().status());
        Path again = answer("a", "Ana <ana@example.org>", "In-Reply-To: <" + name + "@acquaint.invalid>");
        assertEquals(new MailIntake.Taken(ticket.id(), true, false, false), mails.take(again));
        Conversation conversation = work.conversations.open(ticket.id());
        assertEquals(TicketStatus.OPEN, conversation.ticket().status());
        Message last = conversation.messages().stream().filter(message -> message.kind() == Message.Kind.CUSTOMER).toList().getLast();
        assertEquals("It came, thank you.", last.text());
        assertEquals(new MailIntake.Taken(ticket.id(), false, false, false), mails.take(again), "once");
        work.drain();
        assertTrue(work.memory.notes.stream().anyMatch(note -> note.contains("It came, thank you.")), work.memory.notes::toString);
    }

    @Test
    void theNearestReplyThatAThreadNamesIsTheOneThatIsAnswered() throws Exception {
        Ticket first = work.conversations.open(mails.take(file).id()).ticket();
        Ticket second = work.intake.open(new NewTicket(new Caller.Known(first.customer()), "Stove", "email", "It leaks.", Optional.empty()));
        String one = sent("reply-1", first);
        String long2 = sent("reply 2 / with a name that no header takes", second);
        Path thread = answer("a", "ana@example.org", "References: <7@example.org> <" + one + "@acquaint.invalid>", " <" + long2 + "@ACQUAINT.invalid> <x@elsewhere.example>");
        assertEquals(second.id(), mails.take(thread).id());
    }

    @Test
    void aStrangerDoesNotComeIntoSomebodysTicketAndAnUnknownNameOpensOne() throws Exception {
        Ticket ticket = work.conversations.open(mails.take(file).id()).ticket();
        String name = sent("reply-1", ticket);
        var stranger = mails.take(answer("a", "bo@example.org", "In-Reply-To: <" + name + "@acquaint.invalid>"));
        assertTrue(stranger.ticket() && stranger.customer());
        var unknown = mails.take(answer("b", "ana@example.org", "In-Reply-To: <elsewhere@acquaint.invalid>"));
        assertTrue(unknown.ticket() && !unknown.customer());
        var others = mails.take(answer("c", "ana@example.org", "In-Reply-To: <" + name + "@example.org>"));
        assertTrue(others.ticket());
        var oneself = mails.take(answer("d", "ana@example.org", "In-Reply-To: <mail-" + "0".repeat(32) + "@acquaint.invalid>", "References:"));
        assertTrue(oneself.ticket());
    }

    @Test
    void aFileThatIsNoMailLeavesTheDeskAsItWas() throws Exception {
        Files.writeString(file, "no mail");
        assertThrows(IOException.class, () -> mails.take(file));
        assertEquals(List.of(), work.intake.customers("", 10));
    }

    @Test
    void theImportTakesMailsToo() throws Exception {
        var progress = work.imports.run(file, _ -> {});
        assertEquals(List.of(1L, 1L, 1L, 0L), List.of(progress.tickets(), progress.customers(), progress.messages(), progress.skipped()));
        assertEquals(1, work.imports.run(file, _ -> {}).skipped());
    }

    @Test
    void aLetterGoesToTheCustomerOfOneOfItsAddressesAndIntoTheirNewestOpenTicket() throws Exception {
        var nobody = work.intake.correspondent(List.of(Address.email("bo@example.org"), Address.email("ana@example.org")));
        assertEquals(new Intake.Correspondent(Address.email("bo@example.org"), Optional.empty(), Optional.empty()), nobody);
        var taken = mails.take(file);
        var found = work.intake.correspondent(List.of(Address.email("bo@example.org"), Address.email("ana@example.org")));
        assertEquals(Optional.of(taken.id()), found.openTicket());
        assertEquals("ana@example.org", found.address().value());
        work.changes.status(taken.id(), TicketStatus.CLOSED);
        assertEquals(Optional.empty(), work.intake.correspondent(List.of(found.address())).openTicket());
    }
}
