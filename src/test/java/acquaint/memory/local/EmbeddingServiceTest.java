package acquaint.memory.local;

import static acquaint.memory.CustomerMemoryContract.ANA;
import static acquaint.memory.CustomerMemoryContract.FIRST;
import static acquaint.memory.CustomerMemoryContract.SECOND;
import static acquaint.memory.Say.customer;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acquaint.memory.FoundBy;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingServiceTest {

    private final MockWebServer server = new MockWebServer();
    private EmbeddingService service;

    @BeforeEach
    void start() throws Exception {
        server.start();
        service = new EmbeddingService(URI.create("http://127.0.0.1:" + server.getPort() + "/v1/"), "some-model", Optional.of("canary"));
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    @Test
    void theVectorsComeInTheOrderOfTheTexts() throws Exception {
        server.enqueue(answer(200, "{\"data\":[{\"index\":1,\"embedding\":[0,1]},{\"index\":0,\"embedding\":[0.5,0]}],\"model\":\"x\"}"));

        List<float[]> vectors = service.of(List.of("kettle", "x".repeat(5_000)));

        assertArrayEquals(new float[] {0.5f, 0}, vectors.get(0));
        assertArrayEquals(new float[] {0, 1}, vectors.get(1));
        var asked = server.takeRequest();
        assertEquals("/v1/embeddings", asked.getTarget());
        assertEquals("Bearer canary", asked.getHeaders().get("Authorization"));
        var body = new ObjectMapper().readTree(asked.getBody().utf8());
        assertEquals("some-model", body.get("model").asText());
        assertEquals("kettle", body.get("input").get(0).asText());
        assertEquals(2_000, body.get("input").get(1).asText().length());
    }

    @Test
    void whatIsNoAnswerIsAMemoryException() {
        server.enqueue(answer(401, "{\"error\":\"canary is no key\"}"));
        server.enqueue(answer(200, "<html>proxy</html>"));
        server.enqueue(answer(200, "{\"data\":[{\"index\":0,\"embedding\":[1]}]}"));
        server.enqueue(answer(200, "{\"data\":[{\"index\":7,\"embedding\":[1]},{\"index\":0,\"embedding\":\"AAAA\"}]}"));

        for (MemoryException.Kind kind : List.of(MemoryException.Kind.BAD_KEY, MemoryException.Kind.FAULT, MemoryException.Kind.FAULT, MemoryException.Kind.FAULT)) {
            var e = assertThrows(MemoryException.class, () -> service.of(List.of("a", "b")));
            assertEquals(kind, e.kind());
            assertFalse(e.getMessage().contains("canary"));
        }
    }

    @Test
    void aServersModelMakesOtherLanguagesFoundByTheirMeaning(@TempDir Path home) throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(200, vectors(request.getBody().utf8()));
            }
        });
        try (var memory = LocalMemory.open(home, Optional.of(() -> service))) {
            memory.remember(ANA, FIRST, List.of(customer(1, "Mein Wasserkocher leckt seit gestern am Griff.")));
            memory.remember(ANA, SECOND, List.of(customer(2, "我的台灯从昨天开始一直闪。")));
            memory.awaitMeaning();

            Recall english = memory.recall(new RecallRequest(ANA, "a kettle", Optional.empty(), 10));
            Recall french = memory.recall(new RecallRequest(ANA, "Pourquoi est-ce que ma lampe ne marche pas ?", Optional.empty(), 10));

            assertEquals(List.of(FIRST), english.passages().stream().map(Passage::session).toList());
            assertEquals(List.of(SECOND), french.passages().stream().map(Passage::session).toList());
            assertEquals(List.of(FoundBy.MEANING), french.passages().stream().map(Passage::foundBy).toList());
            assertEquals(SearchMethod.HYBRID, french.method());
        }
    }

    /** As a model of many languages that knows two matters tells them. */
    private static String vectors(String asked) {
        try {
            var data = new StringJoiner(",", "{\"data\":[", "]}");
            int index = 0;
            for (var text : new ObjectMapper().readTree(asked).get("input")) {
                boolean kettle = text.asText().matches("(?s).*(kettle|Wasserkocher).*");
                data.add("{\"index\":%d,\"embedding\":[%d,%d]}".formatted(index++, kettle ? 1 : 0, kettle ? 0 : 1));
            }
            return data.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockResponse answer(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }
}
