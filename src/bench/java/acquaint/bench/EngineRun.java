package acquaint.bench;

import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.local.LocalMemory;
import acquaint.memory.local.SentenceModel;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded memory in a process of its own: makes its index, starts, or is asked. Only by way of its port. */
public final class EngineRun {

    /** Until the index was whole, of that at work on all processors together, and what the process took by then. */
    record Built(double seconds, double processor, ResidentMemory memory) {

        static Built since(long begun) throws IOException {
            double processor = ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
            return new Built((System.nanoTime() - begun) / 1e9, processor, ResidentMemory.ofThisProcess());
        }
    }

    /** Milliseconds from the call of {@code open}: until it returned, until the first answer by words, until the first by meaning. */
    record Started(double open, double words, double meaning, List<Double> next, ResidentMemory memory) {}

    /** Times by what was asked. */
    record Asked(Latencies.Summary embedding, Map<SearchMethod, Latencies.Summary> anybody, Map<SearchMethod, Latencies.Summary> largest,
            Map<SearchMethod, Latencies.Summary> others, long found, ResidentMemory memory, double load) {}

    private static final int WARM_UP = 400;
    private static final int FIRST = 50;
    /** The largest customer and all others are asked fewer questions: their times differ less. */
    private static final int PART = 4;
    private static final List<SearchMethod> METHODS = List.of(SearchMethod.HYBRID, SearchMethod.KEYWORD, SearchMethod.VECTOR);
    private static final ObjectMapper JSON = new ObjectMapper();

    private EngineRun() {}

    /** {@code build|start|ask}, the memory's directory, the size and the result's file. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        SpeedSize size = JSON.readValue(arguments[2], SpeedSize.class);
        Object result = switch (arguments[0]) {
            case "build" -> build(directory);
            case "start" -> start(directory, size);
            default -> ask(directory, size);
        };
        JSON.writeValue(Path.of(arguments[3]).toFile(), result);
        System.exit(0);
    }

    private static Built build(Path directory) throws Exception {
        long begun = System.nanoTime();
        try (var memory = LocalMemory.open(directory)) {
            while (memory.health().remaking().isPresent()) {
                Thread.sleep(50);
            }
            return Built.since(begun);
        }
    }

    private static Started start(Path directory, SpeedSize size) throws Exception {
        var questions = new Returning(size).new Questions(11);
        RecallRequest first = questions.ofAnybody(SearchMethod.KEYWORD);
        long begun = System.nanoTime();
        try (var memory = LocalMemory.open(directory, Optional.of(SentenceModel::new))) {
            double open = millisSince(begun);
            memory.recall(first);
            double words = millisSince(begun);
            RecallRequest byMeaning = questions.ofAnybody(SearchMethod.HYBRID);
            while (memory.recall(byMeaning).method() != SearchMethod.HYBRID) {
                Thread.sleep(2);
            }
            double meaning = millisSince(begun);
            var next = new Latencies();
            for (int i = 0; i < FIRST; i++) {
                time(next, memory, questions.ofAnybody(SearchMethod.HYBRID));
            }
            Latencies.Summary summary = next.summary();
            return new Started(open, words, meaning, List.of(summary.p50(), summary.max()), ResidentMemory.ofThisProcess());
        }
    }

    private static double millisSince(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Asked ask(Path directory, SpeedSize size) throws Exception {
        var questions = new Returning(size).new Questions(0);
        var anybody = new EnumMap<SearchMethod, Latencies.Summary>(SearchMethod.class);
        var largest = new EnumMap<SearchMethod, Latencies.Summary>(SearchMethod.class);
        var others = new EnumMap<SearchMethod, Latencies.Summary>(SearchMethod.class);
        long found = 0;
        try (var memory = LocalMemory.open(directory, Optional.of(SentenceModel::new))) {
            while (memory.recall(questions.ofAnybody(SearchMethod.HYBRID)).method() != SearchMethod.HYBRID) {
                Thread.sleep(20);
            }
            memory.awaitMeaning();
            for (int i = 0; i < WARM_UP; i++) {
                for (SearchMethod method : METHODS) {
                    memory.recall(questions.ofAnybody(method));
                }
                memory.precedents(questions.ofAnybody(SearchMethod.HYBRID));
            }
            for (SearchMethod method : METHODS) {
                var times = new Latencies();
                for (int i = 0; i < size.queries(); i++) {
                    found += time(times, memory, questions.ofAnybody(method));
                }
                anybody.put(method, times.summary());
                var ofLargest = new Latencies();
                for (int i = 0; i < size.queries() / PART; i++) {
                    found += time(ofLargest, memory, questions.of(Returning.LARGEST, method));
                }
                largest.put(method, ofLargest.summary());
            }
            for (SearchMethod method : List.of(SearchMethod.HYBRID, SearchMethod.KEYWORD)) {
                var times = new Latencies();
                for (int i = 0; i < size.queries() / PART; i++) {
                    RecallRequest request = questions.ofAnybody(method);
                    long begun = System.nanoTime();
                    found += memory.precedents(request).size();
                    times.add(System.nanoTime() - begun);
                }
                others.put(method, times.summary());
            }
            var used = ResidentMemory.ofThisProcess();
            return new Asked(embedding(questions, size), anybody, largest, others, found, used, load());
        }
    }

    /** What of the times is the model's. */
    private static Latencies.Summary embedding(Returning.Questions questions, SpeedSize size) throws Exception {
        var times = new Latencies();
        try (var model = new SentenceModel()) {
            for (int i = 0; i < size.queries() / PART; i++) {
                List<String> words = List.of(questions.words());
                long begun = System.nanoTime();
                model.of(words);
                times.add(System.nanoTime() - begun);
            }
        }
        return times.summary();
    }

    /** Of the whole machine in the last minute, this process included. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static int time(Latencies times, LocalMemory memory, RecallRequest request) throws Exception {
        long begun = System.nanoTime();
        var recall = memory.recall(request);
        times.add(System.nanoTime() - begun);
        if (recall.method() != request.method()) {
            System.err.println("asked by " + request.method() + ", answered by " + recall.method() + ": " + request.words());
        }
        return recall.episodes().size() + recall.passages().size();
    }
}
