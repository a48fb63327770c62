package acquaint.memory.serve;

import acquaint.memory.MemoryException;
import acquaint.memory.local.LocalMemory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers the EverOS API from the embedded memory, on this computer only, each request on a thread of its own. Whoever asks
 * has to name the key; a self-hosted server's dialect knows none and needs none here, but one that is wrong is refused.
 */
public final class MemoryServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MemoryServer.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BACKLOG = 64;
    /** 500 messages of some pages each. */
    private static final int LONGEST = 32 << 20;
    private static final String BEARER = "Bearer ";

    static {
        // The server writes head and body apart: without this the second waits some 40 ms for the first to be acknowledged.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-serve-", 0).factory());
    private final Dialect dialect;
    private final String key;
    private final Api api;

    private MemoryServer(HttpServer server, LocalMemory memory, Dialect dialect, String key, Clock clock) {
        this.server = server;
        this.dialect = dialect;
        this.key = key;
        var shelf = new Shelf(memory);
        var tasks = new Tasks(clock);
        this.api = dialect == Dialect.V1 ? new V1Api(shelf, tasks) : new V2Api(shelf, tasks, dialect);
    }

    /** Listens from now on; {@code port} 0 takes a free one. {@code memory} stays open when this is closed. */
    public static MemoryServer start(LocalMemory memory, Dialect dialect, String key, int port, Clock clock) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        var server = new MemoryServer(http, memory, dialect, key, clock);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Answer answer;
            try {
                answer = answer(exchange, path);
            } catch (Problem problem) {
                answer = told(problem, path);
            } catch (MemoryException e) {
                LOG.log(Level.WARNING, "a request to the memory server failed", e);
                answer = told(new Problem(e.kind() == MemoryException.Kind.REFUSED ? 422 : 500, "INTERNAL_ERROR", "the memory could not do this"), path);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer = told(new Problem(503, "EXTERNAL_SERVICE_UNAVAILABLE", "the server is stopping"), path);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a request to the memory server broke off", e);
                answer = told(new Problem(500, dialect == Dialect.V1 ? "SYSTEM_ERROR" : "INTERNAL_ERROR", "something went wrong"), path);
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange, String path) throws IOException, MemoryException, InterruptedException {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null) {
            throw new Problem(403, "Forbidden", "this server is not for web pages");
        }
        checkKey(exchange, path);
        return api.answer(new Request(exchange.getRequestMethod(), path, query(exchange.getRequestURI()), body(exchange)));
    }

    /** In the time that any key takes. */
    private void checkKey(HttpExchange exchange, String path) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null && dialect == Dialect.OSS) {
            return;
        }
        boolean right = given != null && given.startsWith(BEARER)
                && MessageDigest.isEqual(given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
        if (!right) {
            throw new Problem(401, "Unauthorized", "missing or invalid API key");
        }
        boolean other = dialect == Dialect.V1 ? path.startsWith("/api/v2/") : dialect == Dialect.V2 && path.startsWith("/api/v1/");
        if (other) {
            throw new Problem(403, "Forbidden", "this server speaks " + dialect.name().toLowerCase(Locale.ROOT) + " of the API, and the path is of another version");
        }
    }

    private JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new Problem(413, dialect == Dialect.V1 ? "InvalidParameter" : "BAD_REQUEST", "the request is longer than " + LONGEST + " bytes");
        }
        if (bytes.length == 0) {
            if (exchange.getRequestMethod().equals("POST") && dialect == Dialect.V1) {
                throw new Problem(400, "InvalidParameter", "the body is empty");
            }
            return Answer.object();
        }
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        throw new Problem(dialect == Dialect.OSS ? 422 : 400, dialect == Dialect.V1 ? "InvalidParameter" : "INVALID_INPUT", "the body is not a JSON object");
    }

    private static Map<String, String> query(URI uri) {
        var query = new HashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                query.put(decoded(equals < 0 ? pair : pair.substring(0, equals)), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "BAD_REQUEST", "the query cannot be read");
        }
    }

    private Answer told(Problem problem, String path) {
        ObjectNode json = Answer.object();
        if (dialect == Dialect.V1) {
            json.put("code", problem.code()).put("message", problem.getMessage()).put("request_id", Answer.requestId())
                    .put("timestamp", Instant.now().toString()).put("path", path);
        } else {
            json.put("request_id", Answer.requestId()).putObject("error").put("code", problem.code()).put("message", problem.getMessage())
                    .put("timestamp", Instant.now().toString()).put("path", path);
        }
        return Answer.of(problem.status(), json);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.body().isEmpty()) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] bytes = JSON.writeValueAsBytes(answer.body().get());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Lets requests in hand be answered for a second. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }
}
