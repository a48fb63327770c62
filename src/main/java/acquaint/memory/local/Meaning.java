package acquaint.memory.local;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * The model that tells what memories and questions mean, from the moment it is loaded. Until then, and where there is none,
 * there are no vectors and words must do. Any thread.
 */
final class Meaning implements EmbedThread.Upkeep, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Meaning.class.getName());

    /** A model, and the vectors that it has told. */
    private record Loaded(Embeddings model, MemoryVectors vectors) {}

    private final MemoryFile file;
    private final IndexKeeper index;
    private final CompletableFuture<Loaded> loaded = new CompletableFuture<>();
    private final QuestionVectors questions = new QuestionVectors();

    private volatile boolean loading;

    /** Has no model until {@link #load}. */
    Meaning(MemoryFile file, IndexKeeper index) {
        this.file = file;
        this.index = index;
    }

    /** Loads the model on another thread and gives memories their vectors from then on, which {@code writes} keeps. Returns at once. */
    void load(Callable<Embeddings> loading, EmbedThread writes) {
        this.loading = true;
        questions.begin(() -> {
            try {
                Embeddings model = loading.call();
                var vectors = new MemoryVectors(file, index, writes, model);
                if (!loaded.complete(new Loaded(model, vectors))) {
                    vectors.close();
                    model.close();
                }
            } catch (Exception | LinkageError e) {
                // Native libraries may be missing on a system: then words must do.
                LOG.log(Level.WARNING, "the model for meaning cannot be loaded; memory is searched by words alone", e);
                loaded.completeExceptionally(e);
            }
        });
    }

    private Optional<Loaded> loaded() {
        return loaded.isDone() && !loaded.isCompletedExceptionally() ? Optional.of(loaded.join()) : Optional.empty();
    }

    /** Whether every memory has its vector, or never gets one, or nobody can say when. */
    boolean complete() {
        return !loading || loaded.isCompletedExceptionally() || loaded().filter(ready -> ready.vectors().complete()).isPresent();
    }

    /** What is wrong with the server of embeddings in use. */
    Optional<EmbeddingsProblem> problem() {
        return loaded().flatMap(ready -> ready.vectors().trouble()).flatMap(e -> e instanceof EmbeddingsException said ? Optional.of(said.problem()) : Optional.empty());
    }

    /** In plain words why memory is searched by words alone although there should be a model. */
    Optional<String> trouble() {
        if (loading && loaded.isCompletedExceptionally()) {
            return Optional.of("the model for meaning cannot be loaded; memory is searched by words alone");
        }
        return loaded().flatMap(ready -> ready.vectors().trouble()).map(e -> e instanceof EmbeddingsException said ? said.getMessage()
                : "what memories mean cannot be told: " + e.getClass().getSimpleName());
    }

    /**
     * Begins to tell what a question means; empty while the model is being loaded, when it fails or takes too long, and when it does not
     * know the language in which the question is surely asked.
     */
    Understanding question(String words, Optional<Language> language) {
        Optional<Loaded> ready = loaded().filter(one -> language.map(one.model()::knows).orElse(true));
        if (ready.isEmpty() || words.isBlank()) {
            return Understanding.NONE;
        }
        Embeddings model = ready.get().model();
        MemoryVectors vectors = ready.get().vectors();
        QuestionVectors.Answer answer = questions.ask(words, model, vectors::answered);
        return new Understanding(() -> answer.await().filter(told -> vectors.comparable(told.values().length))
                .map(told -> new Question(model.space(), model.closeness(), told)));
    }

    /** What was asked before may say what is to be forgotten. */
    void forgetQuestions() {
        questions.clear();
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

    /** Says that there may be something to tell the meaning of; the writing thread does nothing of it. */
    @Override
    public boolean step() {
        loaded().ifPresent(ready -> ready.vectors().nudge());
        return false;
    }

    @Override
    public void close() {
        loaded.completeExceptionally(new IllegalStateException("memory is closed"));
        questions.close();
        loaded().ifPresent(ready -> {
            ready.vectors().close();
            ready.model().close();
        });
    }
}
