package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acquaint.memory.MemoryException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

        for (MemoryException.Kind kind : List.of(MemoryException.Kind.AWAY, MemoryException.Kind.FAULT, MemoryException.Kind.FAULT, MemoryException.Kind.FAULT)) {
            var e = assertThrows(MemoryException.class, () -> service.of(List.of("a", "b")));
            assertEquals(kind, e.kind());
            assertFalse(e.getMessage().contains("canary"));
        }
    }

    private static MockResponse answer(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }
}
