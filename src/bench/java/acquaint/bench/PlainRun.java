package acquaint.bench;

import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the embedded memory is compared with, in a process of its own: is built of the memory's file, or asked. */
public final class PlainRun {

    /** One way of searching, without an engine. Answers how much it found. */
    interface Plain extends AutoCloseable {

        List<SearchMethod> methods();

        int ofCustomer(RecallRequest request) throws Exception;

        int ofAll(RecallRequest request) throws Exception;
    }

    /** Times by what was asked. */
    record Asked(Map<SearchMethod, Latencies.Summary> anybody, Map<SearchMethod, Latencies.Summary> largest, Map<SearchMethod, Latencies.Summary> all,
            long found, ResidentMemory memory, double load) {}

    static final String VECTORS = "vectors";

    private static final int WARM_UP = 400;
    private static final int PART = 4;
    /** Where a question to all takes a second, fewer must do. */
    private static final long PATIENCE_NANOS = 45_000_000_000L;
    private static final int LEAST = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainRun() {}

    /** {@code build|ask}, {@code vectors|rows}, the memory's directory, its own, the size and the result's file. */
    public static void main(String[] arguments) throws Exception {
        boolean vectors = arguments[1].equals(VECTORS);
        Path memory = Path.of(arguments[2]);
        Path directory = Path.of(arguments[3]);
        Object result;
        if (arguments[0].equals("build")) {
            long begun = System.nanoTime();
            if (vectors) {
                PlainVectors.build(memory, directory);
            } else {
                PlainRows.build(memory, directory);
            }
            result = EngineRun.Built.since(begun);
        } else {
            try (Plain plain = vectors ? new PlainVectors(directory) : new PlainRows(directory)) {
                result = ask(plain, JSON.readValue(arguments[4], SpeedSize.class));
            }
        }
        JSON.writeValue(Path.of(arguments[5]).toFile(), result);
        System.exit(0);
    }

    private static Asked ask(Plain plain, SpeedSize size) throws Exception {
        var questions = new Returning(size).new Questions(0);
        var anybody = new EnumMap<SearchMethod, Latencies.Summary>(SearchMethod.class);
        var largest = new EnumMap<SearchMethod, Latencies.Summary>(SearchMethod.class);
        var all = new EnumMap<SearchMethod, Latencies.Summary>(SearchMethod.class);
        long found = 0;
        for (SearchMethod method : plain.methods()) {
            for (int i = 0; i < WARM_UP; i++) {
                plain.ofCustomer(questions.ofAnybody(method));
            }
            var times = new Latencies();
            for (int i = 0; i < size.queries(); i++) {
                found += time(times, plain::ofCustomer, questions.ofAnybody(method));
            }
            anybody.put(method, times.summary());
            var ofLargest = new Latencies();
            for (int i = 0; i < size.queries() / PART; i++) {
                found += time(ofLargest, plain::ofCustomer, questions.of(Returning.LARGEST, method));
            }
            largest.put(method, ofLargest.summary());
            var ofAll = new Latencies();
            long begun = System.nanoTime();
            for (int i = 0; i < size.queries() / PART && (i < LEAST || System.nanoTime() - begun < PATIENCE_NANOS); i++) {
                found += time(ofAll, plain::ofAll, questions.ofAnybody(method));
            }
            all.put(method, ofAll.summary());
        }
        return new Asked(anybody, largest, all, found, ResidentMemory.ofThisProcess(), EngineRun.load());
    }

    @FunctionalInterface
    private interface Search {
        int found(RecallRequest request) throws Exception;
    }

    private static int time(Latencies times, Search search, RecallRequest request) throws Exception {
        long begun = System.nanoTime();
        int found = search.found(request);
        times.add(System.nanoTime() - begun);
        return found;
    }
}
