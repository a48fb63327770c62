package acquaint.memory.local;

import acquaint.memory.MemoryException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * A server that tells vectors of texts as OpenAI's does ({@code POST <address>/embeddings}): Ollama, vLLM and many more. What
 * is remembered is sent there, so the team chooses it; such a model may know languages that the built-in one does not. What
 * is wrong is an {@link EmbeddingsException}.
 */
public final class EmbeddingService implements Embeddings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = MediaType.get("application/json");
    /** Servers such as Ollama load a model with the first question to it. */
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Of the two seconds that recall has in all, so much is left for meaning. */
    static final Duration QUESTION = Duration.ofMillis(700);
    private static final int PORTION = 16;
    private static final long LONGEST_ANSWER = 16 << 20;
    /** Most such models take 512 to 8,192 tokens; a text's first pages say what it is about. */
    private static final int LENGTH = 2_000;
    /** Cosines of models differ; these are about right for those that are trained to tell texts apart. */
    private static final Closeness CLOSENESS = new Closeness(0.2, 0.8, 0.4);

    private final URI url;
    private final String model;
    private final Optional<String> key;
    private final Backoff backoff;
    private final OkHttpClient client = new OkHttpClient.Builder().callTimeout(CALL).readTimeout(CALL).connectTimeout(CONNECT)
            .followRedirects(false).build();

    /** {@code url} ends where {@code /embeddings} follows, as in {@code http://127.0.0.1:11434/v1}. */
    public EmbeddingService(URI url, String model, Optional<String> key) {
        this(url, model, key, Backoff.USUAL);
    }

    EmbeddingService(URI url, String model, Optional<String> key, Backoff backoff) {
        this.url = URI.create(url.toString().replaceFirst("/+$", "") + "/embeddings");
        this.model = model;
        this.key = key;
        this.backoff = backoff;
    }

    /** A model of the same name may be another one at another server. */
    @Override
    public String space() {
        return model + " at " + server();
    }

    @Override
    public Closeness closeness() {
        return CLOSENESS;
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public Duration patience() {
        return QUESTION;
    }

    @Override
    public Backoff backoff() {
        return backoff;
    }

    private String server() {
        return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    private String words(String what) {
        return "the embeddings server at " + server() + " " + what;
    }

    @Override
    public List<float[]> of(List<String> texts) throws MemoryException, InterruptedException {
        EmbeddingsAnswer answer = exchange(client.newCall(request(texts)));
        if (answer.status() / 100 != 2) {
            throw answer.refused(server(), model, key.isPresent());
        }
        return answer.vectors(server(), texts.size());
    }

    private Request request(List<String> texts) throws EmbeddingsException {
        List<String> heads = texts.stream().map(text -> text.length() > LENGTH ? text.substring(0, LENGTH) : text).map(text -> text.isBlank() ? "-" : text).toList();
        if (key.filter(secret -> secret.chars().anyMatch(sign -> sign <= ' ' || sign > '~')).isPresent()) {
            throw new EmbeddingsException(EmbeddingsProblem.BAD_KEY, "the key for the embeddings server holds signs that no key has; copy it once more");
        }
        var request = new Request.Builder().url(url.toString()).header("Accept", "application/json").header("User-Agent", "Acquaint");
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            return request.post(RequestBody.create(JSON.writeValueAsBytes(Map.of("model", model, "input", heads)), TYPE)).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On a thread of the client's own, so that the caller can be interrupted whatever thread it is. */
    private EmbeddingsAnswer exchange(Call call) throws EmbeddingsException, InterruptedException {
        var received = new CompletableFuture<EmbeddingsAnswer>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException e) {
                received.completeExceptionally(e);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    received.complete(new EmbeddingsAnswer(response.code(), Optional.ofNullable(response.header("Retry-After")), text(response)));
                } catch (IOException | RuntimeException e) {
                    received.completeExceptionally(e);
                }
            }
        });
        try {
            return received.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            boolean late = e.getCause() instanceof InterruptedIOException && !String.valueOf(e.getCause().getMessage()).contains("onnect");
            throw new EmbeddingsException(late ? EmbeddingsProblem.LATE : EmbeddingsProblem.AWAY, words(late ? "takes too long" : "does not answer"),
                    e.getCause(), Optional.empty());
        }
    }

    private static String text(Response response) throws IOException {
        var source = response.body().source();
        if (source.request(LONGEST_ANSWER + 1)) {
            throw new IOException("the answer is longer than " + (LONGEST_ANSWER >> 20) + " MB");
        }
        return source.readString(StandardCharsets.UTF_8);
    }

    /** What is under way is broken off. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
