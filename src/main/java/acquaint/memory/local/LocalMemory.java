package acquaint.memory.local;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.Forgetting;
import acquaint.memory.Health;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.Receipt;
import acquaint.memory.SearchMethod;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Memory in one directory of this computer, searched by words and by meaning. Calls may come from any thread, virtual ones
 * too; writes are done by the one thread {@code embed} and are on disk when a call returns. What is kept stands in the file
 * {@code store.db}; the index beside it is made of that file, and made again when it is missing or damaged.
 */
public final class LocalMemory implements CustomerMemory {

    private static final System.Logger LOG = System.getLogger(LocalMemory.class.getName());

    private static final Duration POLL = Duration.ofMillis(20);

    private final Clock clock = Clock.systemUTC();
    private final WordAnalyzer analyzer = new WordAnalyzer();
    private final Languages languages;
    private final MemoryIndex index;
    private final MemoryFile file;
    private final FormerIndex former;
    private final MemoryBackups backups;
    private final IndexKeeper keeper;
    private final Questions questions;
    private final Meaning meaning;
    private final EmbedThread writes;
    private volatile boolean closed;

    private LocalMemory(MemoryIndex index, MemoryFile file, FormerIndex former, MemoryBackups backups, Languages languages,
            Optional<Callable<Embeddings>> model) throws IOException {
        this.languages = languages;
        this.index = index;
        this.file = file;
        this.former = former;
        this.backups = backups;
        this.keeper = new IndexKeeper(file, index);
        this.questions = new Questions(file, index, keeper, analyzer, () -> closed);
        this.meaning = new Meaning(file, keeper);
        this.writes = new EmbedThread(file, keeper, List.of(this::readFirstWord, keeper::step, meaning));
        model.ifPresent(loading -> meaning.load(loading, writes));
    }

    /** Makes the rules that words are split by, for which the first question then need not wait. */
    private boolean readFirstWord() {
        analyzer.terms("-", 1);
        return false;
    }

    /**
     * Opens the memory kept in {@code directory}, or a new one. {@code model} is called on another thread, and memory is
     * searched by words until it has returned; without one, always. A damaged file is kept beside its place, and {@link #health} tells.
     *
     * @throws MemoryException when another program has it open
     */
    public static LocalMemory open(Path directory, Optional<Callable<Embeddings>> model) throws MemoryException {
        MemoryIndex index = IndexDirectory.open(directory.toAbsolutePath().resolve("index"), new WordAnalyzer());
        try {
            Path store = directory.toAbsolutePath().resolve("store.db");
            MemoryFile file = MemoryFile.open(store);
            try {
                var languages = new Languages();
                var former = new FormerIndex(directory.toAbsolutePath());
                takeOver(former, file, languages);
                return new LocalMemory(index, file, former, new MemoryBackups(store), languages, model);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            closeAfter(index);
            throw new MemoryException(Kind.AWAY, "memory cannot be opened", e);
        } catch (MemoryException e) {
            closeAfter(index);
            throw e;
        }
    }

    /** As above, and searched by words alone. */
    public static LocalMemory open(Path directory) throws MemoryException {
        return open(directory, Optional.empty());
    }

    /** One that cannot be read is left where it is: it may be read another time. */
    private static void takeOver(FormerIndex former, MemoryFile file, Languages languages) {
        try {
            if (former.exists()) {
                former.moveTo(file, languages);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "what an earlier version kept in memory could not be taken over", e);
        }
    }

    private static void closeAfter(MemoryIndex index) {
        try {
            index.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "an index that was not needed did not close", e);
        }
    }

    @Override
    public Kept remember(CustomerId customer, SessionId session, List<Utterance> utterances) throws MemoryException, InterruptedException {
        return writes.call(new Remembering(customer, session, utterances, languages));
    }

