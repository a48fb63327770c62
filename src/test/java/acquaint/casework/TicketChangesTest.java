package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Priority;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.store.AuditTable;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TicketChangesTest {

    @TempDir
    private Path directory;

    private WorkingDesk work;
    private TicketId ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        ticket = work.anasTicket("The kettle leaks", "It drips.").id();
    }

    @AfterEach
    void close() {
        work.close();
    }

    private List<String> events() {
        return work.messages(ticket).stream().filter(m -> m.kind() == Message.Kind.EVENT).map(Message::text).toList();
    }

    @Test
    void eachChangeIsToldInTheConversationAndKeptInTheAuditTrail() {
        work.changes.assign(ticket, Optional.of("Kim"));
        work.changes.assign(ticket, Optional.empty());
        work.changes.priority(ticket, Priority.URGENT);
        work.changes.tags(ticket, new LinkedHashSet<>(List.of("refund", "vip")));
        work.changes.tags(ticket, new LinkedHashSet<>(List.of("vip")));
        Ticket closed = work.changes.status(ticket, TicketStatus.CLOSED);
        assertEquals(List.of("CREATED", "ASSIGNED Kim", "UNASSIGNED", "PRIORITY URGENT", "TAGGED refund", "TAGGED vip", "UNTAGGED refund", "STATUS CLOSED"), events());
        events().forEach(Event::parse);
        assertEquals(Optional.empty(), closed.waitingSince());
        var trail = work.desk.read(session -> session.audit().of(ticket));
        assertEquals(List.of("open", "assign", "assign", "priority", "tags", "tags", "status"), trail.stream().map(AuditTable.Entry::what).toList());
        assertTrue(trail.getLast().before().orElseThrow().contains("\"status\":\"OPEN\""));
        assertTrue(trail.getLast().after().orElseThrow().contains("\"status\":\"CLOSED\""));
        assertEquals("Sam", trail.getLast().who());
    }

    @Test
    void aChangeThatChangesNothingLeavesNoTrace() {
        work.changes.assign(ticket, Optional.empty());
        work.changes.priority(ticket, Priority.NORMAL);
        assertEquals(List.of("CREATED"), events());
    }

    @Test
    void anIllegalStepIsRefusedAndChangesNothing() {
        work.changes.status(ticket, TicketStatus.CLOSED);
        Ticket before = work.ticket(ticket);
        assertThrows(Ticket.IllegalChange.class, () -> work.changes.status(ticket, TicketStatus.WAITING));
        assertEquals(before, work.ticket(ticket));
    }

    @Test
    void closingFlushesTheSessionAfterAllThatWasSaid() {
        work.changes.status(ticket, TicketStatus.CLOSED);
        work.drain();
        assertEquals(List.of(ticket.session() + " SUBJECT Ana Ruiz: The kettle leaks", ticket.session() + " CUSTOMER Ana Ruiz: It drips.",
                ticket.session() + " flushed"), work.memory.notes);
    }

    @Test
    void aCustomersMessageOpensAClosedTicketAgain() {
        work.changes.status(ticket, TicketStatus.CLOSED);
        Message logged = work.intake.log(new MessageId("m"), ticket, " It still drips. ");
        assertEquals("It still drips.", logged.text());
        assertEquals(logged, work.intake.log(new MessageId("m"), ticket, "It still drips."));
        Ticket after = work.ticket(ticket);
        assertEquals(TicketStatus.OPEN, after.status());
        assertEquals(Optional.of(logged.at()), after.waitingSince());
        assertEquals("STATUS OPEN", events().getLast());
    }

    @Test
    void aNewCallerWithAKnownAddressIsThatCustomer() {
        Ticket second = work.intake.open(new Intake.NewTicket(
                new Intake.Caller.New("A. Ruiz", List.of(Address.email("Ana@Example.com"), Address.phone("+34 600"))),
                "Second", "phone", "", Optional.of("Sam")));
        assertEquals(work.ticket(ticket).customer(), second.customer());
        assertEquals(Optional.of("Sam"), second.assignee());
        assertEquals(Optional.empty(), second.waitingSince());
        Customer ana = work.intake.customers("ruiz", 5).getFirst();
        assertEquals("Ana Ruiz", ana.name());
        assertEquals(List.of(Address.email("ana@example.com"), Address.phone("+34 600")), ana.addresses());
        assertEquals(2, work.knowledge.card(ticket).tickets());
        assertEquals(List.of(second.id()), work.knowledge.card(ticket).others().stream().map(row -> row.ticket()).toList());
    }

    @Test
    void ticketsOpenedAtTheSameTimeGetDifferentNumbers() {
        var ids = IntStream.range(0, 20).mapToObj(n -> CompletableFuture.supplyAsync(() -> work.anasTicket("Ticket " + n, "Hello").id()))
                .toList().stream().map(CompletableFuture::join).distinct().toList();
        assertEquals(20, ids.size());
    }
}
