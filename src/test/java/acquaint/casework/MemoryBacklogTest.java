package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.MemoryBacklog.Entry;
import acquaint.casework.MemoryBacklog.Learned;
import acquaint.casework.MemoryBacklog.State;
import acquaint.casework.MemoryBacklog.Summary;
import acquaint.casework.MemoryBacklog.What;
import acquaint.memory.FlushResult;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import acquaint.memory.Utterance;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits to be remembered, why, and what can be done about it. */
class MemoryBacklogTest {

    @TempDir
    Path directory;

    private WorkingDesk work;
    private Ticket ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        ticket = work.anasTicket("Kettle", "It leaks at the handle.");
    }

    @AfterEach
    void close() {
        work.close();
    }

    private void memoryFails(Kind kind) {
        work.memory.failure = Optional.of(new MemoryException(kind, "because"));
    }

    private Summary summary() {
        return work.backlog.of(ticket.customer());
    }

    private List<Entry> entries() {
        return work.backlog.entries(ticket.customer(), 100);
    }

    @Test
    void whatIsNotSentYetIsStored() {
        assertEquals(List.of(What.SUBJECT, What.MESSAGE), entries().stream().map(Entry::what).toList());
        assertEquals(List.of("Kettle", "It leaks at the handle."), entries().stream().map(Entry::words).toList());
        assertTrue(entries().stream().allMatch(entry -> entry.state() == State.STORED));
        assertEquals(2, summary().waiting());

        work.drain();
        assertEquals(Summary.NOTHING, summary());
    }

    @Test
    void aMemoryThatIsAwayIsAskedByOneTicketOnlyUntilItIsBack() {
        for (int i = 0; i < 10; i++) {
            work.anasTicket("Kettle " + i, "It leaks.");
        }
        memoryFails(Kind.AWAY);
        work.drain();

        assertTrue(work.memory.asked <= 4, "asked " + work.memory.asked + " times");
        assertEquals(Optional.of(Kind.AWAY), summary().why());
        assertTrue(summary().nextTry().orElseThrow().isAfter(work.clock.instant()));
        assertTrue(work.backlog.entries(100).stream().allMatch(entry -> entry.why().equals(Optional.of(Kind.AWAY))));

        int before = work.memory.asked;
        work.clock.forward(Duration.ofMinutes(6));
        work.drain();
        assertEquals(before + 1, work.memory.asked, "one probe");

        work.memory.failure = Optional.empty();
        work.clock.forward(Duration.ofMinutes(6));
        work.drain();
        assertEquals(List.of(), work.backlog.entries(100));
    }

    @Test
    void aFaultOverOneTicketLeavesTheOthersAlone() {
        Ticket other = work.anasTicket("Toaster", "It burns.");
        work.memory.refused = Optional.of("It leaks at the handle.");
        work.memory.refusal = Kind.FAULT;
        work.drain();

        assertEquals(List.of(ticket.id(), ticket.id()), work.backlog.entries(100).stream().map(Entry::ticket).toList());
        assertTrue(work.memory.notes.stream().anyMatch(note -> note.startsWith(other.id().session().value())));
    }

    @Test
    void tryNowAsksAtOnce() {
        memoryFails(Kind.BAD_KEY);
        work.drain();
        work.memory.failure = Optional.empty();
        work.drain();
        assertEquals(2, summary().waiting(), "the pause is not over");

        work.backlog.retry(ticket.customer());
        work.drain();
        assertEquals(Summary.NOTHING, summary());
    }

    @Test
    void whatMemoryRefusedIsToldAndCanBeTriedAgain() {
        work.memory.refused = Optional.of("It leaks at the handle.");
        work.drain();
        assertEquals(1, summary().failed());
        assertEquals(State.FAILED, entries().getFirst().state());
        assertEquals(Optional.of(Kind.REFUSED), entries().getFirst().why());

        work.memory.refused = Optional.empty();
        work.backlog.retry(ticket.customer());
        work.drain();
        assertEquals(Summary.NOTHING, summary());
    }

    @Test
    void whatNobodyCanTellWaitsForAnAgentAndHoldsUpTheTicket() {
        memoryFails(Kind.UNCERTAIN);
        work.drain();
        assertEquals(2, summary().uncertain());
        work.memory.failure = Optional.empty();
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.drain();
        assertEquals(List.of(), work.memory.notes, "nothing overtakes what is uncertain");

        work.backlog.settle(entries().getFirst().id(), false);
        work.drain();
        assertEquals(3, work.memory.notes.size());
        assertTrue(work.memory.notes.getLast().endsWith("flushed"));
    }

    @Test
    void whatAnAgentSaysHasArrivedIsNotSentAgain() {
        memoryFails(Kind.UNCERTAIN);
        work.drain();
        work.memory.failure = Optional.empty();

        begun(2).settle(entries().getFirst().id(), true);
        work.drain();

        assertEquals(Summary.NOTHING, summary());
        assertEquals(List.of(), work.memory.notes);
    }

    @Test
    void whatWasNeverSentIsSentAlthoughWhatItWaitedForHasArrived() {
        memoryFails(Kind.UNCERTAIN);
        work.drain();
        work.memory.failure = Optional.empty();

        begun(1).settle(entries().getFirst().id(), true);
        work.drain();

        assertEquals(Summary.NOTHING, summary());
        assertEquals(1, work.memory.notes.size(), work.memory.notes.toString());
        assertTrue(work.memory.notes.getFirst().endsWith("It leaks at the handle."));
    }

    /** The backlog beside a service to which so many of the ticket's messages were on their way. */
    private MemoryBacklog begun(int messages) {
        var overlay = new DeskOverlay(work.desk, "service");
        var said = List.of(Remembering.subject(ticket, work.desk.read(session -> session.customers().find(ticket.customer())).orElseThrow()),
                Remembering.utterance(work.messages(ticket.id()).stream().filter(message -> message.kind() == Message.Kind.CUSTOMER).findFirst().orElseThrow())).subList(0, messages);
        overlay.begin(ticket.customer(), ticket.id().session(), said, said.stream().map(Utterance::at).toList(), work.clock.instant());
        return new MemoryBacklog(work.desk, work.clock, work.outbox, () -> Optional.of(overlay), WorkingDesk.ME);
    }

    @Test
    void aReplyThatMayStillBeTakenBackIsNotRememberedByTryingNow() {
        memoryFails(Kind.AWAY);
        work.drain();
        work.send("r", ticket, "A new kettle is on its way.", true);
        work.memory.failure = Optional.empty();

        work.backlog.retry(ticket.customer());
        work.drain();

        assertEquals(2, work.memory.notes.size(), work.memory.notes.toString());
        assertTrue(work.replies.undo(new MessageId("r")).isPresent());
    }

    @Test
    void whatWasRefusedAndIsTakenAfterTheTicketWasClosedIsLearnedFrom() {
        work.memory.refused = Optional.of("It leaks at the handle.");
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.drain();
        assertEquals(1, work.memory.notes.stream().filter(note -> note.endsWith("flushed")).count());

        work.memory.refused = Optional.empty();
        work.backlog.retry(ticket.customer());
        work.drain();

        assertTrue(work.memory.notes.get(work.memory.notes.size() - 2).endsWith("It leaks at the handle."), work.memory.notes.toString());
        assertTrue(work.memory.notes.getLast().endsWith("flushed"));
    }

    @Test
    void thatSomethingWasLearnedIsNotLostWithALookThatFails() {
        work.memory.lookFails = true;
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.drain();
        work.memory.flushed = FlushResult.NOTHING_NEW;
        assertEquals(Learned.EXTRACTED, work.backlog.learned(ticket.id()));

        work.memory.lookFails = false;
        work.clock.forward(Duration.ofSeconds(1));
        work.drain();
        assertEquals(Learned.SEARCHABLE, work.backlog.learned(ticket.id()));
    }

    @Test
    void aFlushWaitsUntilMemoryHasWorkedOnWhatItTook() throws Exception {
        work.memory.kept = Kept.QUEUED;
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.outbox.tick();
        work.awaitIdle();
        assertEquals(List.of(State.QUEUED, State.QUEUED, State.STORED), entries().stream().map(Entry::state).toList());
        assertEquals(Learned.WAITING, work.backlog.learned(ticket.id()));

        work.memory.kept = Kept.BUFFERED;
        work.clock.forward(Duration.ofSeconds(3));
        work.drain();
        assertEquals(Learned.SEARCHABLE, work.backlog.learned(ticket.id()));
        assertTrue(work.memory.notes.getLast().endsWith("flushed"));
    }

    @Test
    void aClosedTicketIsRememberedOnlyWhenMemoryReportedIt() {
        assertEquals(Learned.NOT_CLOSED, work.backlog.learned(ticket.id()));
        memoryFails(Kind.AWAY);
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.drain();
        assertEquals(Learned.WAITING, work.backlog.learned(ticket.id()));

        work.memory.failure = Optional.empty();
        work.memory.recallable = false;
        work.backlog.retry(ticket.customer());
        work.drain();
        assertEquals(Learned.EXTRACTED, work.backlog.learned(ticket.id()));

        work.memory.recallable = true;
        work.clock.forward(Duration.ofSeconds(1));
        work.drain();
        assertEquals(Learned.SEARCHABLE, work.backlog.learned(ticket.id()));
    }

    @Test
    void aTicketWithNothingNewSaysSo() {
        work.memory.flushed = FlushResult.NOTHING_NEW;
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.drain();
        assertEquals(Learned.NOTHING_NEW, work.backlog.learned(ticket.id()));
    }

    @Test
    void whatMemoryLearnedIsNotAskedForTwiceAfterARestart() {
        work.memory.recallable = false;
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.drain();
        assertEquals(Learned.EXTRACTED, work.backlog.learned(ticket.id()));
        work.reopen();
        work.clock.forward(Duration.ofSeconds(1));
        work.drain();

        assertEquals(Learned.EXTRACTED, work.backlog.learned(ticket.id()));
        assertEquals(1, work.memory.notes.stream().filter(note -> note.endsWith("flushed")).count());
    }
}
