package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import acquaint.SignedIn;
import acquaint.casework.past.PastReplies;
import acquaint.memory.Recall;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.reply.DraftRequest;
import acquaint.reply.PastReply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents answered in like cases, as the desk goes on. */
class PastRepliesTest {

    @TempDir
    private Path folder;

    private WorkingDesk work;
    private PastReplies past;
    private Ticket answered;

    @BeforeEach
    void answer() {
        work = new WorkingDesk(folder.resolve("desk"));
        answered = work.anasTicket("Kettle", "My xylokettle leaks from its spout.");
        work.send("r1", answered, "Please send a photo of the spout.", true);
        past = open();
    }

    @AfterEach
    void close() {
        past.close();
        work.close();
    }

    private PastReplies open() {
        return new PastReplies(work.desk, folder.resolve("past"), (_, _) -> Optional.empty(), Runnable::run);
    }

    private void deliver() {
        work.clock.forward(Duration.ofMinutes(1));
        work.drain();
    }

    private List<String> found() throws InterruptedException {
        Ticket now = work.intake.open(new Intake.NewTicket(new Intake.Caller.New("Ben", List.of()), "Leak", "phone", "The xylokettle leaks.", Optional.empty()));
        List<Message> said = work.messages(now.id());
        var request = new DraftRequest(work.desk.read(session -> session.customers().find(now.customer())).orElseThrow(), now, said, Recall.NOTHING, List.of(), "Sam");
        return past.like(request).stream().map(PastReply::reply).map(Message::text).toList();
    }

    @Test
    void aReplyIsFoundOnceItCannotBeTakenBackAnyMore() throws Exception {
        assertEquals(List.of(), found());
        deliver();
        assertEquals(List.of("Please send a photo of the spout."), found());
    }

    @Test
    void anIndexThatIsDeletedOrOfAnotherDeskIsMadeAgain() throws Exception {
        deliver();
        assertEquals(1, found().size());
        past.close();
        try (Stream<Path> files = Files.list(folder.resolve("past"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        past = open();
        assertEquals(1, found().size());
    }

    @Test
    void whatIsForgottenIsFoundNoMoreAndItsWordsGoFromTheFiles() throws Exception {
        deliver();
        assertEquals(1, found().size());
        new MemoryChanges(work.desk, work.memory, work.outbox, work.clock, SignedIn.admin(WorkingDesk.ME)).forget(answered.customer());
        assertEquals(List.of(), found());

        past.close();
        past = open();
        assertEquals(List.of(), found());
        past.close();
        assertFalse(holds("xyloke"), "the words of a forgotten ticket stand in the index");
    }

    @Test
    void whatIsAnsweredAnewAfterForgettingIsFound() throws Exception {
        deliver();
        new MemoryChanges(work.desk, work.memory, work.outbox, work.clock, SignedIn.admin(WorkingDesk.ME)).forget(answered.customer(), answered.id());
        work.intake.log(new MessageId("m2"), answered.id(), "Now the lid leaks, too.");
        work.send("r2", work.ticket(answered.id()), "A new lid is on its way.", false);
        deliver();
        assertEquals(List.of("A new lid is on its way."), found());
        past.close();
        assertFalse(holds("xyloke"), "the words of a forgotten ticket stand in the index");
    }

    private boolean holds(String word) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("past"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
