package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Imports.BadLine;
import acquaint.casework.Imports.Progress;
import acquaint.channel.ConversationFile.Line;
import acquaint.channel.ImportedConversation;
import acquaint.channel.ImportedCustomer;
import acquaint.channel.ImportedMessage;
import acquaint.model.Address;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.Priority;
import acquaint.model.QueueRow;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ImportsTest {

    private static final String ANA = "It drips.";
    private static final String SAM = "Please turn it upside down.";

    @TempDir
    private Path directory;

    private WorkingDesk work;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
    }

    @AfterEach
    void close() {
        work.close();
    }

    /** Messages in turn from the customer and an agent, a minute apart. */
    private static ImportedConversation conversation(String id, String... texts) {
        var messages = IntStream.range(0, texts.length)
                .mapToObj(i -> new ImportedMessage(i % 2 == 0 ? Message.Kind.CUSTOMER : Message.Kind.REPLY, Optional.empty(),
                        WorkingDesk.START.minus(Duration.ofDays(9)).plus(Duration.ofMinutes(i)), texts[i]))
                .toList();
        return with(id, Optional.empty(), messages);
    }

    private static ImportedConversation with(String id, Optional<TicketStatus> status, List<ImportedMessage> messages) {
        return new ImportedConversation(id, "chat", Optional.empty(), status, Optional.of(Priority.HIGH), Optional.of("Kim"), List.of("retail"),
                new ImportedCustomer("ana_ruiz", "Ana Ruiz", List.of(Address.email("ana@example.com")), Optional.of("gold"), Optional.empty()),
                messages);
    }

    private Progress run(ImportedConversation... conversations) throws Exception {
        return run(Arrays.stream(conversations).map(c -> (Line) new Line.Good(1, c)).toList(), new ArrayList<>());
    }

    private Progress run(List<Line> lines, List<Progress> progress) throws Exception {
        Iterator<Line> iterator = lines.iterator();
        return work.imports.run(() -> iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty(), () -> 0.5, progress::add);
    }

    private Ticket ticket(String id) {
        return work.ticket(new TicketId(id));
    }

    @Test
    void thatSomebodysOwnComesIsToldOnceARunBeforeTheFirstOfIt() throws Exception {
        var told = new ArrayList<Integer>();
        var imports = new Imports(work.desk, work.clock, WorkingDesk.ME, new MailIntake(work.desk, work.clock, WorkingDesk.ME), () -> told.add(1));
        Iterator<Line> lines = List.<Line>of(new Line.Bad(1, "no conversation"), new Line.Good(2, conversation("c-1", ANA)), new Line.Good(3, conversation("c-2", ANA)),
                new Line.Good(4, conversation("c-3", ANA))).iterator();
        var toldThen = new ArrayList<Integer>();
        assertEquals(3, imports.run(() -> lines.hasNext() ? Optional.of(lines.next()) : Optional.empty(), () -> 0.5, _ -> toldThen.add(told.size())).tickets());
        assertEquals(List.of(0, 1, 1, 1), toldThen);
    }

    @Test
    void aConversationBecomesATicketOfItsCustomer() throws Exception {
        Progress progress = run(conversation("c-1", "Hello! My kettle leaks. Help!", SAM, "Yes, please send a new lid."));
        assertEquals(new Progress(1, 1, 1, 3, 0, List.of(), false), progress);
        Ticket ticket = ticket("c-1");
        assertEquals("My kettle leaks", ticket.subject());
        assertEquals(TicketStatus.OPEN, ticket.status());
        assertEquals(Priority.HIGH, ticket.priority());
        assertEquals(Optional.of("Kim"), ticket.assignee());
        assertEquals(Optional.of(WorkingDesk.START.minus(Duration.ofDays(9)).plusSeconds(120)), ticket.waitingSince());
        List<Message> messages = work.messages(ticket.id());
        assertEquals(List.of("Ana Ruiz", "Agent", "Ana Ruiz"), messages.stream().map(Message::author).toList());
        assertEquals(List.of("c-1/1", "c-1/2", "c-1/3"), messages.stream().map(m -> m.id().value()).toList());
        assertTrue(messages.stream().allMatch(m -> m.delivery() == Message.Delivery.NONE));
        QueueRow row = work.desk.read(session -> session.queue().find(ticket.id(), "Sam")).orElseThrow();
        assertTrue(row.unread());
        assertEquals("Yes, please send a new lid.", row.preview());
        assertEquals(List.of("retail"), row.tags());
        var customer = work.desk.read(session -> session.customers().find(new CustomerId("ana_ruiz"))).orElseThrow();
        assertEquals(Optional.of("gold"), customer.tier());
        assertEquals(WorkingDesk.START.minus(Duration.ofDays(9)), customer.since());
    }

    @Test
    void aConversationThatEndsInCourtesyIsClosedReadAndFlushed() throws Exception {
        run(conversation("c-1", ANA, SAM, "That helped, thank you!"));
        assertEquals(TicketStatus.CLOSED, ticket("c-1").status());
        assertFalse(work.desk.read(session -> session.queue().find(new TicketId("c-1"), "Sam")).orElseThrow().unread());
        work.drain();
        assertEquals(List.of("ticket_c-1 SUBJECT Ana Ruiz: It drips", "ticket_c-1 CUSTOMER Ana Ruiz: It drips.",
                "ticket_c-1 AGENT Agent: " + SAM, "ticket_c-1 CUSTOMER Ana Ruiz: That helped, thank you!", "ticket_c-1 flushed"),
                work.memory.notes);
        assertEquals(List.of(), work.postbag.replies);
    }

    @Test
    void importingTwiceAddsNothing() throws Exception {
        var conversations = new ImportedConversation[] {conversation("c-1", ANA, SAM), conversation("c-2", ANA)};
        run(conversations);
        work.drain();
        var notes = List.copyOf(work.memory.notes);
        Ticket before = ticket("c-1");
        assertEquals(new Progress(1, 0, 0, 0, 2, List.of(), false), run(conversations));
        work.drain();
        assertEquals(notes, work.memory.notes);
        assertEquals(before, ticket("c-1"));
    }

    @Test
    void aLongerVersionAddsOnlyItsNewMessagesAfterWhatWasSaidMeanwhile() throws Exception {
        run(conversation("c-1", ANA, SAM, "Thank you!"));
        work.replies.note(new acquaint.model.MessageId("n"), new TicketId("c-1"), "Done.");
        Progress progress = run(conversation("c-1", ANA, SAM, "Thank you!", "You are welcome.", "Now it drips again. Can you help?"));
        assertEquals(new Progress(1, 0, 0, 2, 0, List.of(), false), progress);
        assertEquals(List.of(ANA, SAM, "Thank you!", "Done.", "You are welcome.", "Now it drips again. Can you help?"),
                work.messages(new TicketId("c-1")).stream().map(Message::text).toList());
        assertEquals(TicketStatus.OPEN, ticket("c-1").status());
        assertTrue(work.desk.read(session -> session.queue().find(new TicketId("c-1"), "Sam")).orElseThrow().unread());
    }

    @Test
    void aStatusInTheFileCounts() throws Exception {
        var last = new ImportedMessage(Message.Kind.CUSTOMER, Optional.of("Ana R."), WorkingDesk.START, "Thanks!");
        run(with("c-1", Optional.of(TicketStatus.ESCALATED), List.of(last)), with("c-2", Optional.of(TicketStatus.WAITING), List.of(last)),
                with("c-3", Optional.of(TicketStatus.OPEN), List.of(last)), with("c-4", Optional.of(TicketStatus.CLOSED), List.of(last)));
        assertEquals(List.of(TicketStatus.ESCALATED, TicketStatus.WAITING, TicketStatus.OPEN, TicketStatus.CLOSED),
                List.of(ticket("c-1").status(), ticket("c-2").status(), ticket("c-3").status(), ticket("c-4").status()));
        assertEquals("Ana R.", work.messages(new TicketId("c-1")).getFirst().author());
    }

    @Test
    void badLinesAreReportedAndTheRestIsImported() throws Exception {
        var seen = new ArrayList<Progress>();
        Progress progress = run(List.of(new Line.Good(1, conversation("c-1", ANA)), new Line.Bad(2, "customer is missing"),
                new Line.Good(3, conversation("c-2", ANA)), new Line.Good(4, conversation(" ", ANA))), seen);
        assertEquals(2, progress.tickets());
        assertEquals(List.of(new BadLine(2, "customer is missing"), new BadLine(4, "ticket id must not be empty")), progress.bad());
        assertEquals(4, seen.size());
        assertEquals(0.5, seen.getFirst().fraction());
    }

    @Test
    void anInterruptStopsAfterTheConversationAtHand() throws Exception {
        var lines = List.<Line>of(new Line.Good(1, conversation("c-1", ANA)), new Line.Good(2, conversation("c-2", ANA)));
        Iterator<Line> iterator = lines.iterator();
        Progress progress = work.imports.run(() -> Optional.of(iterator.next()), () -> 0.5, p -> Thread.currentThread().interrupt());
        assertTrue(Thread.interrupted());
        assertTrue(progress.cancelled());
        assertEquals(1, progress.tickets());
        assertTrue(work.desk.read(session -> session.tickets().find(new TicketId("c-2"))).isEmpty());
    }

    @Test
    void theRealConversationsFillADeskOnceAndOnlyOnce() throws Exception {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data"), "conversations.jsonl");
        Assumptions.assumeTrue(Files.exists(file), "there are no conversations at " + file);
        Progress first = work.imports.run(file, p -> {});
        assertEquals(new Progress(1, 138, 56, 1923, 0, List.of(), false), first);
        assertEquals(new Progress(1, 0, 0, 0, 138, List.of(), false), work.imports.run(file, p -> {}));
        int open = work.queue.rows(QueueView.ALL_OPEN, QueueSort.NEWEST, "").rows().size();
        assertTrue(open >= 22 && open <= 28, () -> open + " tickets stay open");
        work.drain();
        assertEquals(0, work.outbox.remaining());
        assertEquals(138 + 1923 + 138 - open, work.memory.notes.size());
        var sophia = work.queue.rows(QueueView.CLOSED, QueueSort.NEWEST, "sophia silva").rows().getFirst();
        assertEquals(9, work.knowledge.card(sophia.ticket()).others().size());
    }
}
