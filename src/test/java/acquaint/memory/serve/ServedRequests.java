package acquaint.memory.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import acquaint.memory.local.LocalMemory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests that ask the served memory as a stranger's client does: raw requests over a real connection. */
abstract class ServedRequests {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String KEY = "a-key";
    static final String V1 = "/api/v1/memories";
    static final String V2 = "/api/v2/memory";
    static final long AT = 1_790_000_000_000L;

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    LocalMemory memory;
    MemoryServer server;

    record Told(int status, JsonNode body) {

        JsonNode data() {
            return body.path("data");
        }
    }

    @BeforeEach
    void open() throws Exception {
        memory = LocalMemory.open(directory);
    }

    @AfterEach
    void close() {
        server.close();
        memory.close();
    }

    void speak(Dialect dialect) throws Exception {
        server = MemoryServer.start(memory, dialect, KEY, 0, Clock.systemUTC());
    }

    Told ask(String method, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder().header("Authorization", "Bearer " + KEY), method, path, body);
    }

    Told send(HttpRequest.Builder request, String method, String path, String body) throws Exception {
        var built = request.uri(server.url().resolve(path)).timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))).build();
        HttpResponse<String> response = client.send(built, HttpResponse.BodyHandlers.ofString());
        return new Told(response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
    }

    Told post(String path, String body) throws Exception {
        return ask("POST", path, body);
    }

    void fails(int status, String code, String path, String body) throws Exception {
        Told told = post(path, body);
        assertEquals(status, told.status(), path + " " + body + " " + told.body());
        JsonNode error = told.body().has("error") ? told.body().get("error") : told.body();
        assertEquals(code, error.path("code").asText(), told.body().toString());
        assertFalse(error.path("message").asText().isBlank());
        assertEquals(path, error.path("path").asText());
    }
}
