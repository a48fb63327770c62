package acquaint.memory.local;

import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.CustomerMemory;
import acquaint.memory.CustomerMemoryContract;
import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.model.CustomerId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Searching by what is meant. */
class MeaningTest {

    /** Knows two matters: kettles, which some call pots, and lamps. */
    private static final class TwoMatters implements Embeddings {

        private final String space;
        private final AtomicInteger told = new AtomicInteger();

        TwoMatters(String space) {
            this.space = space;
        }

        @Override
        public String space() {
            return space;
        }

        @Override
        public Closeness closeness() {
            return new Closeness(0, 1, 0.5);
        }

        @Override
        public List<float[]> of(List<String> texts) {
            told.addAndGet(texts.size());
            return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).map(text -> new float[] {
                text.contains("kettle") || text.contains("pot") ? 1 : 0.01f, text.contains("lamp") || text.contains("light") ? 1 : 0.01f, 0.1f}).toList();
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }

    private static final CustomerId ANA = CustomerMemoryContract.ANA;
    private static final CustomerId BEN = CustomerMemoryContract.BEN;

    @TempDir
    Path home;

    private LocalMemory memory;

    @AfterEach
    void close() {
        if (memory != null) {
            memory.close();
        }
    }

    private void open(Embeddings model) throws Exception {
        memory = LocalMemory.open(home, Optional.of(() -> model));
    }

    private void remember() throws Exception {
        memory.remember(ANA, CustomerMemoryContract.FIRST, List.of(customer(1, "The kettle leaks."), agent(2, "A new kettle has been sent.")));
        memory.flush(ANA, CustomerMemoryContract.FIRST);
        memory.remember(ANA, CustomerMemoryContract.SECOND, List.of(customer(3, "The lamp flickers.")));
        memory.flush(ANA, CustomerMemoryContract.SECOND);
        memory.awaitMeaning();
    }

    private Recall recall(String words, SearchMethod method) throws Exception {
        return memory.recall(new RecallRequest(ANA, words, Optional.empty(), 10, method));
    }

    @Test
    void whatIsMeantIsFoundWithoutItsWords() throws Exception {
        open(new TwoMatters("two"));
        remember();

        for (SearchMethod method : List.of(SearchMethod.VECTOR, SearchMethod.HYBRID, SearchMethod.AGENTIC)) {
            Recall recall = recall("my pot drips", method);
            assertEquals(CustomerMemoryContract.FIRST, recall.episodes().getFirst().session(), method.name());
            assertTrue(recall.passages().stream().allMatch(passage -> passage.session().equals(CustomerMemoryContract.FIRST)), recall.passages().toString());
            assertEquals(method, recall.method());
        }
        assertTrue(recall("my pot drips", SearchMethod.KEYWORD).passages().isEmpty());
        assertEquals(SearchMethod.KEYWORD, recall("my pot drips", SearchMethod.KEYWORD).method());
    }

    @Test
    void whatIsFoundSaysWhetherByItsWordsOrByItsMeaning() throws Exception {
        open(new TwoMatters("two"));
        remember();

        assertEquals(Set.of(FoundBy.MEANING), foundBy(recall("my pot drips", SearchMethod.HYBRID)));
        assertEquals(Set.of(FoundBy.WORDS), foundBy(recall("flickers", SearchMethod.HYBRID)));
        assertEquals(Set.of(FoundBy.BOTH), foundBy(recall("the lamp flickers", SearchMethod.HYBRID)));
        assertEquals(Set.of(FoundBy.MEANING), foundBy(recall("the lamp flickers", SearchMethod.VECTOR)));
        assertEquals(Set.of(FoundBy.WORDS), foundBy(recall("the lamp flickers", SearchMethod.KEYWORD)));
        assertEquals(Set.of(FoundBy.BOTH), foundBy(recall("the lamp flickers", SearchMethod.AGENTIC)));
        assertEquals(Set.of(FoundBy.RECENT), foundBy(recall("zzyzx", SearchMethod.HYBRID)));
    }

    private static Set<FoundBy> foundBy(Recall recall) {
        assertEquals(recall.episodes().stream().map(Episode::id).collect(Collectors.toSet()), recall.foundBy().keySet());
        assertFalse(recall.episodes().isEmpty());
        return Stream.concat(recall.passages().stream().map(Passage::foundBy), recall.foundBy().values().stream()).collect(Collectors.toSet());
    }

    @Test
    void precedentsOfOthersAreFoundByWhatIsMeant() throws Exception {
        open(new TwoMatters("two"));
        remember();

        List<Episode> precedents = memory.precedents(new RecallRequest(BEN, "a pot that drips", Optional.empty(), 3));

        assertEquals(List.of(CustomerMemoryContract.FIRST), precedents.stream().map(Episode::session).toList());
    }

    @Test
    void anotherModelTellsEverythingAnew() throws Exception {
        open(new TwoMatters("two"));
        remember();
        memory.close();
        var other = new TwoMatters("other");
        open(other);
        memory.awaitMeaning();

        assertEquals(5, other.told.get());
        assertEquals(CustomerMemoryContract.FIRST, recall("my pot drips", SearchMethod.VECTOR).episodes().getFirst().session());
        memory.close();
        var again = new TwoMatters("other");
        open(again);
        memory.awaitMeaning();
        assertEquals(0, again.told.get());
    }

