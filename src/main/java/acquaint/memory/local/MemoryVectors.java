package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.MemoryException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Gives each memory its vector, on the platform thread {@code embed-memories}: the model may be slow or away, and who writes
 * never waits for it. What fails is tried again, at longer and longer intervals. Vectors of another model, or of another
 * length, are dropped before new ones are kept.
 */
final class MemoryVectors implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MemoryVectors.class.getName());
    /** Vectors that are dropped at once, so that other changes come in between. */
    private static final int DROPPED = 2_000;
    private static final String OF_LENGTH = " of ";

    private final MemoryFile file;
    private final IndexKeeper index;
    private final EmbedThread writes;
    private final Embeddings model;
    private final TextVectors texts;
    private final Thread thread;
    private volatile boolean closed;
    /** Whether all vectors that are kept are of this model, and of this length where one is known. */
    private volatile boolean clean;
    private volatile Optional<Exception> trouble = Optional.empty();

    // Guarded by this.
    private int dimensions;
    private int failures;
    private boolean nudged = true;
    private long resumeAt = System.nanoTime();

    MemoryVectors(MemoryFile file, IndexKeeper index, EmbedThread writes, Embeddings model) {
        this.file = file;
        this.index = index;
        this.writes = writes;
        this.model = model;
        this.texts = new TextVectors(model);
        this.thread = Thread.ofPlatform().name("embed-memories").daemon().start(this::work);
    }

    /** There may be something to do. Returns at once; after a failure the pause holds. */
    synchronized void nudge() {
        nudged = true;
        notifyAll();
    }

    /**
     * A question was answered by a vector of this length: the model works, so a pause is over. False where memories have
     * vectors of another length, with which it cannot be compared.
     */
    synchronized boolean answered(int length) {
        if (!adopt(length)) {
            failed(otherLength(length));
            return false;
        }
        if (failures > 0) {
            failures = 0;
            resumeAt = System.nanoTime();
            nudge();
        }
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
        nudge();
        return first;
    }

    private static EmbeddingsException otherLength(int length) {
        return new EmbeddingsException(EmbeddingsProblem.DIMENSIONS, "vectors have " + length + " dimensions all at once, so all are made anew; until then words must do");
    }

    /** What went wrong the last time, until it works again. */
    Optional<Exception> trouble() {
        return trouble;
    }

    /** Whether every memory has its vector or never gets one, or nobody can say when it will. */
    boolean complete() {
        return trouble.isPresent() || clean && file.read(tables ->
                tables.messages().withoutVector(1).isEmpty() && tables.episodes().withoutVector(1).isEmpty() && tables.changes().after(0, 1).isEmpty());
    }

    private void work() {
        while (!closed) {
            try {
                awaitNudge();
                while (!closed && index.ready() && step()) {
                    succeeded();
                }
            } catch (MemoryException | RuntimeException e) {
                failed(e);
            } catch (InterruptedException e) {
                // Only close() ends this thread.
            }
        }
    }

    private synchronized void awaitNudge() throws InterruptedException {
        long left = resumeAt - System.nanoTime();
        while (left > 0 || !nudged) {
            if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                wait();
            }
            left = resumeAt - System.nanoTime();
        }
        nudged = false;
    }

    private synchronized void succeeded() {
        failures = 0;
        trouble = Optional.empty();
    }

    private synchronized void failed(Exception e) {
        if (closed) {
            return;
        }
        failures++;
        Optional<Duration> asked = e instanceof MemoryException said ? said.retryAfter() : Optional.empty();
        boolean lasting = e instanceof EmbeddingsException said && said.problem().isLasting();
        Duration pause = model.backoff().pause(failures, lasting, asked, ThreadLocalRandom.current());
        // Each kind of failure once, not every few minutes.
        Level level = trouble.map(Exception::getMessage).equals(Optional.ofNullable(e.getMessage())) ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "what memories mean could not be told; tried again in " + pause.toSeconds() + " s", e);
        trouble = Optional.of(e);
        resumeAt = System.nanoTime() + pause.toNanos();
        nudged = true;
        notifyAll();
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
        int length;
        synchronized (this) {
            length = dimensions;
        }
        boolean done = file.read(tables -> tables.identity().space()).filter(space -> isOurs(space, length)).isPresent() || writes.call(tables -> dropped(tables, length));
        synchronized (this) {
            clean = done && length == dimensions;
        }
        return !clean;
    }

    /** Which vectors there are is written down once they are all alike: looking for others reads all that is kept. */
    private boolean dropped(Tables tables, int length) {
        int dropped = tables.messages().dropOtherVectors(model.space(), length, DROPPED) + tables.episodes().dropOtherVectors(model.space(), length, DROPPED);
        tables.identity().space(dropped == 0 && length > 0 ? Optional.of(named(model.space(), length)) : Optional.empty());
        return dropped == 0;
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
