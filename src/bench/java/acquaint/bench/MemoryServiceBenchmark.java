package acquaint.bench;

import acquaint.casework.DeskOverlay;
import acquaint.casework.Flushing;
import acquaint.casework.Imports;
import acquaint.casework.Remembering;
import acquaint.memory.RecallRequest;
import acquaint.memory.everos.CloudV1;
import acquaint.memory.everos.CloudV2;
import acquaint.memory.everos.Dialect;
import acquaint.memory.everos.EverOsClient;
import acquaint.memory.everos.EverOsHttp;
import acquaint.memory.everos.EverOsMemory;
import acquaint.memory.everos.Limits;
import acquaint.memory.everos.SelfHosted;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import acquaint.outbox.Handler;
import acquaint.outbox.Outbox;
import acquaint.store.Desk;
import acquaint.store.Effect;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * What the client of a memory service costs, beside a server on loopback that takes 50 ms for each answer: what a recall
 * takes longer than the server itself, and how fast a backlog of writes is drained. Prints JSON; the README's table is made
 * of it by hand.
 */
public final class MemoryServiceBenchmark {

    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int WARM_UP = 200;
    private static final int RECALLS = 1_000;
    private static final int WRITES = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** One recall's time beyond the server's own, in milliseconds. */
    record Recalls(String dialect, Latencies.Summary total, Latencies.Summary overhead) {}

    /** How fast {@code messages} in {@code tickets} were handed over. */
    record Drained(int tickets, int messages, int calls, double seconds, double messagesPerSecond) {}

    private MemoryServiceBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("acquaint-bench");
        var results = new LinkedHashMap<String, Object>();
        try (var server = new SlowService(LATENCY)) {
            results.put("recall", List.of(recalls(server, new CloudV1(), work), recalls(server, new CloudV2(), work)));
            results.put("drain", List.of(drain(server, work, 20), drain(server, work, 2_000)));
        }
        results.put("processors", Runtime.getRuntime().availableProcessors());
        System.out.println(JSON.writeValueAsString(results));
    }

    private static EverOsMemory memory(SlowService server, Dialect dialect, Desk desk) {
        var http = new EverOsHttp(server.url(), Optional.of("key"), Limits.selfHosted(), Clock.systemUTC());
        return new EverOsMemory(new EverOsClient(http, dialect), new DeskOverlay(desk, "bench"), Clock.systemUTC(), EverOsMemory.GRACE);
    }

    private static Recalls recalls(SlowService server, Dialect dialect, Path work) throws Exception {
        var total = new Latencies();
        var overhead = new Latencies();
        try (var desk = Desk.open(Files.createTempDirectory(work, "recall"), Clock.systemUTC()); var memory = memory(server, dialect, desk)) {
            for (int i = 0; i < WARM_UP + RECALLS; i++) {
                var request = new RecallRequest(new CustomerId("customer_" + i % 50), "the kettle leaks at the handle", Optional.of(new SessionId("ticket_" + i)), 8);
                server.forgetTimes();
                long begun = System.nanoTime();
                memory.recall(request);
                long took = System.nanoTime() - begun;
                if (i >= WARM_UP) {
                    total.add(took);
                    overhead.add(took - server.longest());
                }
            }
        }
        return new Recalls(dialect.name(), total.summary(), overhead.summary());
    }

    private static Drained drain(SlowService server, Path work, int tickets) throws Exception {
        Path folder = Files.createTempDirectory(work, "drain");
        Path file = conversations(folder, tickets, WRITES / tickets);
        try (var desk = Desk.open(folder, Clock.systemUTC()); var memory = memory(server, new SelfHosted(), desk);
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            new Imports(desk, Clock.systemUTC(), "bench").run(file, _ -> {});
            Handler none = _ -> Handler.Outcome.DONE;
            try (var outbox = new Outbox(desk, Clock.systemUTC(), Map.of(Effect.Kind.DELIVER, none, Effect.Kind.FIND_PROMISES, none,
                    Effect.Kind.REMEMBER, new Remembering(desk, memory), Effect.Kind.FLUSH, new Flushing(memory)), workers)) {
                int before = server.calls();
                long begun = System.nanoTime();
                outbox.drain(_ -> {});
                double seconds = (System.nanoTime() - begun) / 1e9;
                return new Drained(tickets, WRITES, server.calls() - before, Math.round(seconds * 10) / 10.0, Math.round(WRITES / seconds));
            }
        }
    }

    private static Path conversations(Path folder, int tickets, int each) throws Exception {
        var lines = new ArrayList<String>();
        Instant first = Instant.parse("2026-01-05T09:00:00Z");
        for (int ticket = 0; ticket < tickets; ticket++) {
            var messages = new ArrayList<String>();
            for (int i = 0; i < each; i++) {
                messages.add("{\"from\":\"" + (i % 2 == 0 ? "customer" : "agent") + "\",\"at\":\"" + first.plusSeconds(60L * i)
                        + "\",\"text\":\"The kettle of order " + ticket + "." + i + " leaks at the handle, and I would like another one.\"}");
            }
            lines.add("{\"id\":\"B-" + ticket + "\",\"channel\":\"chat\",\"status\":\"open\",\"customer\":{\"id\":\"customer_" + ticket % 500
                    + "\",\"name\":\"Customer\"},\"messages\":[" + String.join(",", messages) + "]}");
        }
        return Files.write(folder.resolve("conversations.jsonl"), lines);
    }
}
