package acquaint.memory.everos.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** An EverOS server on loopback for tests. Safe for several threads. */
public final class EverOsServer implements AutoCloseable {

    /** What the cloud asks for. */
    public static final String KEY = "test-key";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One request as it came. */
    public record Asked(String method, String path, JsonNode body) {}

    final Speech speech;
    final State state;
    private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile Fault always;
    private volatile Duration latency = Duration.ZERO;
    private volatile Duration slow = Duration.ofSeconds(20);
    volatile Duration processing = Duration.ofMillis(50);
    volatile Duration indexLag = Duration.ZERO;
    volatile boolean listsAgents = true;
    volatile boolean profileHits = true;
    volatile boolean taskIdsOfRequests = true;
    private MockWebServer server;
    private int port;

    private EverOsServer(Speech speech) {
        this.speech = speech;
        this.state = new State(speech);
    }

    public static EverOsServer start(Speech speech) {
        var server = new EverOsServer(speech);
        server.resume();
        return server;
    }

    public Speech speech() {
        return speech;
    }

    public boolean isCloud() {
        return speech.isCloud();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Listens again, on the same port. */
    public synchronized void resume() {
        server = listener();
        for (int attempt = 1; ; attempt++) {
            try {
                server.start(InetAddress.getByName("127.0.0.1"), port);
                break;
            } catch (IOException e) {
                // The port that was just given back may need a moment.
                if (attempt == 50) {
                    throw new UncheckedIOException(e);
                }
                try {
                    Thread.sleep(50);
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
                server = listener();
            }
        }
        port = server.getPort();
    }

    private MockWebServer listener() {
        var listener = new MockWebServer();
        listener.setServerSocketFactory(new PromptSockets());
        listener.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
        return listener;
    }

    /** Stops listening; connections are refused from now on. */
    public synchronized void stop() {
        server.close();
    }

    @Override
    public void close() {
        stop();
    }

    /** What goes wrong with the next requests that write, one each. */
    public void next(Fault... faults) {
        next.addAll(List.of(faults));
    }

    /** What goes wrong with every request from now on; null ends it. */
    public void always(Fault fault) {
        always = fault;
    }

    public EverOsServer latency(Duration each) {
        latency = each;
        return this;
    }

    /** How long the slow faults take. */
    public EverOsServer slow(Duration each) {
        slow = each;
        return this;
    }

    /** How long an accepted add waits before it is in its buffer. */
    public EverOsServer processing(Duration each) {
        processing = each;
        return this;
    }

    public EverOsServer indexLag(Duration each) {
        indexLag = each;
        return this;
    }

    /** Whether cloud v1 lists what assistants said among pending messages. */
    public EverOsServer listsAgents(boolean value) {
        listsAgents = value;
        return this;
    }

    /** Whether a search of cloud v1 tells profile items one by one, or as documents. */
    public EverOsServer profileHits(boolean value) {
        profileHits = value;
        return this;
    }

    /** Whether the id of an add's request is the id of its task in cloud v2. */
    public EverOsServer taskIdsOfRequests(boolean value) {
        taskIdsOfRequests = value;
        return this;
    }

    /** Everything ever accepted in a session, in order. */
    public List<Spoken> messages(String session) {
        state.work(System.currentTimeMillis());
        return state.accepted(session);
    }

    /** Another program hands a customer's words over. */
    public void said(String user, String session, String words) {
        state.accept(user, session, List.of(new Spoken(user, session, "user", user, "", System.currentTimeMillis(), words)));
    }

    /** How many messages of a session had been accepted at each flush. */
    public List<Integer> flushes(String session) {
        return state.flushes(session);
    }

    public Set<String> sessions() {
        state.work(System.currentTimeMillis());
        return state.sessions();
    }

    public int episodes(String user) {
        return state.cells(user).size();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
        if (!latency.isZero()) {
            Thread.sleep(latency);
        }
        state.work(System.currentTimeMillis());
        String path = request.getUrl().encodedPath();
        boolean writes = path.endsWith("/add") || path.endsWith("/memories") || path.endsWith("/flush");
        Fault fault = always != null ? always : writes ? next.poll() : null;
        if (fault == null) {
            return handle(request, path);
        }
        MockResponse instead = fault.happens() ? handle(request, path) : null;
        return switch (fault) {
            case RESET_BEFORE, RESET_AFTER -> new MockResponse.Builder().body("x".repeat(100_000)).onResponseBody(new SocketEffect.CloseSocket()).build();
            case SLOW_BEFORE -> new MockResponse.Builder().headersDelay(slow.toMillis(), TimeUnit.MILLISECONDS).code(500).build();
            case SLOW_AFTER -> instead.newBuilder().headersDelay(slow.toMillis(), TimeUnit.MILLISECONDS).build();
            case TOO_MANY_WAIT -> new MockResponse.Builder().code(429).addHeader("Retry-After", "1").body(fault.body()).build();
            default -> new MockResponse.Builder().code(fault.status()).body(fault.body()).build();
        };
    }

    private MockResponse handle(RecordedRequest request, String path) {
        try {
            JsonNode body = body(request);
            asked.add(new Asked(request.getMethod(), path, body));
            refuseNulls(body, "body");
            if (path.equals("/health") && !speech.isCloud()) {
                return json(200, speech == Speech.BEFORE_1_0
                        ? JSON.createObjectNode().put("status", "healthy").put("timestamp", Instant.now().toString()).put("message", "ok")
                        : health());
            }
            checkKey(request, path);
            if (speech.speaksV1()) {
                return new V1Routes(this).handle(request.getMethod(), path, body);
            }
            return new V2Routes(this).handle(request.getMethod(), path, request.getUrl().queryParameter("session_id"), body);
        } catch (Problem problem) {
            return problem(problem, path);
        }
    }

    private ObjectNode health() {
        ObjectNode json = JSON.createObjectNode().put("status", "ok").put("version", "1.7.1");
        json.putObject("capabilities").put("llm", true).put("embed", true).put("rerank", false);
        return json;
    }

    private static JsonNode body(RecordedRequest request) {
        String text = request.getBody() == null ? "" : request.getBody().utf8();
        try {
            return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Problem(400, "InvalidParameter", "malformed JSON");
        }
    }

    /** In one of the dialects a null asks for what is empty, so no client should ever send one. */
    private static void refuseNulls(JsonNode json, String where) {
        if (json.isNull()) {
            throw Problem.value("null: " + where);
        }
        json.properties().forEach(entry -> refuseNulls(entry.getValue(), where + "." + entry.getKey()));
        json.forEach(each -> {
            if (json.isArray()) {
                refuseNulls(each, where + "[]");
            }
        });
    }

    private void checkKey(RecordedRequest request, String path) {
        if (!speech.isCloud()) {
            return;
        }
        String given = request.getHeaders().get("Authorization");
        if (!("Bearer " + KEY).equals(given)) {
            throw new Problem(401, "Unauthorized", "invalid api key");
        }
        boolean v2 = path.startsWith("/api/v2/");
        if (v2 != (speech == Speech.CLOUD_V2)) {
            throw new Problem(403, "Forbidden", "this key belongs to an account of another API version");
        }
    }

    private MockResponse problem(Problem problem, String path) {
        ObjectNode json = JSON.createObjectNode();
        if (speech.speaksV1()) {
            json.put("code", problem.code).put("message", problem.getMessage()).put("request_id", "unknown")
                    .put("timestamp", Instant.now().toString()).put("path", path);
        } else {
            json.put("request_id", "77").putObject("error").put("code", problem.code).put("message", problem.getMessage())
                    .put("timestamp", Instant.now().toString()).put("path", path);
        }
        return json(problem.status, json);
    }

    static MockResponse json(int status, JsonNode json) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json").body(json.toString()).build();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
