package acquaint.memory.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A real server of embeddings on this computer, which knows two matters in every language: kettles, and all else. What it
 * answers can be changed while it runs. Any thread.
 */
public final class EmbeddingsStub implements AutoCloseable {

    /** What was asked for, and when ({@link System#nanoTime}). */
    public record Asked(List<String> texts, long nanos) {}

    /** Answers instead of vectors, where it returns something. */
    public interface Refusing {
        MockResponse answer(List<String> texts, RecordedRequest request) throws InterruptedException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    public volatile int dimensions = 8;
    public volatile Refusing refusing = (_, _) -> null;

    public EmbeddingsStub() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                List<String> texts = texts(request);
                asked.add(new Asked(texts, System.nanoTime()));
                MockResponse refusal = refusing.answer(texts, request);
                return refusal != null ? refusal : answer(200, vectors(texts));
            }
        });
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/v1");
    }

    /** Every call so far, oldest first. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Has every call from now on wait for as long as this server runs. */
    public void hang() {
        refusing = (_, _) -> {
            closing.await(30, TimeUnit.SECONDS);
            return answer(503, "");
        };
    }

    public static MockResponse answer(int code, String body, String... header) {
        var response = new MockResponse.Builder().code(code).body(body);
        for (int i = 0; i < header.length; i += 2) {
            response.addHeader(header[i], header[i + 1]);
        }
        return response.build();
    }

    private static List<String> texts(RecordedRequest request) {
        try {
            JsonNode input = JSON.readTree(request.getBody() == null ? "" : request.getBody().utf8()).path("input");
            return input.valueStream().map(JsonNode::asText).toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String vectors(List<String> texts) {
        int size = dimensions;
        var data = new StringJoiner(",", "{\"data\":[", "]}");
        for (int index = 0; index < texts.size(); index++) {
            boolean kettle = texts.get(index).toLowerCase(Locale.ROOT).matches("(?s).*(kettle|pot|wasserkocher).*");
            var values = new StringJoiner(",", "[", "]");
            for (int i = 0; i < size; i++) {
                values.add((i < size / 2) == kettle ? "1" : "0");
            }
            data.add("{\"index\":" + index + ",\"embedding\":" + values + '}');
        }
        return data.toString();
    }

    @Override
    public void close() {
        closing.countDown();
        server.close();
    }
}
