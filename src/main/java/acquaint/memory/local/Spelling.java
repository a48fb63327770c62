package acquaint.memory.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.apache.lucene.util.IOUtils;

/**
 * Tells languages by their groups of letters, with the model of the OpenNLP project. It is loaded by the first who needs it,
 * which takes half a second and 36 MB, and is for many threads; without it nothing is told.
 */
final class Spelling {

    private static final System.Logger LOG = System.getLogger(Spelling.class.getName());
    private static final String MODEL = "/langdetect-183.bin";
    /** One for the whole program, loaded when it is first needed. */
    private static final FutureTask<Optional<LanguageDetectorME>> USUAL = new FutureTask<>(() -> load(MODEL));

    private final FutureTask<Optional<LanguageDetectorME>> loading;

    Spelling() {
        loading = new FutureTask<>(() -> {
            USUAL.run();
            return USUAL.get();
        });
    }

    /** With the model in a resource of this name. */
    Spelling(String name) {
        loading = new FutureTask<>(() -> load(name));
    }

    private static Optional<LanguageDetectorME> load(String name) {
        try (var model = new BufferedInputStream(IOUtils.requireResourceNonNull(LanguageDetectorModel.class.getResourceAsStream(name), name))) {
            return Optional.of(new LanguageDetectorME(new LanguageDetectorModel(model)));
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "the model that tells languages cannot be loaded; they are told by their small words alone", e);
            return Optional.empty();
        }
    }

    boolean loaded() {
        return loading.state() == Future.State.SUCCESS;
    }

    /**
     * How likely {@code text} is written in each language, as a logarithm up to a constant; empty without the model. The
     * model divides what it finds by the number of letter groups, so its own figures are near 1 in 100 for every language.
     */
    Map<Language, Double> of(String text) {
        loading.run();
        try {
            return loading.get().map(model -> likely(model, text)).orElse(Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("loading catches what may happen", e.getCause());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a language could not be told", e);
            return Map.of();
        }
    }

    private static Map<Language, Double> likely(LanguageDetectorME model, String text) {
        Map<Language, Double> likely = new EnumMap<>(Language.class);
        opennlp.tools.langdetect.Language[] told;
        synchronized (model) {
            told = model.predictLanguages(text);
        }
        for (opennlp.tools.langdetect.Language one : told) {
            Language.spelled(one.getLang()).ifPresent(language -> likely.merge(language, Math.log(one.getConfidence()) * text.length(), Math::max));
        }
        return likely;
    }
}
