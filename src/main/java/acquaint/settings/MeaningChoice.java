package acquaint.settings;

import java.net.URI;

/** What tells the embedded memory what is meant, beside the words. The key of a server never stands here, but among the {@link Secrets}. */
public sealed interface MeaningChoice {

    /** The sentence model that comes with the program; it knows English. */
    record BuiltIn() implements MeaningChoice {}

    /** A server that tells vectors of texts as OpenAI's does; {@code url} ends where {@code /embeddings} follows. */
    record Server(URI url, String model) implements MeaningChoice {

        /** Where Ollama is on this computer (its documentation). */
        public static final URI USUAL_URL = URI.create("http://127.0.0.1:11434/v1");
    }

    /** Nothing does: memory is found by its words, which spares some 200 MB. */
    record WordsAlone() implements MeaningChoice {}
}
