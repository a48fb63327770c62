package acquaint.memory.local;

import acquaint.memory.RetryAfter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server of embeddings answered, and what that means. Servers agree on {@code data[].embedding} and disagree on how
 * they refuse: OpenAI, vLLM, Ollama and llama.cpp are the ones known here.
 */
record EmbeddingsAnswer(int status, Optional<String> retryAfter, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Far more than any model has. */
    private static final int MOST_DIMENSIONS = 16_384;

    /** Vectors in the order of the texts; all or none. */
    List<float[]> vectors(String server, int count) throws EmbeddingsException {
        JsonNode data = json().path("data");
        if (!data.isArray()) {
            throw new EmbeddingsException(EmbeddingsProblem.NOT_EMBEDDINGS, "the server at " + server + " answers, but not as a server of embeddings does");
        }
        var vectors = new float[count][];
        for (JsonNode one : data) {
            int index = one.path("index").asInt(-1);
            if (index >= 0 && index < count) {
                vectors[index] = vector(one.path("embedding"), server);
            }
        }
        for (float[] vector : vectors) {
            if (vector == null) {
                throw new EmbeddingsException(EmbeddingsProblem.NOT_EMBEDDINGS, "the embeddings server at " + server + " did not tell every vector");
            }
            if (vector.length != vectors[0].length) {
                throw new EmbeddingsException(EmbeddingsProblem.DIMENSIONS, "the embeddings server at " + server + " tells vectors of " + vectors[0].length
                        + " and of " + vector.length + " dimensions in one answer");
            }
        }
        return List.of(vectors);
    }

    private static float[] vector(JsonNode values, String server) throws EmbeddingsException {
        if (!values.isArray() || values.isEmpty()) {
            return null;
        }
        if (values.size() > MOST_DIMENSIONS) {
            throw new EmbeddingsException(EmbeddingsProblem.DIMENSIONS, "the embeddings server at " + server + " tells vectors of " + values.size()
                    + " dimensions; " + MOST_DIMENSIONS + " are the most that can be kept");
        }
        var vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) values.get(i).asDouble(Double.NaN);
            if (!Float.isFinite(vector[i])) {
                return null;
            }
        }
        return vector;
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** What an answer other than 2xx means, in plain words. */
    EmbeddingsException refused(String server, String model, boolean withKey) {
        JsonNode error = json().path("error");
        String said = error.isTextual() ? error.asText() : error.path("message").asText(json().path("message").asText(""));
        boolean ofModel = (error.path("code").asText() + ' ' + said).toLowerCase(Locale.ROOT).contains("model");
        EmbeddingsProblem problem = problem(ofModel, said, withKey);
        String at = "the embeddings server at " + server;
        String words = switch (problem) {
            case NO_KEY -> at + " wants a key";
            case BAD_KEY -> at + " does not know the key, or does not let it do this";
            case NO_MODEL -> at + " has no model " + model + " that tells what texts mean";
            case QUOTA -> at + " asks for a pause: the account's limit is used up for now";
            case AWAY -> at + " is not ready";
            case NOT_EMBEDDINGS -> "the server at " + server + " answers, but not as a server of embeddings does";
            // Not in its own words: some repeat what they were asked, which is a customer's.
            default -> at + " answered " + status;
        };
        return new EmbeddingsException(problem, words, null, pause());
    }

    private EmbeddingsProblem problem(boolean ofModel, String said, boolean withKey) {
        if (said.contains("does not support embeddings")) {
            // Ollama says so of a model that only chats.
            return EmbeddingsProblem.NO_MODEL;
        }
        return switch (status) {
            case 401, 403 -> withKey ? EmbeddingsProblem.BAD_KEY : EmbeddingsProblem.NO_KEY;
            case 402, 429 -> EmbeddingsProblem.QUOTA;
            case 404 -> ofModel ? EmbeddingsProblem.NO_MODEL : EmbeddingsProblem.NOT_EMBEDDINGS;
            case 405, 501 -> EmbeddingsProblem.NOT_EMBEDDINGS;
            case 408, 502, 503, 504 -> EmbeddingsProblem.AWAY;
            default -> status / 100 == 5 ? EmbeddingsProblem.FAULT : status / 100 == 4 ? EmbeddingsProblem.REFUSED : EmbeddingsProblem.NOT_EMBEDDINGS;
        };
    }

    private Optional<Duration> pause() {
        return retryAfter.flatMap(text -> RetryAfter.read(text, Instant.now()));
    }
}
