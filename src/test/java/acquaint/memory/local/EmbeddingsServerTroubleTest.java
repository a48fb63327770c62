package acquaint.memory.local;

import static acquaint.memory.CustomerMemoryContract.ANA;
import static acquaint.memory.CustomerMemoryContract.BEN;
import static acquaint.memory.CustomerMemoryContract.FIRST;
import static acquaint.memory.CustomerMemoryContract.SECOND;
import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Episode;
import acquaint.memory.Forgetting;
import acquaint.memory.FoundBy;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A memory beside a server of embeddings that is slow, dead, strict, or becomes another. */
@Timeout(60)
class EmbeddingsServerTroubleTest {

    private static final Backoff QUICK = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200));

    @TempDir
    Path home;

    private EmbeddingsStub server;
    private LocalMemory memory;

    @BeforeEach
    void start() throws Exception {
        server = new EmbeddingsStub();
    }

    @AfterEach
    void stop() {
        if (memory != null) {
            memory.close();
        }
        server.close();
    }

    private void open() throws Exception {
        open(server.url(), "some-model", QUICK);
    }

    private void open(URI url, String model, Backoff backoff) throws Exception {
        memory = LocalMemory.open(home, Optional.of(() -> new EmbeddingService(url, model, Optional.of("canary"), backoff)));
    }

    private void remember() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks."), agent(2, "A new kettle has been sent.")));
        memory.flush(ANA, FIRST);
        memory.remember(ANA, SECOND, List.of(customer(3, "The lamp flickers.")));
        memory.flush(ANA, SECOND);
    }

    private Recall recall(String words) throws Exception {
        return memory.recall(new RecallRequest(ANA, words, Optional.empty(), 10));
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come to pass in time");
            Thread.sleep(10);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static void assertShorter(Duration took, long millis) {
        assertTrue(took.toMillis() < millis, took.toString());
    }

    private void assertFoundByMeaning() throws Exception {
        Recall recall = recall("my pot drips");
        assertEquals(SearchMethod.HYBRID, recall.method());
        assertEquals(List.of(FIRST), recall.passages().stream().map(Passage::session).distinct().toList());
        assertEquals(List.of(FoundBy.MEANING), recall.passages().stream().map(Passage::foundBy).distinct().toList());
    }

    @Test
    void aServerThatHangsHoldsNeitherQuestionsNorChangesUp() throws Exception {
        open();
        remember();
        memory.awaitMeaning();
        server.hang();

        long begin = System.nanoTime();
        memory.remember(ANA, SECOND, List.of(customer(4, "The kettle leaks again.")));
        memory.flush(ANA, SECOND);
        Thread.sleep(200);
        memory.remember(ANA, SECOND, List.of(customer(5, "It still does.")));
        memory.forget(new Forgetting.Everything(BEN));
        assertShorter(since(begin), 3_000);

        begin = System.nanoTime();
        Recall recall = recall("kettle");
        assertShorter(since(begin), 1_500);
        assertEquals(SearchMethod.KEYWORD, recall.method());
        assertFalse(recall.passages().isEmpty());
        begin = System.nanoTime();
        assertEquals(SearchMethod.KEYWORD, recall("lamp").method());
        assertShorter(since(begin), 400);

        begin = System.nanoTime();
        memory.close();
        assertShorter(since(begin), 3_000);
    }

    @Test
    void aLateAnswerServesTheSameQuestionTheNextTime() throws Exception {
        open();
        remember();
        memory.awaitMeaning();
        server.refusing = (texts, _) -> {
            Thread.sleep(1_200);
            return null;
        };

        assertEquals(SearchMethod.KEYWORD, recall("my pot drips").method());
        Thread.sleep(1_500);
        server.hang();
        assertFoundByMeaning();
    }

    @Test
    void whatFailedIsTriedAgain() throws Exception {
        server.refusing = (_, _) -> server.asked().size() < 4 ? EmbeddingsStub.answer(503, "starting") : null;
        open();
        remember();
        until(() -> server.asked().size() >= 4 && memory.health().detail().isEmpty());
        memory.awaitMeaning();

        assertFoundByMeaning();
    }

    @Test
    void aServerThatStartsLaterIsFound() throws Exception {
        URI nobody;
        try (var free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/v1");
        }
        open(nobody, "some-model", QUICK);
        remember();
        until(() -> memory.health().detail().contains("does not answer"));

        assertTrue(memory.health().well());
        assertEquals(SearchMethod.KEYWORD, recall("kettle").method());
        memory.awaitMeaning();
    }

    @Test
    void aPauseThatTheServerAsksForIsKept() throws Exception {
        server.refusing = (_, _) -> server.asked().size() == 1 ? EmbeddingsStub.answer(429, "{}", "Retry-After", "1") : null;
        open();
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        until(() -> server.asked().size() >= 2);

        List<EmbeddingsStub.Asked> asked = server.asked();
        assertTrue(asked.get(1).nanos() - asked.get(0).nanos() > Duration.ofMillis(900).toNanos());
    }

    @Test
    void whatAPersonMustMendIsToldInPlainWordsAndTriedSlowly() throws Exception {
        server.refusing = (_, _) -> EmbeddingsStub.answer(401, "{\"error\":{\"message\":\"canary is no key\"}}");
        open(server.url(), "some-model", new Backoff(Duration.ofMillis(1), Duration.ofSeconds(30)));
        remember();
        until(() -> memory.health().detail().contains("does not know the key"));
        Thread.sleep(300);

        assertFalse(memory.health().detail().contains("canary"));
        assertEquals(1, server.asked().size());
        server.refusing = (_, _) -> null;
        assertEquals(SearchMethod.HYBRID, recall("kettle").method());
        until(() -> memory.health().detail().isEmpty());
        memory.awaitMeaning();
        assertFoundByMeaning();
    }

    @Test
    void aModelThatIsNotThereIsNamed() throws Exception {
        server.refusing = (_, _) -> EmbeddingsStub.answer(404, "{\"error\":{\"message\":\"model \\\"some-model\\\" not found, try pulling it first\"}}");
        open();
        remember();
        until(() -> memory.health().detail().contains("has no model some-model"));
    }

    @Test
    void oneTextThatIsRefusedDoesNotHoldUpTheOthers() throws Exception {
        server.refusing = (texts, _) -> texts.stream().anyMatch(text -> text.contains("lamp"))
                ? EmbeddingsStub.answer(400, "{\"error\":{\"message\":\"input is too long\"}}") : null;
        open();
        remember();
        memory.awaitMeaning();
        until(() -> memory.health().detail().isEmpty());
        memory.awaitMeaning();

        assertFoundByMeaning();
        assertEquals(SearchMethod.KEYWORD, recall("lamp").method());
        assertFalse(recall("lamp").passages().isEmpty());
    }

    @Test
    void anotherServerOfTheSameModelTellsEverythingAnew() throws Exception {
        open();
        remember();
        memory.awaitMeaning();
        memory.close();
        try (var other = new EmbeddingsStub()) {
            open(other.url(), "some-model", QUICK);
            memory.awaitMeaning();
            assertEquals(5, other.asked().stream().mapToInt(asked -> asked.texts().size()).sum());
            assertFoundByMeaning();
            memory.close();
        }
    }

    @Test
    void vectorsTooLongForTheIndexFindPrecedentsAllTheSame() throws Exception {
        server.dimensions = 1_536;
        open();
        remember();
        memory.awaitMeaning();

        assertFoundByMeaning();
        List<Episode> precedents = memory.precedents(new RecallRequest(BEN, "a pot that drips", Optional.empty(), 3));
        assertEquals(List.of(FIRST), precedents.stream().map(Episode::session).toList());
        assertEquals(5, vectors("length(vector) = 1540"));
        assertTrue(memory.health().detail().isEmpty(), memory.health().detail());
    }

    @Test
    void aServerWhoseVectorsBecomeLongerTellsEverythingAnew() throws Exception {
        open();
        remember();
        memory.awaitMeaning();
        server.dimensions = 12;

        assertEquals(SearchMethod.KEYWORD, recall("my pot drips").method());
        assertFalse(recall("kettle").passages().isEmpty());
        until(() -> vectors("length(vector) = 16") == 5);
        memory.awaitMeaning();
        assertEquals(SearchMethod.HYBRID, recall("a pot").method());
        List<Episode> precedents = memory.precedents(new RecallRequest(BEN, "a pot that drips", Optional.empty(), 3));
        assertEquals(List.of(FIRST), precedents.stream().map(Episode::session).toList());
    }

    @Test
    void aServerWhoseVectorsHaveAnotherLengthAtTheNextStartTellsEverythingAnew() throws Exception {
        open();
        remember();
        memory.awaitMeaning();
        memory.close();
        server.dimensions = 12;
        open();
        memory.awaitMeaning();
        recall("my pot drips");

        until(() -> vectors("length(vector) = 16") == 5);
    }

    private int vectors(String condition) {
        return Jdbi.create("jdbc:sqlite:" + home.resolve("store.db").toUri()).withHandle(handle -> handle.select(
                "SELECT (SELECT count(*) FROM message WHERE " + condition + ") + (SELECT count(*) FROM episode WHERE " + condition + ")").mapTo(Integer.class).one());
    }
}
