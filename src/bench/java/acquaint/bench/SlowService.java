package acquaint.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A service on loopback that takes its time and answers as a memory service would, always the same. */
final class SlowService implements AutoCloseable {

    private static final String EPISODE = """
            {"id":"e%1$d","user_id":"u","session_id":"ticket_old_%1$d","timestamp":"2026-02-0%1$dT10:00:00Z","subject":"Leaking kettle",
            "summary":"The kettle leaked at the handle and a new one was sent.","episode":"%2$s","atomic_facts":[{"id":"f","content":"The kettle leaked."}],"score":0.5}""";

    static {
        // This server writes head and body apart: without this the second waits some 40 ms for the first to be acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Duration latency;
    private final byte[] found;
    private final AtomicLong longest = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();

    SlowService(Duration latency) throws IOException {
        this.latency = latency;
        var episodes = new StringBuilder();
        for (int i = 1; i <= 8; i++) {
            episodes.append(i > 1 ? "," : "").append(EPISODE.formatted(i, "What was said in this matter. ".repeat(40)));
        }
        found = ("{\"request_id\":\"1\",\"data\":{\"episodes\":[" + episodes + "],\"profiles\":[],\"raw_messages\":[],\"unprocessed_messages\":[],"
                + "\"total_count\":8,\"count\":8}}").getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int calls() {
        return calls.get();
    }

    void forgetTimes() {
        longest.set(0);
    }

    /** The longest that an answer took here since, in nanoseconds. */
    long longest() {
        return longest.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long begun = System.nanoTime();
        calls.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String path = exchange.getRequestURI().getPath();
        byte[] body = path.endsWith("search") || path.endsWith("get") ? found
                : ("{\"request_id\":\"1\",\"data\":{\"status\":\"" + (path.endsWith("flush") ? "extracted" : "accumulated") + "\",\"message_count\":1}}")
                        .getBytes(StandardCharsets.UTF_8);
        longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
