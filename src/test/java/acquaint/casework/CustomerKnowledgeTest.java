package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.FoundBy;
import acquaint.memory.Happened;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.Utterance;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import acquaint.model.Ticket;
import acquaint.privacy.Maskings;
import acquaint.privacy.PersonalData;
import acquaint.reply.ComposedDraft;
import acquaint.reply.DraftWriter;
import acquaint.reply.Drafting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CustomerKnowledgeTest {

    @TempDir
    private Path directory;

    private WorkingDesk work;
    private Ticket ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        ticket = work.anasTicket("The kettle leaks", "It drips on the floor.");
    }

    @AfterEach
    void close() {
        work.close();
    }

    private Recall something() {
        return new Recall(List.of(), List.of(Happened.episode("e", ticket.customer(), new SessionId("ticket_T-0"), WorkingDesk.START, WorkingDesk.START,
                "Lid", "Ana's lid broke", Optional.empty())), List.of(), List.of());
    }

    @Test
    void theQuestionIsTheSubjectAndTheCustomersLastWordsWithinBounds() throws Exception {
        var asked = new AtomicReference<RecallRequest>();
        work.memory.answer = request -> {
            asked.set(request);
            return something();
        };
        work.send("r", ticket, "Which model is it?", false);
        work.intake.log(MessageId.random(), ticket.id(), "The blue one. " + "Very blue. ".repeat(200));
        Recalled.Known known = assertInstanceOf(Recalled.Known.class, work.knowledge.recall(ticket.id()));
        assertEquals(something(), known.recall());
        assertEquals(ticket.customer(), asked.get().customer());
        assertEquals(Optional.of(ticket.id().session()), asked.get().current());
        assertTrue(asked.get().words().startsWith("The kettle leaks\nThe blue one."));
        assertEquals(600, asked.get().words().length());
    }

    @Test
    void nothingKnownIsAnAnswer() throws Exception {
        assertEquals(new Recalled.Nothing(List.of()), work.knowledge.recall(ticket.id()));
    }

    @Test
    void aFailingMemoryIsAwayAndSaysWhy() throws Exception {
        work.memory.answer = request -> {
            throw new MemoryException(MemoryException.Kind.REFUSED, "no");
        };
        assertEquals(new Recalled.Away(MemoryException.Kind.REFUSED), work.knowledge.recall(ticket.id()));
    }

    @Test
    void aMemoryThatDoesNotAnswerInTimeIsLateAndIsStopped() throws Exception {
        var stopped = new CountDownLatch(1);
        work.memory.answer = request -> hang(stopped);
        var impatient = new CustomerKnowledge(work.desk, work.memory, "Sam", Duration.ofMillis(20));
        assertEquals(new Recalled.Away(MemoryException.Kind.LATE), impatient.recall(ticket.id()));
        stopped.await();
    }

    @Test
    void anInterruptCancelsTheRecallAndTheAsking() throws Exception {
        var asked = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        work.memory.answer = request -> {
            asked.countDown();
            return hang(stopped);
        };
        var patient = new CustomerKnowledge(work.desk, work.memory, "Sam", Duration.ofMinutes(10));
        var ended = new AtomicReference<Throwable>();
        Thread asking = Thread.ofVirtual().start(() -> ended.set(assertThrows(InterruptedException.class, () -> patient.recall(ticket.id()))));
        asked.await();
        asking.interrupt();
        asking.join();
        assertInstanceOf(InterruptedException.class, ended.get());
        stopped.await();
    }

    private static Recall hang(CountDownLatch stopped) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return Recall.NOTHING;
        } finally {
            stopped.countDown();
        }
    }

    @Test
    void whatWaitsForMemoryIsCountedAndTriedAgain() {
        work.memory.failure = Optional.of(new MemoryException(MemoryException.Kind.AWAY, "away"));
        work.drain();
        assertEquals(2, work.backlog.of(ticket.customer()).waiting());
        work.memory.failure = Optional.empty();
        assertEquals(Optional.of(MemoryException.Kind.AWAY), work.backlog.of(ticket.customer()).why());
        work.clock.forward(Duration.ofSeconds(1));
        work.drain();
        assertEquals(0, work.backlog.of(ticket.customer()).waiting());
        assertEquals(2, work.memory.notes.size());
    }

    @Test
    void aDraftIsWrittenFromTheConversationAndWhatWasRecalled() throws Exception {
        work.memory.answer = request -> something();
        work.replies.note(MessageId.random(), ticket.id(), "She is in a hurry.");
        var gathered = drafts().gather(ticket.id());
        assertEquals(new Recalled.Known(something()), gathered.recalled());
        assertEquals(something(), gathered.request().recall());
        assertEquals(List.of(Message.Kind.CUSTOMER, Message.Kind.NOTE), gathered.request().conversation().stream().map(Message::kind).toList());
        assertEquals("Sam", gathered.request().agentName());
        assertTrue(work.memory.notes.contains("precedents"));
    }

    @Test
    void aMemoryThatIsAwayMakesADraftWithoutIt() throws Exception {
        work.memory.answer = request -> {
            throw new MemoryException(MemoryException.Kind.AWAY, "away");
        };
        var gathered = drafts().gather(ticket.id());
        assertEquals(new Recalled.Away(MemoryException.Kind.AWAY), gathered.recalled());
        assertEquals(Recall.NOTHING, gathered.request().recall());
    }

    private DraftReplies drafts() {
        return new DraftReplies(work.desk, work.knowledge, work.memory, new DraftWriter(new ComposedDraft(ZoneOffset.UTC), new Drafting(Drafting.Means.NONE,
                new Maskings(() -> new PersonalData(Set.of("GB"), Set.of())), (_, _) -> Optional.empty(), Clock.systemUTC())), _ -> List.of(), draft -> draft, "Sam");
    }

    private static Recall with(Passage... passages) {
        return new Recall(List.of(), List.of(), List.of(passages), List.of());
    }

    private static Passage passage(Utterance.Speaker speaker, String words) {
        return new Passage(new SessionId("ticket_T-0"), new Utterance(new MessageId(words), speaker, "Kim", WorkingDesk.START, words), 1, FoundBy.WORDS);
    }

    @Test
    void whatWasNotedForColleaguesIsRecalledForThemAndKeptOutOfDrafts() throws Exception {
        Recall noted = with(passage(Utterance.Speaker.CUSTOMER, "I work at night."), passage(Utterance.Speaker.NOTE, "She is a difficult one."));
        work.memory.answer = request -> noted;
        assertEquals(new Recalled.Known(noted), work.knowledge.recall(ticket.id()), "colleagues read it");
        Recall drafted = drafts().gather(ticket.id()).request().recall();
        assertEquals(List.of("I work at night."), drafted.passages().stream().map(passage -> passage.utterance().text()).toList());
        assertFalse(drafted.toString().contains("difficult"), drafted::toString);
    }
}
