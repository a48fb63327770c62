package acquaint.memory.local;

import acquaint.memory.MemoryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has texts told by a model, and finds those that it refuses, so that one of them does not keep all others waiting. */
final class TextVectors {

    /** Any model takes this. */
    private static final String PROBE = "-";
    /** Of a text that is refused as a whole so much is tried: some models take no more than 256 tokens. */
    private static final int HEAD = 400;

    private final Embeddings model;

    TextVectors(Embeddings model) {
        this.model = model;
    }

    /** A vector for each text that the model takes, by the text's key. */
    Map<String, float[]> of(Map<String, String> texts) throws MemoryException, InterruptedException {
        List<String> keys = List.copyOf(texts.keySet());
        var told = new HashMap<String, float[]>();
        if (keys.isEmpty()) {
            return told;
        }
        List<Optional<float[]>> vectors = of(List.copyOf(texts.values()));
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            vectors.get(i).ifPresent(vector -> told.put(key, vector));
        }
        return told;
    }

    private List<Optional<float[]>> of(List<String> texts) throws MemoryException, InterruptedException {
        try {
            return model.of(texts).stream().map(Optional::of).toList();
        } catch (EmbeddingsException e) {
            if (!e.problem().mayBeDueToTheTexts()) {
                throw e;
            }
        }
        // Refused here too, it is not due to the texts.
        model.of(List.of(PROBE));
        var vectors = new ArrayList<Optional<float[]>>();
        for (String text : texts) {
            Optional<float[]> whole = one(text);
            vectors.add(whole.isPresent() || text.length() <= HEAD ? whole : one(text.substring(0, HEAD)));
        }
        return vectors;
    }

    private Optional<float[]> one(String text) throws MemoryException, InterruptedException {
        try {
            return Optional.of(model.of(List.of(text)).getFirst());
        } catch (EmbeddingsException e) {
            if (!e.problem().mayBeDueToTheTexts() || e.problem() == EmbeddingsProblem.LATE) {
                throw e; // Alone it would have been told in time, at another time.
            }
            return Optional.empty();
        }
    }
}
