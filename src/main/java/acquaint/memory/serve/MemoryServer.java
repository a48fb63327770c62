package acquaint.memory.serve;

import acquaint.memory.MemoryException;
import acquaint.memory.local.LocalMemory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;

/**
 * Answers the EverOS API from the embedded memory, each request on a thread of its own: on this computer, or with TLS beyond it.
 * {@link Admission} says who may ask.
 */
public final class MemoryServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MemoryServer.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BACKLOG = 64;
    private static final int SECONDS_TO_END = 1;
    private static final String[] TLS = {"TLSv1.3", "TLSv1.2"};

    static {
        HttpLimits.set();
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-serve-", 0).factory());
    private final Dialect dialect;
    private final Listening at;
    private final Admission admission;
    private final RequestReader reader;
    private final Api api;

    private MemoryServer(HttpServer server, LocalMemory memory, Dialect dialect, String key, Listening at, Clock clock) {
        this.server = server;
        this.dialect = dialect;
        this.at = at;
        this.admission = new Admission(dialect, key, at);
        this.reader = new RequestReader(dialect);
        var shelf = new Shelf(memory);
        var tasks = new Tasks(clock);
        this.api = dialect == Dialect.V1 ? new V1Api(shelf, tasks, clock) : new V2Api(shelf, tasks, dialect, clock);
    }

    /** Listens on this computer only; {@code port} 0 takes a free one. {@code memory} stays open when this is closed. */
    public static MemoryServer start(LocalMemory memory, Dialect dialect, String key, int port, Clock clock) throws IOException {
        return start(memory, dialect, key, Listening.here(port), clock);
    }

    /** Listens from now on. {@link java.net.BindException} where the address cannot be had. */
    public static MemoryServer start(LocalMemory memory, Dialect dialect, String key, Listening at, Clock clock) throws IOException {
        HttpServer http = listen(at);
        var server = new MemoryServer(http, memory, dialect, key, at, clock);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    private static HttpServer listen(Listening at) throws IOException {
        var address = new InetSocketAddress(at.address(), at.port());
        if (at.tls().isEmpty()) {
            return HttpServer.create(address, BACKLOG);
        }
        HttpsServer https = HttpsServer.create(address, BACKLOG);
        https.setHttpsConfigurator(new HttpsConfigurator(at.tls().get()) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                parameters.setProtocols(TLS);
                connection.setSSLParameters(parameters);
            }
        });
        return https;
    }

    /** Where it listens, as programs have to be told it. */
    public URI url() {
        return at.url(server.getAddress().getPort());
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
                answer = told(problem(e), path);
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

    private Problem problem(MemoryException e) {
        return e.kind() == MemoryException.Kind.REFUSED ? Problem.invalid(dialect, "the memory does not do this: " + e.getMessage())
                : new Problem(500, dialect == Dialect.V1 ? "InternalError" : "INTERNAL_ERROR", "the memory could not do this");
    }

    private Answer answer(HttpExchange exchange, String path) throws IOException, MemoryException, InterruptedException {
        admission.check(exchange.getRequestHeaders(), path);
        // A HEAD is a GET whose answer is left out.
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        if (!methods().contains(method)) {
            exchange.getResponseHeaders().set("Allow", "HEAD, " + String.join(", ", methods()));
            throw new Problem(405, dialect == Dialect.V1 ? "MethodNotAllowed" : "METHOD_NOT_ALLOWED", "Method Not Allowed");
        }
        return api.answer(reader.read(exchange, method, path));
    }

    /** Only the first version changes anything by other methods than POST. */
    private List<String> methods() {
        return dialect == Dialect.V1 ? List.of("GET", "POST", "PUT", "PATCH") : List.of("GET", "POST");
    }

    private Answer told(Problem problem, String path) {
        ObjectNode json = Answer.object();
        if (dialect == Dialect.V1) {
            json.put("code", problem.code()).put("message", problem.getMessage()).put("request_id", Answer.requestId())
                    .put("timestamp", Instant.now().toString()).put("path", path);
        } else {
            ObjectNode error = json.put("request_id", Answer.requestId()).putObject("error");
            error.put("code", problem.code()).put("message", problem.getMessage());
            problem.type().ifPresent(type -> error.put("type", type));
            error.put("timestamp", Instant.now().toString()).put("path", path);
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
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        // Closed before the request is, of which a rest that nobody sends would be waited for.
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Lets requests in hand be answered for a second; afterwards none of them touches the memory any more, and the port is free. */
    @Override
    public void close() {
        server.stop(SECONDS_TO_END);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "a request to the memory server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
