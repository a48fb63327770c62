package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Address;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.Priority;
import acquaint.model.QueueRow;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class QueueTest {

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

    private Ticket ticket(String subject) {
        work.clock.forward(Duration.ofMinutes(1));
        return work.anasTicket(subject, "Text of " + subject);
    }

    private List<String> subjects(QueueView view, QueueSort sort, String filter) {
        return work.queue.rows(view, sort, filter).rows().stream().map(QueueRow::subject).toList();
    }

    @Test
    void aSearchFindsOpenTicketsBeforeClosedOnesAndEachCustomerOnce() {
        Ticket closed = ticket("leaking kettle, closed");
        ticket("leaking kettle");
        ticket("invoice");
        work.changes.status(closed.id(), TicketStatus.CLOSED);
        work.queue.loadOpen();
        work.queue.loadClosed();
        Queue.Found found = work.queue.find("KETTLE leak", 40);
        assertEquals(List.of("leaking kettle", "leaking kettle, closed"), found.tickets().stream().map(QueueRow::subject).toList());
        assertEquals(List.of(), found.customers(), "the words are not in her name");
        assertEquals(List.of("invoice"), work.queue.find("ruiz", 40).customers().stream().map(QueueRow::subject).toList(), "the newest of hers");
        assertEquals(1, work.queue.find("ruiz", 1).tickets().size());
        assertEquals(List.of(), work.queue.find(" ", 40).tickets());
        assertTrue(found.complete());
    }

    @Test
    void whoTypesOnFindsWhatASearchAnewWouldAndWhatHasComeMeanwhile() {
        ticket("leaking kettle");
        ticket("kettle with a cracked handle");
        ticket("invoice");
        work.queue.loadOpen();
        work.queue.loadClosed();
        assertEquals(List.of("kettle with a cracked handle", "leaking kettle"), found("kett"));
        assertEquals(List.of("leaking kettle"), found("kettle lea"));
        assertEquals(List.of(), found("kettle leax"));
        assertEquals(List.of(), found("kettle leaxy"));
        assertEquals(List.of("kettle with a cracked handle", "leaking kettle"), found("kettle"), "letters taken back");
        assertEquals(List.of("invoice"), found("invo"), "another word");
        ticket("second invoice");
        assertEquals(List.of("second invoice", "invoice"), found("invoice"));
    }

    @Test
    void whoTypesOnFindsCustomersAndClosedTicketsAsASearchAnewDoes() {
        ticket("leaking kettle");
        of("Jörg Weiß", "kettle with a cracked handle");
        of("Anaïs Kettler", "invoice for Ruiz");
        work.changes.status(of("Jörg Weiß", "second kettle").id(), TicketStatus.CLOSED);
        work.changes.status(of("Karin Closs", "invoice, closed").id(), TicketStatus.CLOSED);
        work.reopen();
        work.queue.loadOpen();
        typesOn("kett", "before closed tickets are read");
        work.queue.loadClosed();
        var asked = List.of("kettle weiss", "weiß kettle", "ana ruiz", "ruiz", "karin inv", "jorg second", "kettler", "k", "nobody at all");
        asked.forEach(words -> typesOn(words, "all is read"));
        work.changes.status(of("Karin Closs", "kettle of Ana").id(), TicketStatus.CLOSED);
        asked.forEach(words -> typesOn(words, "one more came and was closed"));
        assertEquals(List.of("kettle with a cracked handle", "second kettle"), found("jorg kettle"), "the closed one last");
        assertEquals(List.of("Karin Closs"), work.queue.find("karin", 40).customers().stream().map(QueueRow::customerName).toList());
    }

    /** Letter by letter there and back, and as if each were asked first. */
    private void typesOn(String words, String when) {
        for (int letters : IntStream.concat(IntStream.rangeClosed(1, words.length()), IntStream.rangeClosed(1, words.length()).map(i -> words.length() - i)).toArray()) {
            String typed = words.substring(0, letters);
            for (int most : new int[] {40, 2}) {
                var anew = new Queue(work.desk, WorkingDesk.ME);
                anew.loadOpen();
                if (work.queue.find("", 1).complete()) {
                    anew.loadClosed();
                }
                assertEquals(anew.find(typed, most), work.queue.find(typed, most), () -> typed + ", " + when);
            }
        }
    }

    private Ticket of(String customer, String subject) {
        work.clock.forward(Duration.ofMinutes(1));
        return work.intake.open(new Intake.NewTicket(new Intake.Caller.New(customer, List.of(Address.email("c" + customer.hashCode() + "@example.org"))), subject, "phone", "Text of " + subject, Optional.empty()));
    }

    private List<String> found(String words) {
        return work.queue.find(words, 40).tickets().stream().map(QueueRow::subject).toList();
    }

    @Test
    void openTicketsAreThereFirstAndClosedOnesFollow() {
        ticket("open");
        work.changes.status(ticket("closed").id(), TicketStatus.CLOSED);
        work.reopen();
        work.queue.loadOpen();
        assertEquals(List.of("open"), subjects(QueueView.ALL_OPEN, QueueSort.NEWEST, ""));
        assertEquals(List.of(), subjects(QueueView.CLOSED, QueueSort.NEWEST, ""));
        assertFalse(work.queue.rows(QueueView.CLOSED, QueueSort.NEWEST, "").complete());
        work.queue.loadClosed();
        assertEquals(List.of("closed"), subjects(QueueView.CLOSED, QueueSort.NEWEST, ""));
        assertTrue(work.queue.rows(QueueView.CLOSED, QueueSort.NEWEST, "").complete());
    }

    @Test
    void anInterruptEndsTheReadingOfClosedTickets() {
        Thread.currentThread().interrupt();
        work.queue.loadClosed();
        assertTrue(Thread.interrupted());
        assertFalse(work.queue.rows(QueueView.CLOSED, QueueSort.NEWEST, "").complete());
    }

    @Test
    void viewsAndTheirCountsFollowEveryChange() {
        Ticket a = ticket("a");
        Ticket b = ticket("b");
        Ticket c = ticket("c");
        work.changes.assign(a.id(), Optional.of("Sam"));
        work.handoffs.escalate(work.escalation("h", b));
        work.send("r", c, "answer", false);
        assertEquals(List.of("a"), subjects(QueueView.MINE, QueueSort.NEWEST, ""));
        assertEquals(List.of("b", "c"), subjects(QueueView.UNASSIGNED, QueueSort.NEWEST, ""));
        assertEquals(List.of("c"), subjects(QueueView.WAITING, QueueSort.NEWEST, ""));
        assertEquals(List.of("b"), subjects(QueueView.ESCALATED, QueueSort.NEWEST, ""));
        work.changes.status(a.id(), TicketStatus.CLOSED);
        assertEquals(Map.of(QueueView.MINE, 0, QueueView.UNASSIGNED, 2, QueueView.ALL_OPEN, 2, QueueView.WAITING, 1,
                QueueView.ESCALATED, 1, QueueView.CLOSED, 1), work.queue.rows(QueueView.MINE, QueueSort.NEWEST, "no match").counts());
    }

    @Test
    void theLongestWaitingComesFirstThenThoseWhoDoNotWaitNewestFirst() {
        ticket("old");
        Ticket answered = ticket("answered");
        Ticket answeredLater = ticket("answered later");
        ticket("new");
        work.send("r1", answered, "x", false);
        work.clock.forward(Duration.ofMinutes(1));
        work.send("r2", answeredLater, "x", false);
        assertEquals(List.of("old", "new", "answered later", "answered"), subjects(QueueView.ALL_OPEN, QueueSort.WAITING_LONGEST, ""));
    }

    @Test
    void theMostUrgentComesFirst() {
        ticket("normal");
        work.changes.priority(ticket("low").id(), Priority.LOW);
        work.changes.priority(ticket("urgent").id(), Priority.URGENT);
        ticket("normal, later");
        assertEquals(List.of("urgent", "normal", "normal, later", "low"), subjects(QueueView.ALL_OPEN, QueueSort.PRIORITY, ""));
    }

    @Test
    void theFilterLooksForEachWordAnywhereInAnyCaseWithOrWithoutAccents() {
        Ticket cafe = ticket("Café crème machine");
        ticket("kettle");
        work.changes.assign(cafe.id(), Optional.of("Zoë"));
        for (String filter : List.of("CREME", "crème caf", "zoe mach", "ana cafe", cafe.id().value(), "text café")) {
            assertEquals(List.of("Café crème machine"), subjects(QueueView.ALL_OPEN, QueueSort.NEWEST, filter), filter);
        }
        assertEquals(2, subjects(QueueView.ALL_OPEN, QueueSort.NEWEST, "  ruiz ").size());
        assertEquals(List.of(), subjects(QueueView.ALL_OPEN, QueueSort.NEWEST, "cafe kettle"));
    }

    @Test
    void listenersHearOfChangesUntilTheyStopListening() throws Exception {
        var heard = new AtomicInteger();
        AutoCloseable handle = work.queue.onChange(heard::incrementAndGet);
        Ticket ticket = ticket("a");
        assertEquals(1, heard.get());
        handle.close();
        work.changes.priority(ticket.id(), Priority.HIGH);
        assertEquals(1, heard.get());
    }

    @Test
    void readingMakesARowRead() {
        Ticket ticket = ticket("a");
        assertTrue(work.queue.rows(QueueView.ALL_OPEN, QueueSort.NEWEST, "").rows().getFirst().unread());
        work.conversations.seen(ticket.id(), ticket.lastPosition());
        assertFalse(work.queue.rows(QueueView.ALL_OPEN, QueueSort.NEWEST, "").rows().getFirst().unread());
    }

    @Test
    void aHundredThousandRowsStaySortedThroughChanges() {
        var index = new QueueIndex("Sam");
        var random = new Random(11);
        index.addAbsent(IntStream.range(0, 100_000).mapToObj(n -> QueueIndex.Entry.of(row(n, random))).toList());
        for (int change = 0; change < 300; change++) {
            index.put(QueueIndex.Entry.of(row(random.nextInt(100_000), random)));
            if (change == 150) {
                index.rows(QueueView.CLOSED, QueueSort.NEWEST, List.of());
            }
        }
        for (QueueSort sort : QueueSort.values()) {
            var open = index.rows(QueueView.ALL_OPEN, sort, List.of());
            var closed = index.rows(QueueView.CLOSED, sort, List.of());
            assertEquals(100_000, open.size() + closed.size());
            assertEquals(open.size(), index.counts().get(QueueView.ALL_OPEN));
            assertEquals(closed, sorted(closed, sort));
            assertEquals(open, sorted(open, sort));
        }
        assertEquals(List.of("T-4711"), index.rows(QueueView.ALL_OPEN, QueueSort.NEWEST, List.of("number 4711.")).stream()
                .map(r -> r.ticket().value()).toList());
    }

    private static List<QueueRow> sorted(List<QueueRow> rows, QueueSort sort) {
        var fresh = new SortedEntries(sort);
        fresh.addAll(rows.reversed().stream().map(QueueIndex.Entry::of).toList());
        return fresh.entries().stream().map(QueueIndex.Entry::row).toList();
    }

    private static QueueRow row(int n, Random random) {
        var at = WorkingDesk.START.plusSeconds(random.nextInt(1_000_000));
        boolean open = n == 4711 || n % 10 == 0;
        return new QueueRow(new TicketId("T-" + n), new CustomerId("c" + n % 5_000), "Customer of number " + n % 5_000 + ".",
                "Subject number " + n + ".", "A preview of some length, as a customer writes it", Message.Kind.CUSTOMER,
                open ? TicketStatus.OPEN : TicketStatus.CLOSED, Priority.values()[n % 4], Optional.empty(), List.of(), false, at,
                n % 3 == 0 && open ? Optional.of(at) : Optional.empty());
    }
}
