package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.channel.ChannelException;
import acquaint.model.MessageId;
import acquaint.model.Promise;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.store.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reply promises is owed from when it left until somebody says that it was kept. */
class PromiseLedgerTest {

    private static final String PROMISE = "We will send you a new seal by Wednesday.";

    @TempDir
    private Path directory;
    private WorkingDesk work;
    private Ticket ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        ticket = work.anasTicket("The kettle leaks", "It drips.");
    }

    @AfterEach
    void close() {
        work.close();
    }

    private Promise promised() {
        work.send("r", ticket, "Hello Ana, thank you for writing. " + PROMISE, false);
        letItGo();
        return work.promises.ofTicket(ticket.id()).getFirst();
    }

    private void letItGo() {
        work.clock.forward(Replies.UNDO);
        work.drain();
    }

    @Test
    void aPromiseIsOwedOnceTheReplyHasLeft() {
        work.send("r", ticket, PROMISE, false);
        work.drain();
        assertEquals(List.of(), work.promises.ofTicket(ticket.id()), "it can still be undone");
        letItGo();
        Promise promise = work.promises.ofTicket(ticket.id()).getFirst();
        assertEquals(PROMISE, promise.text());
        assertEquals(WorkingDesk.ME, promise.owner());
        assertEquals(new MessageId("r"), promise.message());
        assertTrue(promise.due().isPresent());
        assertEquals(List.of(promise), work.promises.ofCustomer(ticket.customer()));
        assertEquals(List.of(new PromiseLedger.Owed(promise, "Ana Ruiz", "The kettle leaks")), work.promises.open());
    }

    @Test
    void aProgramThatIsKilledWhileItLooksForPromisesFindsThemAtTheNextStart() {
        work.send("r", ticket, PROMISE, false);
        work.desk.write(session -> {
            session.outbox().state(session.outbox().of(new MessageId("r")).stream().filter(effect -> effect.kind() == Effect.Kind.FIND_PROMISES).toList(),
                    Effect.State.RUNNING, Optional.empty());
            return null;
        });
        work.reopen();
        work.send("next", ticket, "Hello again.", false);
        letItGo();
        assertEquals(PROMISE, work.promises.ofTicket(ticket.id()).getFirst().text());
        assertEquals(2, work.postbag.replies.size(), "the next reply is not held up");
    }

    @Test
    void anUndoneReplyPromisesNothing() {
        work.send("r", ticket, PROMISE, false);
        work.replies.undo(new MessageId("r"));
        letItGo();
        assertEquals(List.of(), work.promises.open());
    }

    @Test
    void whatTheChannelRefusedPromisesNothingUntilItArrives() {
        work.postbag.failure = new ChannelException("no such address", false, null);
        work.send("r", ticket, PROMISE, false);
        letItGo();
        assertEquals(List.of(), work.promises.open());
        work.postbag.failure = null;
        work.replies.sendAgain(new MessageId("r"));
        work.drain();
        assertEquals(1, work.promises.open().size());
    }

    @Test
    void aRestartNeitherLosesNorDoublesIt() {
        work.send("r", ticket, PROMISE, false);
        work.reopen();
        letItGo();
        work.reopen();
        letItGo();
        assertEquals(1, work.promises.ofTicket(ticket.id()).size());
    }

    @Test
    void aHeldReplyPromisesInItsAuthorsNameWhenItIsLet() {
        work.holding("seal");
        work.send("r", ticket, PROMISE, false);
        letItGo();
        assertEquals(List.of(), work.promises.open());
        work.reviews(SignedIn.as("Kim", Role.SUPERVISOR)).approve(new MessageId("r"), PROMISE);
        letItGo();
        assertEquals(WorkingDesk.ME, work.promises.open().getFirst().promise().owner());
    }

    @Test
    void itIsOverdueUntilItIsKept() {
        Promise promise = promised();
        Instant due = promise.due().orElseThrow();
        assertEquals(List.of(), work.promises.overdue(due));
        assertEquals(1, work.promises.overdue(due.plusMillis(1)).size());
        Promise kept = work.promises.kept(promise.id());
        assertEquals(Promise.State.KEPT, kept.state());
        assertEquals(Optional.of(WorkingDesk.ME), kept.endedBy());
        assertEquals(List.of(), work.promises.overdue(due.plusMillis(1)));
        assertEquals(kept, work.promises.withdraw(promise.id(), "too late"), "what is over stays as it is");
        assertEquals(Promise.State.OPEN, work.promises.reopen(promise.id()).state());
        assertEquals(Optional.of("out of stock"), work.promises.withdraw(promise.id(), " out of stock ").endedReason());
    }

    @Test
    void itsTimeCanBeMoved() {
        Promise promise = promised();
        Instant later = promise.due().orElseThrow().plus(Duration.ofDays(1));
        assertEquals(Optional.of(later), work.promises.changeDue(promise.id(), Optional.of(later)).due());
        assertEquals(List.of(), work.promises.overdue(later.minusSeconds(1)));
        assertEquals(List.of("promise moved"), work.desk.read(session -> session.audit().of(ticket.id())).stream().map(entry -> entry.what())
                .filter(what -> what.startsWith("promise")).toList());
        assertThrows(PromiseLedger.UnknownPromise.class, () -> work.promises.kept(99));
    }

    @Test
    void thoseWhoFollowTheDeskAreTold() throws Exception {
        Promise promise = promised();
        var told = new AtomicInteger();
        try (var _ = work.desk.onChange(_ -> told.incrementAndGet())) {
            work.promises.kept(promise.id());
        }
        assertEquals(1, told.get());
    }

    @Test
    void anotherAgentsPromiseIsKeptByThemOrTheirSupervisor() {
        Promise promise = promised();
        var jo = new PromiseLedger(work.desk, work.clock, SignedIn.as("Jo", Role.AGENT));
        assertThrows(NotPermitted.class, () -> jo.kept(promise.id()));
        work.changes.assign(ticket.id(), Optional.of("Jo"));
        assertEquals(Promise.State.KEPT, jo.kept(promise.id()).state());
    }

    @Test
    void whatWasPromisedBeforeAnImportIsOwedAsLongAsItsTicketIsOpen() throws IOException {
        Path file = directory.resolve("tickets.jsonl");
        Files.writeString(file, """
                {"id": "A-1", "channel": "email", "status": "waiting", "customer": {"id": "c-9", "name": "Bo"}, "messages": [{"from": "customer", "at": "2026-02-27T10:00:00Z", "text": "It broke."}, {"from": "agent", "at": "2026-02-27T11:00:00Z", "text": "%s", "author": "Lee"}]}
                {"id": "A-2", "channel": "email", "status": "closed", "customer": {"id": "c-9", "name": "Bo"}, "messages": [{"from": "customer", "at": "2026-02-27T10:00:00Z", "text": "It broke."}, {"from": "agent", "at": "2026-02-27T11:00:00Z", "text": "%s", "author": "Lee"}]}
                """.formatted(PROMISE, PROMISE));
        work.imports.run(file, _ -> {});
        work.drain();
        Promise promise = work.promises.open().getFirst().promise();
        assertEquals(1, work.promises.open().size());
        assertEquals("A-1", promise.ticket().value());
        assertEquals("Lee", promise.owner());
        assertEquals(Instant.parse("2026-02-27T11:00:00Z"), promise.madeAt());
    }
}
