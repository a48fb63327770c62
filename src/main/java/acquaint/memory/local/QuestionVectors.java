package acquaint.memory.local;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;

/**
 * Tells what questions mean, one after another on the thread {@code embed-question}, and waits no longer than the model's
 * patience. An answer that comes later serves whoever asks the same again; until it has come, nobody waits for another.
 */
final class QuestionVectors implements AutoCloseable {

    /** Seconds; loading takes one on an idle machine. */
    private static final long LONGEST_LOADING = 15;
    private static final System.Logger LOG = System.getLogger(QuestionVectors.class.getName());
    private static final int KEPT = 32;

    /** Native code would hold the thread that carries a virtual one. */
    private final ExecutorService asking = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("embed-question").factory());
    private final Map<String, Embedding> told = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > KEPT;
        }
    };
    private volatile Optional<Future<Embedding>> overdue = Optional.empty();

    /** Does something on the thread that asks, before any question. Returns at once. */
    void begin(Runnable task) {
        asking.execute(task);
    }

    /** What is being told. */
    @FunctionalInterface
    interface Answer {

        /** Empty where it fails, or takes too long. */
        Optional<Embedding> await() throws InterruptedException;
    }

    /** Returns at once. {@code answered} hears of the length of each vector as it comes, and says whether it is of use. */
    Answer ask(String words, Embeddings model, IntPredicate answered) {
        Optional<Embedding> known = known(words);
        if (known.isPresent() || overdue.filter(late -> !late.isDone()).isPresent()) {
            return () -> known;
        }
        var begun = new AtomicBoolean();
        Future<Embedding> answer = asking.submit(() -> {
            begun.set(true);
            float[] vector = model.of(List.of(words)).getFirst();
            if (!answered.test(vector.length)) {
                throw new EmbeddingsException(EmbeddingsProblem.DIMENSIONS, "it has " + vector.length + " dimensions, unlike those of memories");
            }
            return keep(words, Embedding.of(vector));
        });
        long until = System.nanoTime() + model.patience().toNanos();
        return () -> await(answer, begun, until);
    }

    private Optional<Embedding> await(Future<Embedding> answer, AtomicBoolean begun, long until) throws InterruptedException {
        try {
            return Optional.of(answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            LOG.log(Level.INFO, "what a question means is not told in time; it is searched by its words");
            if (begun.get()) {
                overdue = Optional.of(answer);
            } else {
                answer.cancel(false);
            }
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.log(Level.INFO, "what a question means could not be told; it is searched by its words: " + e.getCause().getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    /** Of questions that were asked nothing is kept. */
    void clear() {
        synchronized (told) {
            told.clear();
        }
    }

    private Optional<Embedding> known(String words) {
        synchronized (told) {
            return Optional.ofNullable(told.get(words));
        }
    }

    private Embedding keep(String words, Embedding vector) {
        synchronized (told) {
            told.put(words, vector);
        }
        return vector;
    }

    /** What is under way is broken off. */
    @Override
    public void close() {
        asking.shutdownNow();
        try {
            // A model that is still being loaded when the process ends takes the process down with it.
            if (!asking.awaitTermination(LONGEST_LOADING, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "the model for meaning was still at work when memory was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
