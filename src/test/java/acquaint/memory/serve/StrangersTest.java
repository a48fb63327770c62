package acquaint.memory.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.local.LocalMemory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no well-behaved client sends them, byte by byte over a socket, and how the server ends. */
@Timeout(60)
class StrangersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "a-key";

    @TempDir
    Path directory;

    private LocalMemory memory;
    private MemoryServer server;

    private record Told(int status, List<String> headers, String body) {

        JsonNode error() throws IOException {
            JsonNode json = JSON.readTree(body);
            return json.has("error") ? json.get("error") : json;
        }
    }

    @BeforeEach
    void open() throws Exception {
        memory = LocalMemory.open(directory);
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        memory.close();
    }

    private void speak(Dialect dialect) throws Exception {
        server = MemoryServer.start(memory, dialect, KEY, 0, Clock.systemUTC());
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
    }

    /** Sends a request with these header lines and reads all that comes back. */
    private Told ask(String method, String path, String body, String... headers) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write((method + ' ' + path + " HTTP/1.1\r\nConnection: close\r\nContent-Length: " + body.getBytes(UTF_8).length + "\r\n"
                    + Arrays.stream(headers).map(each -> each + "\r\n").reduce("", String::concat) + "\r\n" + body).getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Told(Integer.parseInt(answer.split(" ")[1]), answer.substring(0, end).lines().skip(1).toList(), answer.substring(end + 4));
        }
    }

    private static String key() {
        return "Authorization: Bearer " + KEY;
    }

    @ParameterizedTest
    @CsvSource({"localhost", "LocalHost:8765", "127.0.0.1:8765", "127.8.7.6", "[::1]:8765", "[0:0:0:0:0:0:0:1]", "localhost."})
    void thisComputerIsAskedByItsOwnNames(String host) throws Exception {
        speak(Dialect.V2);
        assertEquals(200, ask("GET", "/api/v2/tasks", "", "Host: " + host, key()).status());
    }

    /** A page whose name server says that its name is this computer would be asked as that name. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::2]", "10.0.0.1", "",
        "127.0.0.1, evil.example", "1270.0.0.1"})
    void aNameThatAStrangerCouldGiveToThisComputerIsRefusedInEachDialect(String host) throws Exception {
        for (Dialect dialect : Dialect.values()) {
            try (var here = MemoryServer.start(memory, dialect, KEY, 0, Clock.systemUTC())) {
                server = here;
                Told told = ask("POST", "/api/v1/memories/search", "{}", "Host: " + host, key());
                assertEquals(403, told.status());
                assertTrue(told.error().path("message").asText().contains("Host"), told.body());
            }
        }
    }

    @Test
    void ofTwoNamesBothHaveToBeRight() throws Exception {
        speak(Dialect.V2);
        assertEquals(403, ask("GET", "/api/v2/tasks", "", "Host: 127.0.0.1", "Host: evil.example", key()).status());
    }

    @Test
    void aPageIsRefusedBeforeItsRightsAreLookedAt() throws Exception {
        speak(Dialect.OSS);
        assertEquals(403, ask("OPTIONS", "/api/v2/memory/add", "", "Host: 127.0.0.1", "Origin: https://evil.example", "Access-Control-Request-Method: POST").status());
        assertEquals(403, ask("GET", "/health", "", "Host: 127.0.0.1", "Origin: null").status());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void methodsThatTheApiDoesNotKnowAreAnsweredInItsOwnWords(Dialect dialect) throws Exception {
        speak(dialect);
        for (String method : List.of("OPTIONS", "DELETE", "TRACE", "BREW")) {
            Told told = ask(method, "/api/" + (dialect == Dialect.V1 ? "v1/memories" : "v2/memory/add"), "", "Host: 127.0.0.1", key());
            assertEquals(405, told.status(), method);
            assertFalse(told.error().path("code").asText().isBlank(), told.body());
            assertTrue(told.headers().stream().anyMatch(header -> header.startsWith("Allow: HEAD, GET, POST")), told.headers().toString());
        }
        int put = ask("PUT", "/api/v2/memory/add", "{}", "Host: 127.0.0.1", key()).status();
        assertEquals(dialect == Dialect.V1 ? 403 : 405, put);
        assertEquals(dialect == Dialect.OSS ? 405 : 401, ask("DELETE", "/api/v2/memory/add", "", "Host: 127.0.0.1", "Authorization: Bearer wrong").status());
    }

    @Test
    void aHeadIsAGetWithoutItsBody() throws Exception {
        speak(Dialect.OSS);
        Told told = ask("HEAD", "/health", "", "Host: localhost");
        assertEquals(200, told.status());
        assertEquals("", told.body());
        int length = ask("GET", "/health", "", "Host: localhost").body().getBytes(UTF_8).length;
        assertTrue(told.headers().contains("Content-length: " + length), told.headers().toString());
        assertEquals(404, ask("HEAD", "/api/v2/memory/add", "", "Host: localhost").status());
    }

    @Test
    void aBodyIsTakenForJsonWhateverItsTypeIsSaidToBe() throws Exception {
        speak(Dialect.V2);
        String search = "{\"user_id\":\"dana\",\"query\":\"kettle\"}";
        for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded", "nonsense")) {
            assertEquals(200, ask("POST", "/api/v2/memory/search", search, "Host: localhost", key(), "Content-Type: " + type).status(), type);
        }
        assertEquals(200, ask("POST", "/api/v2/memory/search", search, "Host: localhost", key()).status());
    }

    @Test
    void aRequestThatIsTooLongIsRefusedBeforeItIsRead() throws Exception {
        speak(Dialect.V2);
        try (Socket socket = connect()) {
            String head = "POST /api/v2/memory/add HTTP/1.1\r\nHost: localhost\r\n" + key() + "\r\nContent-Length: 999999999\r\n\r\n";
            socket.getOutputStream().write((head + '{').getBytes(UTF_8));
            assertTrue(new String(socket.getInputStream().readNBytes(12), UTF_8).endsWith("413"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0\0\0\0\0\0", "[1]", "{", "\uFFFE{}"})
    void whatIsNoJsonIsAnsweredAsSuch(String body) throws Exception {
        speak(Dialect.V2);
        assertEquals(400, ask("POST", "/api/v2/memory/add", body, "Host: localhost", key()).status());
    }

    @Test
    void slowClientsAreLimited() {
        HttpLimits.set();
        for (String limit : List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime", "sun.net.httpserver.idleInterval",
                "jdk.httpserver.maxConnections")) {
            assertTrue(Integer.getInteger(limit, 0) > 0, limit);
        }
    }

    /** One has sent half a request, one keeps its connection, one has sent nothing yet. */
    @Test
    void theEndWaitsForNobodyLongAndThePortIsFreeAgain() throws Exception {
        speak(Dialect.V2);
        int port = server.url().getPort();
        try (Socket half = connect(); Socket kept = connect(); Socket silent = connect()) {
            half.getOutputStream().write(("POST /api/v2/memory/add HTTP/1.1\r\nHost: localhost\r\n" + key() + "\r\nContent-Length: 100\r\n\r\n{").getBytes(UTF_8));
            kept.getOutputStream().write(("GET /api/v2/tasks HTTP/1.1\r\nHost: localhost\r\n" + key() + "\r\n\r\n").getBytes(UTF_8));
            kept.getInputStream().read();
            Instant before = Instant.now();
            server.close();
            assertTrue(Duration.between(before, Instant.now()).toMillis() < 2_000);
            try (var again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertEquals(port, again.getLocalPort());
            }
            assertTrue(silent.isConnected());
        }
    }

    @Test
    void beyondThisComputerItNeverListensInTheClear() throws Exception {
        speak(Dialect.V1);
        InetAddress all = InetAddress.getByName("0.0.0.0");
        assertThrows(IllegalArgumentException.class, () -> new Listening("0.0.0.0", all, 0, Optional.empty()));
    }
}
