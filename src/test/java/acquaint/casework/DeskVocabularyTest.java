package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import acquaint.pattern.Topic;
import acquaint.pattern.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskVocabularyTest {

    private static final int MANY = 100;
    private static final int TOLERATED = 5;

    @TempDir
    Path directory;

    private WorkingDesk work;
    private DeskVocabulary vocabulary;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        vocabulary = new DeskVocabulary();
    }

    @AfterEach
    void close() throws Exception {
        work.close();
    }

    @Test
    void nothingIsLearntTwiceWhileNothingIsNew() {
        ask("My kettle leaks.");
        assertSame(now(), now());
    }

    @Test
    void onADeskOfFewTicketsEachNewOneCounts() {
        ask("My kettle leaks.");
        Vocabulary before = now();
        ask("My toaster burns.");
        assertNotSame(before, now());
    }

    @Test
    void onADeskOfManyTicketsSomeNewOnesAreNotWorthLearningAgain() {
        for (int i = 0; i < MANY; i++) {
            ask("My kettle leaks.");
        }
        Vocabulary before = now();
        for (int i = 0; i < TOLERATED; i++) {
            ask("My toaster burns.");
            assertSame(before, now());
        }
        ask("My toaster burns.");
        assertNotSame(before, now());
    }

    @Test
    void whichWordsNameThingsIsKnownFromTheDeskAndFromTheTextsAtHand() {
        for (int i = 0; i < TOLERATED; i++) {
            ask("The kettle leaks.");
        }
        now();
        assertEquals(List.of("kettle", "toaster"), topics("The kettle leaks, the toaster burns.", "The kettle and the toaster again."));
        assertEquals(List.of("kettle"), topics("The kettle leaks.", "The kettle again."));
    }

    private List<String> topics(String... texts) {
        return Topic.of(List.of(texts), now(), MANY).stream().map(Topic::word).sorted().toList();
    }

    private Vocabulary now() {
        return work.desk.read(session -> vocabulary.of(session));
    }

    private void ask(String text) {
        work.anasTicket("Question", text);
    }
}
