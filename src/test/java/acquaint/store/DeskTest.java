package acquaint.store;

import static acquaint.store.Given.ANA;
import static acquaint.store.Given.CLOCK;
import static acquaint.store.Given.NOW;
import static acquaint.store.Given.TICKET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Draft;
import acquaint.model.Message;
import acquaint.model.Mode;
import acquaint.model.Priority;
import acquaint.model.QueueRow;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(directory, CLOCK);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void reopen() {
        desk.close();
        open();
    }

    @Test
    void aTicketComesBackAsItWasSaved() {
        Given.anasTicket(desk);
        Ticket changed = desk.write(session -> session.tickets().save(session.tickets().find(TICKET).orElseThrow()
                .assignedTo(Optional.of("Sam"), NOW).prioritised(Priority.URGENT, NOW)
                .tagged(new LinkedHashSet<>(List.of("refund", "angry")), NOW)));
        reopen();
        Ticket found = desk.read(session -> session.tickets().find(TICKET)).orElseThrow();
        assertEquals(changed, found);
        assertEquals(List.of("refund", "angry"), List.copyOf(found.tags()));
        assertEquals(Optional.of(NOW), found.waitingSince());
    }

    @Test
    void aTicketReadBeforeAnotherChangeCannotBeSaved() {
        Ticket read = Given.anasTicket(desk);
        desk.write(session -> session.tickets().save(read.become(TicketStatus.CLOSED, NOW)));
        assertThrows(StaleTicket.class, () -> desk.write(session -> session.tickets().save(read.prioritised(Priority.LOW, NOW))));
        assertEquals(TicketStatus.CLOSED, desk.read(session -> session.tickets().find(TICKET)).orElseThrow().status());
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() {
        Given.anasTicket(desk);
        assertThrows(IllegalStateException.class, () -> desk.write(session -> {
            session.drafts().save(new Draft(TICKET, Mode.REPLY, "half", NOW));
            throw new IllegalStateException("on purpose");
        }));
        assertEquals(List.of(), desk.read(session -> session.drafts().of(TICKET)));
        desk.write(session -> session.tickets().nextId());
    }

    @Test
    void aReaderSeesTheDeskAsItWasWhenItBegan() {
        Given.anasTicket(desk);
        String seen = desk.read(session -> {
            session.tickets().exists(TICKET);
            CompletableFuture.runAsync(() -> desk.write(other -> {
                other.drafts().save(new Draft(TICKET, Mode.REPLY, "later", NOW));
                return null;
            })).join();
            return session.drafts().find(TICKET, Mode.REPLY).map(Draft::text).orElse("nothing");
        });
        assertEquals("nothing", seen);
        assertEquals(1, desk.read(session -> session.drafts().of(TICKET)).size());
    }

    @Test
    void readersAreReadOnly() {
        assertThrows(RuntimeException.class, () -> desk.read(session -> session.tickets().nextId()));
    }

    @Test
    void manyThreadsWriteAndReadWithoutLosingAnything() {
        Given.anasTicket(desk);
        var all = LongStream.rangeClosed(2, 101).mapToObj(n -> CompletableFuture.runAsync(() -> {
            desk.write(session -> {
                Ticket ticket = session.tickets().find(TICKET).orElseThrow();
                long position = ticket.lastPosition() + 1;
                session.messages().add(Given.message(TICKET, position, Message.Kind.NOTE, "note"));
                return session.tickets().save(ticket.noted(position, NOW));
            });
            desk.read(session -> session.messages().before(TICKET, Long.MAX_VALUE, 5));
        })).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        assertEquals(101, (long) desk.read(session -> session.messages().countBefore(TICKET, Long.MAX_VALUE)));
    }

    @Test
    void aWriteInsideAWriteIsAMistake() {
        assertThrows(IllegalStateException.class, () -> desk.write(session -> desk.write(inner -> null)));
    }

    @Test
    void listenersHearWhichTicketsChangedAfterTheCommit() {
        var heard = new ArrayList<Set<TicketId>>();
        var subscription = desk.onChange(tickets -> {
            assertTrue(Given.isThere(desk));
            heard.add(tickets);
        });
        Given.anasTicket(desk);
        desk.write(session -> {
            session.drafts().save(new Draft(TICKET, Mode.REPLY, "typing", NOW));
            return null;
        });
        subscription.close();
        desk.write(session -> session.tickets().save(session.tickets().find(TICKET).orElseThrow().prioritised(Priority.LOW, NOW)));
        assertEquals(List.of(Set.of(TICKET)), heard);
    }

    @Test
    void aListenerThatFailsDoesNotMakeTheWriteFail() {
        desk.onChange(tickets -> {
            throw new IllegalStateException("on purpose");
        });
        Given.anasTicket(desk);
        assertTrue(Given.isThere(desk));
    }

    @Test
    void anAddressBelongsToOneCustomer() {
        Given.anasTicket(desk);
        var other = new Customer(new CustomerId("ben"), "Ben", Optional.empty(), Optional.empty(), NOW,
                List.of(Address.email("ANA@example.com"), Address.email("ben@example.com")));
        desk.write(session -> {
            session.customers().insert(other);
            return null;
        });
        assertEquals(Optional.of(ANA), desk.read(session -> session.customers().owner(Address.email("ana@example.com"))));
        assertEquals(List.of(Address.email("ben@example.com")),
                desk.read(session -> session.customers().find(other.id())).orElseThrow().addresses());
    }

    @Test
    void customersAreFoundByNameWithoutAccentsByAddressAndById() {
        desk.write(session -> {
            session.customers().insert(new Customer(new CustomerId("C-1"), "Łucja Müller-Peña", Optional.empty(), Optional.empty(), NOW,
                    List.of(Address.email("lucja_100%@example.com"))));
            session.customers().insert(Given.ana());
            return null;
        });
        for (String words : List.of("muller pena", "PEÑA", "lucja_100%", "c-1")) {
            var found = desk.read(session -> session.customers().search(acquaint.model.Folded.words(words), 10));
            assertEquals(List.of("Łucja Müller-Peña"), found.stream().map(Customer::name).toList(), words);
        }
        assertTrue(desk.read(session -> session.customers().search(List.of("a_a"), 10)).isEmpty());
    }

    @Test
    void theQueueRowFollowsTheMessages() {
        Given.anasTicket(desk);
        QueueRow row = row("Sam");
        assertEquals("It drips.", row.preview());
        assertEquals(Message.Kind.CUSTOMER, row.lastKind());
        assertTrue(row.unread());
        Message reply = Given.message(TICKET, 2, Message.Kind.REPLY, "Which model?");
        desk.write(session -> {
            session.messages().add(List.of(reply, Given.message(TICKET, 3, Message.Kind.EVENT, "STATUS CLOSED")));
            session.seen().set(TICKET, "Sam", 1);
            return null;
        });
        assertEquals("Which model?", row("Sam").preview());
        assertFalse(row("Sam").unread());
        assertTrue(row("Kim").unread());
        desk.write(session -> {
            session.messages().remove(reply);
            return null;
        });
        assertEquals("It drips.", row("Sam").preview());
    }

    private QueueRow row(String agent) {
        return desk.read(session -> session.queue().find(TICKET, agent)).orElseThrow();
    }

    @Test
    void whatWasSeenOnlyGoesForwardAndNeverPastTheEnd() {
        Given.anasTicket(desk);
        for (long position : new long[] {1, 0, 99}) {
            desk.write(session -> {
                session.seen().advance(TICKET, "Sam", position);
                return null;
            });
        }
        assertEquals(1, (long) desk.read(session -> session.seen().position(TICKET, "Sam")));
    }

    @Test
    void closedTicketsComeInPagesWithoutGaps() {
        desk.write(session -> {
            session.customers().insert(Given.ana());
            for (int n = 0; n < 25; n++) {
                Ticket ticket = Given.ticket("T-" + n).become(TicketStatus.CLOSED, NOW).tagged(new LinkedHashSet<>(List.of("t" + n)), NOW);
                session.tickets().insert(ticket);
                session.messages().add(Given.message(ticket.id(), 1 + n / 3, Message.Kind.CUSTOMER, "hello"));
            }
            return null;
        });
        var names = new LinkedHashSet<String>();
        List<QueueRow> page = desk.read(session -> session.queue().closed("Sam", Optional.empty(), 10));
        while (!page.isEmpty()) {
            page.forEach(row -> names.add(row.ticket() + " " + row.tags()));
            QueueRow last = page.getLast();
            page = desk.read(session -> session.queue().closed("Sam", Optional.of(last), 10));
        }
        assertEquals(25, names.size());
        assertTrue(names.contains("T-7 [t7]"));
    }

    @Test
    void aBatchOfThousandsIsWrittenInOneGo() {
        Given.anasTicket(desk);
        desk.write(session -> {
            session.messages().add(LongStream.rangeClosed(2, 5_000)
                    .mapToObj(n -> Given.message(TICKET, n, Message.Kind.CUSTOMER, "line " + n)).toList());
            return null;
        });
        assertEquals(5_000, (long) desk.read(session -> session.messages().countAfter(TICKET, 0)));
        assertEquals("line 5000", row("Sam").preview());
    }
}