    @Test
    void untilTheModelIsLoadedWordsMustDo() throws Exception {
        var loading = new CountDownLatch(1);
        memory = LocalMemory.open(home, Optional.of(() -> {
            loading.await();
            return new TwoMatters("two");
        }));
        memory.remember(ANA, CustomerMemoryContract.FIRST, List.of(customer(1, "The kettle leaks.")));

        Recall before = recall("kettle", SearchMethod.HYBRID);
        assertFalse(before.passages().isEmpty());
        assertEquals(SearchMethod.KEYWORD, before.method());
        loading.countDown();
        memory.awaitMeaning();
        assertEquals(SearchMethod.HYBRID, recall("pot", SearchMethod.HYBRID).method());
    }

    @Test
    void aModelThatCannotBeLoadedLeavesTheWords() throws Exception {
        memory = LocalMemory.open(home, Optional.of(() -> {
            throw new UnsatisfiedLinkError("no such library on this system");
        }));
        memory.remember(ANA, CustomerMemoryContract.FIRST, List.of(customer(1, "The kettle leaks.")));
        memory.awaitMeaning();

        assertEquals(SearchMethod.KEYWORD, recall("kettle", SearchMethod.HYBRID).method());
        assertEquals(1, recall("kettle", SearchMethod.VECTOR).passages().size());
    }

    @Test
    void anEmbeddingIsReadBackAsItWas() {
        var one = Embedding.of(new float[] {0.3f, -0.7f, 0.1f});
        var other = Embedding.of(new float[] {0.2f, -0.9f, 0.0f});
        double exact = (0.06 + 0.63) / (Math.sqrt(0.59) * Math.sqrt(0.85));

        assertEquals(exact, one.cosine(other), 0.01);
        assertEquals(one.cosine(other), Embedding.read(one.bytes()).cosine(Embedding.read(other.bytes())));
        assertEquals(0, one.cosine(Embedding.of(new float[] {1, 0})));
        assertEquals(0, Embedding.of(new float[3]).cosine(one));
    }

    /** Every promise of a memory holds beside the model that comes with the program, too. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithTheBuiltInModel implements CustomerMemoryContract {

        private final SentenceModel[] model = new SentenceModel[1];
        private LocalMemory own;
        private Path folder;

        @BeforeAll
        void load() {
            model[0] = new SentenceModel();
        }

        @BeforeEach
        void openOwn(@TempDir Path folder) throws MemoryException {
            this.folder = folder;
            own = LocalMemory.open(folder, Optional.of(() -> model[0]));
            memory = own;
        }

        @AfterAll
        void free() {
            model[0].close();
        }

        @Override
        public CustomerMemory memory() {
            return own;
        }

        @Override
        public void settle() throws Exception {
            own.awaitMeaning();
        }

        @Test
        void knowsEnglishAndLeavesOtherLanguagesToTheirWords() throws Exception {
            own.remember(ANA, FIRST, List.of(customer(1, "Mein Wasserkocher leckt seit gestern am Griff."), agent(2, "Wir schicken Ihnen einen neuen.")));
            own.flush(ANA, FIRST);
            own.remember(ANA, SECOND, List.of(customer(3, "The lamp on my desk flickers.")));
            own.flush(ANA, SECOND);
            own.awaitMeaning();

            assertEquals(List.of("2 without", "1 with"), vectors("message"));
            assertEquals(List.of("1 without", "1 with"), vectors("episode"));
            Recall english = own.recall(new RecallRequest(ANA, "the light is unsteady", Optional.empty(), 10));
            assertEquals(SearchMethod.HYBRID, english.method());
            assertEquals(List.of(SECOND), english.episodes().stream().map(Episode::session).toList());
            Recall german = own.recall(new RecallRequest(ANA, "Was ist mit den Wasserkochern, die immer lecken?", Optional.empty(), 10));
            assertEquals(SearchMethod.KEYWORD, german.method());
            assertEquals(Set.of(FoundBy.WORDS), foundBy(german));
            assertEquals(List.of(FIRST), german.episodes().stream().map(Episode::session).toList());
        }

        private List<String> vectors(String table) {
            return Jdbi.create("jdbc:sqlite:" + folder.resolve("store.db").toUri()).withHandle(handle -> handle.select("SELECT count(*) || iif(vector IS NULL, ' without', ' with')"
                    + " FROM " + table + " WHERE space IS NOT NULL GROUP BY vector IS NULL ORDER BY vector IS NULL DESC").mapTo(String.class).list());
        }

        @Test
        void aMessageWhoseLanguageIsToldLaterLosesItsVector() throws Exception {
            own.remember(ANA, FIRST, List.of(customer(1, "Wasserkocher")));
            own.awaitMeaning();
            assertEquals(List.of("1 with"), vectors("message"));
            own.remember(ANA, FIRST, List.of(customer(2, "Mein Wasserkocher leckt seit gestern am Griff.")));
            own.awaitMeaning();

            assertEquals(List.of("2 without"), vectors("message"));
        }
    }
}
