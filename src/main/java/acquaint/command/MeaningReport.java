package acquaint.command;

import acquaint.casework.MemoryMeaning;
import acquaint.memory.local.EmbeddingsCheck;
import acquaint.settings.MeaningChoice;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What the embedded memory finds by; a server of embeddings was asked, too. */
record MeaningReport(MeaningChoice choice, Optional<EmbeddingsCheck> check) {

    /** Asks the server where there is one, which may take a minute. */
    static MeaningReport of(MemoryMeaning meaning) throws IOException, InterruptedException {
        MeaningChoice choice = meaning.current();
        return new MeaningReport(choice, choice instanceof MeaningChoice.Server server ? Optional.of(meaning.test(server, Optional.empty())) : Optional.empty());
    }

    boolean failed() {
        return check.flatMap(EmbeddingsCheck::problem).isPresent();
    }

    /** Whether anything is found by its meaning. */
    boolean works() {
        return !(choice instanceof MeaningChoice.WordsAlone) && !failed();
    }

    String foundBy() {
        return switch (choice) {
            case MeaningChoice.BuiltIn _ -> "built_in";
            case MeaningChoice.Server _ -> "server";
            case MeaningChoice.WordsAlone _ -> "words";
        };
    }

    /** Null where no server is asked. */
    Map<String, Object> json() {
        return choice instanceof MeaningChoice.Server server && check.isPresent() ? json(server, check.get()) : null;
    }

    private static Map<String, Object> json(MeaningChoice.Server server, EmbeddingsCheck check) {
        boolean works = check.problem().isEmpty();
        return Json.object("url", server.url(), "model", server.model(), "result", check.problem().<Object>map(problem -> problem).orElse("works"),
                "dimensions", works ? check.dimensions() : null, "millis", works ? check.took().toMillis() : null);
    }

    String words() {
        return switch (choice) {
            case MeaningChoice.BuiltIn _ -> "It finds by words, and by meaning with the built-in model (English).";
            case MeaningChoice.WordsAlone _ -> "It finds by words alone.";
            case MeaningChoice.Server server -> words(server, check.orElseThrow());
        };
    }

    private static String words(MeaningChoice.Server server, EmbeddingsCheck check) {
        if (check.problem().isPresent()) {
            return "It finds by words alone for now: " + check.detail() + '.';
        }
        return "It finds by words, and by meaning with " + server.model() + " at " + server.url() + ": " + check.dimensions() + " dimensions, "
                + check.took().toMillis() + " ms a question" + (check.isSlow() ? ", which is too slow: questions are found by words." : ".");
    }
}
