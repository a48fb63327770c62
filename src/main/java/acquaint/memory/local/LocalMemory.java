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
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Memory in one directory of this computer, searched by keyword. Calls may come from any thread, virtual ones too;
 * writes are done by the one thread {@code embed} and are on disk when a call returns.
 */
public final class LocalMemory implements CustomerMemory {

    private static final Logger LOG = Logger.getLogger(LocalMemory.class.getName());

    @FunctionalInterface
    private interface Question<T> {
        T to(MemorySearch search) throws IOException;
    }

    private final WordAnalyzer analyzer;
    private final MemoryIndex index;
    private final Health health;
    private final IndexThread writes;
    private volatile boolean closed;

    private LocalMemory(WordAnalyzer analyzer, MemoryIndex index, Health health) {
        this.analyzer = analyzer;
        this.index = index;
        this.health = health;
        this.writes = new IndexThread(index);
    }

    /**
     * Opens the memory kept in {@code directory}, or a new one. A damaged one is renamed to
     * {@code <directory>.damaged-<time>} and an empty one takes its place, which {@link #health()} then tells.
     *
     * @throws MemoryException when another program has it open or a newer version wrote it
     */
    public static LocalMemory open(Path directory) throws MemoryException {
        WordAnalyzer analyzer = new WordAnalyzer();
        IndexDirectory.Opened opened = IndexDirectory.open(directory.toAbsolutePath(), analyzer);
        return new LocalMemory(analyzer, opened.index(), opened.health());
    }

    @Override
    public Kept remember(CustomerId customer, SessionId session, List<Utterance> utterances)
            throws MemoryException, InterruptedException {
        List<Utterance> said = List.copyOf(utterances);
        return writes.call(target -> {
            Set<String> keys = new HashSet<>();
            List<Document> documents = new ArrayList<>();
            for (Utterance utterance : said) {
                String key = Keys.message(customer, session, utterance.id());
                if (keys.add(key) && !target.contains(key)) {
                    documents.add(Documents.of(customer, new Documents.Said(session, utterance, target.nextSequence())));
                }
            }
            target.add(customer, documents);
            return Kept.BUFFERED;
        });
    }

    @Override
    public FlushResult flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        return writes.call(new SessionFlush(customer, session, analyzer));
    }

    @Override
    public boolean recallable(CustomerId customer, SessionId session) {
        return true;
    }

    @Override
    public Recall recall(RecallRequest request) throws MemoryException, InterruptedException {
        return ask(search -> search.recall(request));
    }

    @Override
    public List<Episode> episodes(CustomerId customer, int offset, int limit)
            throws MemoryException, InterruptedException {
        return ask(search -> search.episodes(customer, offset, limit));
    }

    @Override
    public List<ProfileItem> profile(CustomerId customer) throws MemoryException, InterruptedException {
        return ask(search -> search.profile(customer).items());
    }

    @Override
    public ProfileItem correct(CustomerId customer, String itemId, String text)
            throws MemoryException, InterruptedException {
        if (text.isBlank()) {
            throw new MemoryException(Kind.REFUSED, "a correction must say something");
        }
        return writes.call(target -> {
            ProfileItem former = target.readNewest(customer, searcher -> new MemorySearch(searcher, analyzer).profile(customer))
                    .items().stream()
                    .filter(item -> item.id().equals(itemId))
                    .findFirst()
                    .orElseThrow(() -> new MemoryException(Kind.REFUSED, "there is no such item to correct"));
            ProfileItem corrected = new ProfileItem(former.id(), customer, former.kind(), text.strip(), former.evidence(),
                    former.source(), former.session(), Instant.now(), true);
            target.put(customer, Documents.of(corrected, corrected.id()));
            return corrected;
        });
    }

    @Override
    public void forget(Forgetting what) throws MemoryException, InterruptedException {
        writes.call(new Forget(what, analyzer));
    }

    @Override
    public List<Episode> precedents(RecallRequest request) throws MemoryException, InterruptedException {
        return ask(search -> search.precedents(request));
    }

    @Override
    public Health health() {
        if (closed) {
            return new Health(false, "memory is closed");
        }
        return index.isOpen() ? health : new Health(false, "the memory's index could not be written and is opened anew");
    }

    @Override
    public void close() {
        closed = true;
        writes.close();
        try {
            index.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the memory's index did not close; what was acknowledged is kept", e);
        }
    }

    /** Reading takes milliseconds, so it is enough to look for an interrupt before it. */
    private <T> T ask(Question<T> question) throws MemoryException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return index.read(searcher -> question.to(new MemorySearch(searcher, analyzer)));
        } catch (IOException | AlreadyClosedException e) {
            throw IndexThread.asMemoryException(e);
        }
    }
}