    @Override
    public FlushResult flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        return writes.call(new SessionFlush(customer, session));
    }

    @Override
    public boolean recallable(CustomerId customer, SessionId session) {
        return true;
    }

    @Override
    public Recall recall(RecallRequest request) throws MemoryException, InterruptedException {
        return recall(request, Narrowing.NONE);
    }

    /** As {@link #recall(RecallRequest)}, of the episodes that are wanted alone. */
    public Recall recall(RecallRequest request, Narrowing narrowing) throws MemoryException, InterruptedException {
        return request.method() == SearchMethod.AGENTIC ? new Rounds(round -> recallOnce(round, narrowing)).recall(request) : recallOnce(request, narrowing);
    }

    private Recall recallOnce(RecallRequest request, Narrowing narrowing) throws MemoryException, InterruptedException {
        Asked asked = asked(request, narrowing);
        return questions.search(request.customer(), search -> search.recall(asked));
    }

    @Override
    public List<Episode> episodes(CustomerId customer, int offset, int limit) throws MemoryException, InterruptedException {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("offset must be 0 or more and limit 1 or more");
        }
        return questions.ask(() -> file.read(tables -> tables.episodes().newest(customer, offset, limit)));
    }

    @Override
    public List<ProfileItem> profile(CustomerId customer) throws MemoryException, InterruptedException {
        return questions.ask(() -> file.read(tables -> tables.items().profile(customer).items()));
    }

    @Override
    public ProfileItem correct(CustomerId customer, String itemId, String text) throws MemoryException, InterruptedException {
        if (text.isBlank()) {
            throw new MemoryException(Kind.REFUSED, "a correction must say something");
        }
        return writes.call(tables -> {
            ProfileItem former = item(tables, customer, itemId);
            tables.items().correct(new ProfileItem(former.id(), customer, former.kind(), text.strip(), former.evidence(),
                    former.source(), former.session(), clock.instant()).marked(ProfileItem.Mark.CORRECTED, true));
            return item(tables, customer, itemId);
        });
    }

    @Override
    public ProfileItem mark(CustomerId customer, String itemId, ProfileItem.Mark mark, boolean on) throws MemoryException, InterruptedException {
        if (mark == ProfileItem.Mark.CORRECTED) {
            throw new MemoryException(Kind.REFUSED, "a correction needs its words");
        }
        return writes.call(tables -> {
            ProfileItem marked = item(tables, customer, itemId).marked(mark, on);
            tables.items().mark(customer, itemId, marked.marks());
            return marked;
        });
    }

    private static ProfileItem item(Tables tables, CustomerId customer, String itemId) throws MemoryException {
        return tables.items().profile(customer).find(itemId)
                .orElseThrow(() -> new MemoryException(Kind.REFUSED, "there is no such item"));
    }

    @Override
    public Receipt forget(Forgetting what) throws MemoryException, InterruptedException {
        Receipt receipt = writes.call(new Forget(what, clock, backups.all().size()));
        meaning.forgetQuestions();
        int damaged = deleteDamaged();
        return damaged == 0 ? receipt : receipt.and(List.of(new Receipt.Line(Receipt.Copy.DAMAGED, damaged, Receipt.Fate.ERASED)));
    }

    /** Nothing can be taken out of a file that cannot be read. */
    private int deleteDamaged() throws MemoryException {
        try {
            return file.deleteDamaged() + (former.delete() ? 1 : 0);
        } catch (IOException e) {
            throw new MemoryException(Kind.AWAY, "it is forgotten, but a damaged file that was set aside cannot be deleted", e);
        }
    }

    /** Makes today's copy of memory's file if it is missing, and takes out of the older ones what was forgotten since. */
    public void backUp(LocalDate day) throws IOException, MemoryException, InterruptedException {
        try {
            backups.make(day);
            int behind = file.read(tables -> tables.identity().copiesBehind());
            if (behind > 0) {
                backups.forgetWhatTheFileForgot();
                // What was forgotten meanwhile is taken out the next time.
                writes.call(tables -> {
                    tables.identity().addCopiesBehind(-behind);
                    return null;
                });
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public List<Episode> precedents(RecallRequest request) throws MemoryException, InterruptedException {
        Asked asked = asked(request, Narrowing.NONE);
        return questions.search(request.customer(), search -> search.precedents(asked));
    }

    /** What is kept, in the detail that other programs are told. */
    public Ledger ledger() {
        return new Ledger(file, writes);
    }

    private Asked asked(RecallRequest request, Narrowing narrowing) throws InterruptedException {
        Optional<Language> language = languages.quick(request.words());
        return new Asked(request, language, request.method() == SearchMethod.KEYWORD ? Understanding.NONE : meaning.question(request.words(), language),
                narrowing);
    }

    @Override
    public Health health() {
        if (closed) {
            return new Health(false, "memory is closed");
        }
        if (file.unreadable()) {
            return new Health(false, "memory's file is damaged; it is mended from its newest copy when the program is started again",
                    keeper.progress(), Optional.of(new Health.Damage(file.name(), Optional.empty())));
        }
        Optional<Double> remaking = keeper.progress();
        String detail = remaking.map(done -> "memory's index is being made again: %.0f %%".formatted(100 * done)).or(() -> file.damage().map(Health.Damage::toString))
                .or(meaning::trouble).orElse("");
        return new Health(true, detail, remaking, file.damage());
    }

    /** What is wrong with the server of embeddings, where one is asked; until it is mended, memory is searched by words alone. */
    public Optional<EmbeddingsProblem> embeddingsProblem() {
        return meaning.problem();
    }

    /** Waits until all that was remembered can be found by its meaning; at once where there is no model, or none that works. */
    public void awaitMeaning() throws InterruptedException {
        while (!closed && !meaning.complete()) {
            Thread.sleep(POLL);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        meaning.close();
        writes.close();
        try {
            index.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the memory's index did not close; what was acknowledged is kept", e);
        }
        file.close();
    }
}
