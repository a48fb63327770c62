package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import acquaint.memory.MemoryException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * An exchange with a service in a file: what it was asked ({@code request}: method, path, body; none for an answer that
 * any request may get), and what it answered ({@code status}, {@code headers}, and {@code body}, or {@code text} where
 * that is no JSON).
 */
record Recorded(JsonNode json) {

    static final Instant NOW = Instant.parse("2026-09-21T14:13:20Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Says what an exchange must come to. */
    @FunctionalInterface
    interface Check {
        void on(Recorded recorded) throws Exception;
    }

    /** A test for each file of a folder; one that nobody reads fails, and so does a check without its file. */
    static Stream<DynamicTest> each(String folder, Map<String, Check> checks) throws IOException {
        Path directory = Path.of("src/test/resources/everos", folder);
        var names = new TreeSet<>(checks.keySet());
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")).forEach(names::add);
        }
        return names.stream().map(name -> DynamicTest.dynamicTest(folder + '/' + name, () -> {
            Check check = checks.get(name);
            assertNotNull(check, "no test reads " + name);
            check.on(new Recorded(JSON.readTree(Files.readString(directory.resolve(name + ".json")))));
        }));
    }

    /** What {@code call} makes of the answer, after it was seen to ask exactly what was recorded. */
    <T> T answer(Call<T> call) throws Exception {
        JsonNode request = json.path("request");
        assertEquals(request.path("method").textValue() + ' ' + request.path("path").textValue(), call.method() + " " + call.path());
        assertEquals(request.path("body"), call.body().<JsonNode>map(Recorded::asSent).orElse(MissingNode.getInstance()));
        return call.reading().read(new Answer(json.path("status").intValue(), json.path("body"), header("X-Request-Id")));
    }

    <T> T answer(Optional<Call<T>> call) throws Exception {
        return answer(call.orElseGet(() -> fail("this dialect should be able to do that")));
    }

    /** As the other side reads it. */
    static JsonNode asSent(JsonNode body) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Refusal refusal() {
        assertTrue(json.has("body") || json.has("text"), "a failure is recorded with a body, be it empty");
        String body = json.has("text") ? json.path("text").textValue() : json.path("body").toString();
        return Refusal.of(json.path("status").intValue(), this::header, body, NOW);
    }

    private Optional<String> header(String name) {
        return json.path("headers").propertyStream().filter(each -> name.equalsIgnoreCase(each.getKey()))
                .map(each -> each.getValue().textValue()).findFirst();
    }

    /** Expects a failure of this kind that was certainly not processed, with this message. */
    static Check notDone(Kind kind, String message) {
        return recorded -> expect(recorded.refusal(), kind, true, message);
    }

    /** Expects a failure of this kind of which nobody knows whether it was processed, with this message. */
    static Check unknown(Kind kind, String message) {
        return recorded -> expect(recorded.refusal(), kind, false, message);
    }

    private static void expect(Refusal refusal, Kind kind, boolean certainlyNotDone, String message) {
        assertEquals(message, refusal.message());
        assertEquals(kind, refusal.kind());
        assertEquals(certainlyNotDone, refusal.certainlyNotDone());
        assertEquals(kind, refusal.exception().kind());
        assertEquals(refusal.retryAfter(), refusal.exception().retryAfter());
    }
}
