package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.MemoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gives each memory its vector, in the background, and each question its own. Until the model is loaded, and where there
 * is none, there are no vectors and words must do.
 */
final class Meaning implements EmbedThread.Upkeep, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Meaning.class.getName());
    /** So few at a time that a change never waits long behind them. */
    private static final int PORTION = 8;

    private final MemoryFile file;
    private final IndexKeeper index;
    private final CompletableFuture<Embeddings> model = new CompletableFuture<>();
    /** Native code would hold the thread that carries a virtual one. */
    private final ExecutorService questions = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("embed-question").factory());

    private volatile boolean loading;
    /** Whether all vectors that are kept are of the model in use. */
    private volatile boolean ofThisSpace;

    /** Has no model until {@link #load}. */
    Meaning(MemoryFile file, IndexKeeper index) {
        this.file = file;
        this.index = index;
    }

    /** Loads the model on another thread, and calls {@code loaded} there afterwards. Returns at once. */
    void load(Callable<Embeddings> loading, Runnable loaded) {
        this.loading = true;
        questions.execute(() -> {
            load(loading);
            loaded.run();
        });
    }

    private void load(Callable<Embeddings> loading) {
        try {
            model.complete(loading.call());
        } catch (Exception | LinkageError e) {
            // Native libraries may be missing on a system: then words must do.
            LOG.log(Level.WARNING, "the sentence model cannot be loaded; memory is searched by words alone", e);
            model.completeExceptionally(e);
        }
    }

    private Optional<Embeddings> loaded() {
        return model.isDone() && !model.isCompletedExceptionally() ? Optional.of(model.join()) : Optional.empty();
    }

    /** Whether every memory has its vector, or never gets one. */
    boolean complete() {
        return !loading || model.isCompletedExceptionally() || model.isDone() && ofThisSpace && file.read(tables ->
                tables.messages().withoutVector(1).isEmpty() && tables.episodes().withoutVector(1).isEmpty() && tables.changes().after(0, 1).isEmpty());
    }

    /**
     * What a question means; empty while the model is being loaded, when it fails, and when it does not know the language in
     * which the question is surely asked.
     */
    Optional<Question> question(String words, Optional<Language> language) throws InterruptedException {
        Optional<Embeddings> ready = loaded().filter(model -> knows(model, language));
        if (ready.isEmpty() || words.isBlank()) {
            return Optional.empty();
        }
        Future<float[]> asking = questions.submit(() -> ready.get().of(List.of(words)).getFirst());
        try {
            return Optional.of(new Question(ready.get().space(), ready.get().closeness(), Embedding.of(asking.get())));
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "a question's meaning could not be told; it is searched by its words", e.getCause());
            return Optional.empty();
        } catch (InterruptedException e) {
            asking.cancel(true);
            throw e;
        }
    }

    /** A question as a point in a model's space. */
    record Question(String space, Closeness closeness, Embedding vector) {

        double closeness(Embedding other) {
            return closeness.of(vector.cosine(other));
        }

        /** Whether {@code closeness} is enough to be worth showing. */
        boolean near(double closeness) {
            return closeness >= this.closeness.of(this.closeness.floor());
        }
    }

    @Override
    public boolean step() throws MemoryException, InterruptedException {
        Optional<Embeddings> ready = loaded();
        if (ready.isEmpty() || !index.ready()) {
            return false;
        }
        if (!ofThisSpace) {
            forgetOtherSpaces(ready.get().space());
            ofThisSpace = true;
        }
        return messages(ready.get()) || episodes(ready.get());
    }

    /** Reads all that is kept, so it is done once for each model. */
    private void forgetOtherSpaces(String space) {
        if (!file.read(tables -> tables.identity().space()).equals(Optional.of(space))) {
            file.write(tables -> {
                tables.messages().forgetOtherSpaces(space);
                tables.episodes().forgetOtherSpaces(space);
                tables.identity().space(space);
                return null;
            });
        }
    }

    private boolean messages(Embeddings with) throws MemoryException, InterruptedException {
        List<Said> portion = file.read(tables -> tables.messages().withoutVector(PORTION));
        if (!portion.isEmpty()) {
            var texts = new LinkedHashMap<String, String>();
            portion.stream().filter(said -> knows(with, said.language())).forEach(said -> texts.put(said.key(), Documents.words(said)));
            Map<String, Embedding> vectors = vectors(with, texts);
            file.write(tables -> {
                portion.forEach(said -> tables.messages().vector(said.key(), with.space(), Optional.ofNullable(vectors.get(said.key()))));
                return null;
            });
        }
        return !portion.isEmpty();
    }

    /** What is in a language that the model does not know is done without a vector. */
    private static boolean knows(Embeddings model, Optional<Language> language) {
        return language.map(model::knows).orElse(true);
    }

    private static Map<String, Embedding> vectors(Embeddings with, Map<String, String> texts) throws MemoryException, InterruptedException {
        var vectors = new HashMap<String, Embedding>();
        if (!texts.isEmpty()) {
            List<String> keys = List.copyOf(texts.keySet());
            List<float[]> told = with.of(List.copyOf(texts.values()));
            for (int i = 0; i < keys.size(); i++) {
                vectors.put(keys.get(i), Embedding.of(told.get(i)));
            }
        }
        return vectors;
    }

    private boolean episodes(Embeddings with) throws MemoryException, InterruptedException {
        List<Episode> portion = file.read(tables -> tables.episodes().withoutVector(PORTION));
        if (!portion.isEmpty()) {
            var texts = new LinkedHashMap<String, String>();
            portion.stream().filter(episode -> knows(with, language(episode))).forEach(episode -> texts.put(episode.id(), episode.subject() + "\n" + episode.summary()));
            Map<String, Embedding> vectors = vectors(with, texts);
            file.write(tables -> {
                portion.forEach(episode -> tables.episodes().vector(episode.id(), with.space(), Optional.ofNullable(vectors.get(episode.id()))));
                tables.changes().add(vectors.keySet());
                return null;
            });
            catchUp();
        }
        return !portion.isEmpty();
    }

    private Optional<Language> language(Episode episode) {
        return Said.language(episode, file.read(tables -> tables.messages().inSession(episode.customer(), episode.session())));
    }

    private void catchUp() {
        try {
            index.catchUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        questions.shutdownNow();
        loaded().ifPresent(Embeddings::close);
    }
}
