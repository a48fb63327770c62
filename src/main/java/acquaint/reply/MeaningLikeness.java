package acquaint.reply;

import acquaint.memory.MemoryException;
import acquaint.memory.local.Embeddings;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** By the sentence model of the embedded memory, on a thread of its own ({@code embed-draft}): native calls would hold a virtual thread's carrier. */
public final class MeaningLikeness implements Likeness, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MeaningLikeness.class.getName());

    /** The sources of some drafts. */
    private static final int KEPT = 2_000;
    /**
     * What cosines of the bge-small model mean between two single sentences: 0.5 is had by two that have nothing in common, 0.95 by two of one meaning.
     */
    private static final double NONE = 0.5;
    private static final double SAME = 0.95;

    private final Supplier<Optional<Embeddings>> embeddings;
    private final Map<String, float[]> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > KEPT;
        }
    };

    /** {@code embeddings} is asked each time; empty while there is no model. */
    public MeaningLikeness(Supplier<Optional<Embeddings>> embeddings) {
        this.embeddings = embeddings;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("embed-draft").factory());

    @Override
    public Optional<double[]> to(String text, List<String> others) throws InterruptedException {
        Future<Optional<double[]>> figures = thread.submit(() -> figures(text, others));
        try {
            return figures.get();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "what sentences mean cannot be told; their words alone are compared", e.getCause());
            return Optional.empty();
        } finally {
            figures.cancel(true);
        }
    }

    private Optional<double[]> figures(String text, List<String> others) throws MemoryException, InterruptedException {
        Optional<Embeddings> model = embeddings.get();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        var likeness = new double[others.size()];
        float[] one = vector(text, model.get());
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = Math.clamp((cosine(one, vector(others.get(i), model.get())) - NONE) / (SAME - NONE), 0, 1);
        }
        return Optional.of(likeness);
    }

    private float[] vector(String text, Embeddings model) throws MemoryException, InterruptedException {
        float[] vector = known.get(text);
        if (vector == null) {
            vector = model.of(List.of(text)).getFirst();
            known.put(text, vector);
        }
        return vector;
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double lengths = 0;
        double other = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            lengths += a[i] * a[i];
            other += b[i] * b[i];
        }
        return lengths == 0 || other == 0 ? 0 : product / Math.sqrt(lengths * other);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
