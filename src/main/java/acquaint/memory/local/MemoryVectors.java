package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.MemoryException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each memory its vector, on the platform thread {@code embed-memories}: the model may be slow or away, and who writes
 * never waits for it. What fails is tried again, at longer and longer intervals. Vectors of another model, or of another
 * length, are dropped before new ones are kept.
 */
final class MemoryVectors implements AutoCloseable {

    /** Vectors that are dropped at once, so that other changes come in between. */
    private static final int DROPPED = 2_000;
    private static final String OF_LENGTH = " of ";

    private final MemoryFile file;
    private final IndexKeeper index;
    private final EmbedThread writes;
    private final Embeddings model;
    private final TextVectors texts;
    private final Retries retries;
    private final Thread thread;
    private volatile boolean closed;
    /** Whether all vectors that are kept are of this model, and of this length where one is known. */
    private volatile boolean clean;

    /** Of what the model told last; 0 before. Guarded by this. */
    private int dimensions;

    MemoryVectors(MemoryFile file, IndexKeeper index, EmbedThread writes, Embeddings model) {
        this.file = file;
        this.index = index;
        this.writes = writes;
        this.model = model;
        this.texts = new TextVectors(model);
        this.retries = new Retries(model.backoff());
        this.thread = Thread.ofPlatform().name("embed-memories").daemon().start(this::work);
    }

    /** There may be something to do. Returns at once; after a failure the pause holds. */
    void nudge() {
        retries.nudge();
    }

    /**
     * A question was answered by a vector of this length: the model works, so a pause is over. False where memories have
     * vectors of another length, with which it cannot be compared.
     */
    boolean answered(int length) {
        if (!adopt(length)) {
            retries.failed(otherLength(length));
            return false;
        }
        retries.goOn();
        return true;
    }

    synchronized boolean comparable(int length) {
        return length == dimensions;
    }

    /** Whether vectors of this length can be compared with those that are kept; where not, those are dropped next. */
    private synchronized boolean adopt(int length) {
        if (length == dimensions) {
            return true;
        }
        boolean first = dimensions == 0;
        dimensions = length;
        clean = false;
        retries.nudge();
        return first;
    }

    private static EmbeddingsException otherLength(int length) {
        return new EmbeddingsException(EmbeddingsProblem.DIMENSIONS, "vectors have " + length + " dimensions all at once, so all are made anew; until then words must do");
    }

    /** What went wrong the last time, until it works again. */
    Optional<Exception> trouble() {
        return retries.trouble();
    }

    /** Whether every memory has its vector or never gets one, or nobody can say when it will. */
    boolean complete() {
        return trouble().isPresent() || clean && file.read(tables ->
                tables.messages().withoutVector(1).isEmpty() && tables.episodes().withoutVector(1).isEmpty() && tables.changes().after(0, 1).isEmpty());
    }

    private void work() {
        while (!closed) {
            try {
                retries.await();
                while (!closed && index.ready() && step()) {
                    retries.succeeded();
                }
                retries.succeeded();
            } catch (MemoryException | RuntimeException e) {
                if (!closed) {
                    retries.failed(e);
                }
            } catch (InterruptedException e) {
                // Only close() ends this thread.
            }
        }
    }

    /** False when there is nothing to do. */
    private boolean step() throws MemoryException, InterruptedException {
        return drop() || messages() || episodes();
    }

    /** Drops a portion of what does not belong together with what this model tells. */
    private boolean drop() throws MemoryException, InterruptedException {
        if (clean) {
            return false;
        }
        int length = dimensions();
        if (file.read(tables -> tables.identity().space()).filter(space -> isOurs(space, length)).isPresent()) {
            return !cleanFor(length);
        }
        // Looking for others reads all that is kept, so it is written down when there are none.
        boolean others = file.read(tables -> tables.messages().hasOtherVectors(model.space(), length) || tables.episodes().hasOtherVectors(model.space(), length));
        writes.<Void>call(tables -> {
            if (others) {
                tables.messages().dropOtherVectors(model.space(), length, DROPPED);
                tables.episodes().dropOtherVectors(model.space(), length, DROPPED);
            }
            tables.identity().space(others || length == 0 ? Optional.empty() : Optional.of(named(model.space(), length)));
            return null;
        });
        return others || !cleanFor(length);
    }

    private synchronized int dimensions() {
        return dimensions;
    }

    /** False where another length was told meanwhile. */
    private synchronized boolean cleanFor(int length) {
        clean = length == dimensions;
        return clean;
    }

    /** As it is written down that all vectors are of this model and length. */
    static String named(String space, int length) {
        return space + OF_LENGTH + length;
    }

    private boolean isOurs(String space, int length) {
        return length == 0 ? space.startsWith(model.space() + OF_LENGTH) : space.equals(named(model.space(), length));
    }

    private boolean messages() throws MemoryException, InterruptedException {
        List<Said> portion = file.read(tables -> tables.messages().withoutVector(model.portion()));
        if (portion.isEmpty()) {
            return false;
        }
        var words = new LinkedHashMap<String, String>();
        portion.stream().filter(said -> knows(said.language())).forEach(said -> words.put(said.key(), Documents.words(said)));
        Map<String, Embedding> vectors = vectors(words);
        writes.call(tables -> {
            // What was redacted or deleted meanwhile must not get a vector of what it said.
            portion.stream().filter(said -> tables.messages().find(said.key()).filter(said::equals).isPresent())
                    .forEach(said -> tables.messages().vector(said.key(), model.space(), Optional.ofNullable(vectors.get(said.key()))));
            return null;
        });
        return true;
    }

    private boolean episodes() throws MemoryException, InterruptedException {
        List<Episode> portion = file.read(tables -> tables.episodes().withoutVector(model.portion()));
        if (portion.isEmpty()) {
            return false;
        }
        var words = new LinkedHashMap<String, String>();
        portion.stream().filter(episode -> knows(language(episode))).forEach(episode -> words.put(episode.id(), episode.subject() + "\n" + episode.summary()));
        Map<String, Embedding> vectors = vectors(words);
        writes.call(tables -> {
            for (Episode episode : portion) {
                if (tables.episodes().find(episode.id()).filter(episode::equals).isPresent()) {
                    tables.episodes().vector(episode.id(), model.space(), Optional.ofNullable(vectors.get(episode.id())));
                    // Also without a vector: the index may hold one of another model.
                    tables.changes().add(episode.id());
                }
            }
            return null;
        });
        return true;
    }

    /** What is in a language that the model does not know is done without a vector. */
    private boolean knows(Optional<Language> language) {
        return language.map(model::knows).orElse(true);
    }

    private Optional<Language> language(Episode episode) {
        return Said.language(episode, file.read(tables -> tables.messages().inSession(episode.customer(), episode.session())));
    }

    private Map<String, Embedding> vectors(Map<String, String> words) throws MemoryException, InterruptedException {
        var vectors = new HashMap<String, Embedding>();
        for (Map.Entry<String, float[]> told : texts.of(words).entrySet()) {
            if (!adopt(told.getValue().length)) {
                throw otherLength(told.getValue().length);
            }
            vectors.put(told.getKey(), Embedding.of(told.getValue()));
        }
        while (drop()) {
            // Once the length is known, what has another one goes first.
        }
        return vectors;
    }

    /** What is under way is broken off. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
