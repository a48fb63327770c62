package acquaint.bench;

import acquaint.casework.Queue;
import acquaint.store.Desk;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What the palette looks for at each key of a word that is typed, on a desk of 100,000 tickets: the search of the queue's index, which runs beside the JavaFX thread. Prints JSON, in
 * milliseconds; of the processor and on the clock, since other programs share the machine. Arguments: how many tickets (100000), and how often all words are typed (10).
 */
public final class PaletteBench {

    private static final long SEED = 20_260_101;
    private static final Path FOLDER = Path.of("target/bench");
    /** As many as the palette asks for. */
    private static final int MOST = 40;
    private static final int WARM_UP = 2;
    /** Subjects, names, numbers, two words at once, and words that no ticket has. */
    private static final List<String> WORDS = List.of("kettle", "refund", "zimmermann", "björk", "t-51234", "c-9021", "silva tent", "telescope", "warranty", "robin vale",
            "xylophone", "zzyzx", "quorum", "kettledrum", "schmidtke", "t-999999", "refund zebra", "sehr geehrte");

    private enum Kind { FIRST_LETTER, FOUND, NOT_FOUND }

    private record Times(List<Long> processor, List<Long> clock) {}

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Kind, Times> times = new EnumMap<>(Kind.class);
    private final Queue queue;

    private PaletteBench(Queue queue) {
        this.queue = queue;
    }

    public static void main(String[] arguments) throws Exception {
        int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Path folder = new DeskGenerator(FOLDER, DeskSize.of(tickets, 4 * tickets, 0, SEED)).desk();
        try (var desk = Desk.open(folder, Clock.systemUTC())) {
            var queue = new Queue(desk, People.ME);
            queue.loadOpen();
            queue.loadClosed();
            var bench = new PaletteBench(queue);
            bench.type(WARM_UP);
            bench.times.clear();
            bench.type(rounds);
            System.out.println("{\"tickets\": " + tickets + ", \"rounds\": " + rounds + ",\n \"first letter\": " + bench.told(Kind.FIRST_LETTER)
                    + ",\n \"found\": " + bench.told(Kind.FOUND) + ",\n \"not found\": " + bench.told(Kind.NOT_FOUND) + "}");
        }
    }

    private void type(int rounds) {
        var random = new Random(SEED);
        var words = new ArrayList<>(WORDS);
        for (int i = 0; i < rounds; i++) {
            Collections.shuffle(words, random);
            words.forEach(word -> IntStream.rangeClosed(1, word.length()).forEach(length -> key(word.substring(0, length))));
        }
    }

    private void key(String typed) {
        long processor = threads.getCurrentThreadCpuTime();
        long clock = System.nanoTime();
        Queue.Found found = queue.find(typed, MOST);
        long clockAfter = System.nanoTime();
        long processorAfter = threads.getCurrentThreadCpuTime();
        Kind kind = typed.length() == 1 ? Kind.FIRST_LETTER : found.tickets().isEmpty() && found.customers().isEmpty() ? Kind.NOT_FOUND : Kind.FOUND;
        Times of = times.computeIfAbsent(kind, _ -> new Times(new ArrayList<>(), new ArrayList<>()));
        of.processor().add(processorAfter - processor);
        of.clock().add(clockAfter - clock);
    }

    private String told(Kind kind) {
        Times of = times.get(kind);
        return "{\"keys\": %d, \"processor\": %s, \"clock\": %s}".formatted(of.clock().size(), percentiles(of.processor()), percentiles(of.clock()));
    }

    private static String percentiles(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(Locale.ROOT, "{\"p50\": %.2f, \"p99\": %.2f, \"max\": %.2f}", percentile(sorted, 50), percentile(sorted, 99), percentile(sorted, 100));
    }

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
