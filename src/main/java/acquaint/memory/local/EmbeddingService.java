package acquaint.memory.local;

import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * A server that tells vectors of texts as OpenAI's does ({@code POST <address>/embeddings}): Ollama, vLLM and many more. What
 * is remembered is sent there, so the team chooses it; such a model may know languages that the built-in one does not.
 */
public final class EmbeddingService implements Embeddings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Most such models take 512 to 8,192 tokens; a text's first pages say what it is about. */
    private static final int LENGTH = 2_000;
    /** Cosines of models differ; these are about right for those that are trained to tell texts apart. */
    private static final Closeness CLOSENESS = new Closeness(0.2, 0.8, 0.4);

    private final URI url;
    private final String model;
    private final Optional<String> key;
    private final OkHttpClient client = new OkHttpClient.Builder().callTimeout(PATIENCE).readTimeout(PATIENCE).followRedirects(false).build();

    /** {@code url} ends where {@code /embeddings} follows, as in {@code http://127.0.0.1:11434/v1}. */
    public EmbeddingService(URI url, String model, Optional<String> key) {
        this.url = URI.create(url.toString().replaceFirst("/+$", "") + "/embeddings");
        this.model = model;
        this.key = key;
    }

    @Override
    public String space() {
        return model;
    }

    @Override
    public Closeness closeness() {
        return CLOSENESS;
    }

    @Override
    public List<float[]> of(List<String> texts) throws MemoryException, InterruptedException {
        List<String> heads = texts.stream().map(text -> text.length() > LENGTH ? text.substring(0, LENGTH) : text).map(text -> text.isBlank() ? "-" : text).toList();
        var request = new Request.Builder().url(url.toString());
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            request.post(RequestBody.create(JSON.writeValueAsBytes(Map.of("model", model, "input", heads)), TYPE));
            try (Response response = client.newCall(request.build()).execute()) {
                if (!response.isSuccessful()) {
                    throw new MemoryException(Kind.AWAY, "the embeddings server at " + url.getHost() + " answered " + response.code());
                }
                return vectors(JSON.readTree(response.body().byteStream()), texts.size());
            }
        } catch (InterruptedIOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new MemoryException(Kind.LATE, "the embeddings server at " + url.getHost() + " takes too long", e);
        } catch (JacksonException e) {
            throw new MemoryException(Kind.FAULT, "the embeddings server at " + url.getHost() + " answered something else", e);
        } catch (IOException e) {
            throw new MemoryException(Kind.AWAY, "the embeddings server at " + url.getHost() + " does not answer", e);
        }
    }

    private List<float[]> vectors(JsonNode answer, int count) throws MemoryException {
        var vectors = new float[count][];
        for (JsonNode one : answer.path("data")) {
            int index = one.path("index").asInt(-1);
            JsonNode values = one.path("embedding");
            if (index >= 0 && index < count && values.isArray() && !values.isEmpty()) {
                vectors[index] = new float[values.size()];
                for (int i = 0; i < values.size(); i++) {
                    vectors[index][i] = (float) values.get(i).asDouble();
                }
            }
        }
        for (float[] vector : vectors) {
            if (vector == null) {
                throw new MemoryException(Kind.FAULT, "the embeddings server at " + url.getHost() + " did not tell every vector");
            }
        }
        return List.of(vectors);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
