package acquaint.bench;

import acquaint.settings.DataDirectory;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.store.Desk;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Generates a large desk, works with the program's window on it by keys, and prints what it measured: JSON on standard output,
 * the README's table beside it in {@code results.md}. Progress goes to standard error. Starts are {@link StartBench}'s.
 */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class Benchmark implements Callable<Integer> {

    /** Everything of one run. */
    record Results(Machine machine, DeskSize desk, long deskMegabytes, WindowProbe.Measured window, WindowProbe.Measured withoutFrames) {}

    /** What it was measured on. */
    record Machine(String os, String processor, int processors, String java, List<String> jvm) {}

    /** A pulse each millisecond instead of every 16.7: what is left is work. */
    private static final List<String> WITHOUT_FRAMES = List.of("-Djavafx.animation.pulse=1000");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(names = "--tickets", defaultValue = "100000", description = "Tickets of the desk. Default: ${DEFAULT-VALUE}.")
    private int tickets;

    @Option(names = "--messages", defaultValue = "1000000", description = "Messages of the desk. Default: ${DEFAULT-VALUE}.")
    private int messages;

    @Option(names = "--remembered", defaultValue = "100000", description = "Tickets that memory knows. Default: ${DEFAULT-VALUE}.")
    private int remembered;

    @Option(names = "--seed", defaultValue = "20260101", description = "Another seed gives another desk. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--steps", defaultValue = "240", description = "Steps by J and K. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--words", defaultValue = "24", description = "Words typed into the filter, in each of two views. Default: ${DEFAULT-VALUE}.")
    private int words;

    @Option(names = "--only", description = "desk: nothing but this.")
    private String only;

    @Option(names = "--work", defaultValue = "target/bench", description = "Where the desk and the results are put.")
    private Path work;

    @Option(names = "--jvm", split = " ", description = "The launcher's flags.")
    private List<String> jvm = List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED");

    @Option(names = "--class-path", description = "Of the measured processes. Default: this one's.")
    private String classPath = System.getProperty("java.class.path");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var size = DeskSize.of(tickets, messages, remembered, seed);
        Path desk = new DeskGenerator(work, size).desk();
        if ("desk".equals(only)) {
            return 0;
        }
        prepare(desk);
        var child = new Child(jvm, classPath);
        var results = new Results(machine(), size, Files.size(desk.resolve("desk.db")) >> 20,
                window(child, desk, List.of()), window(child, desk, WITHOUT_FRAMES));
        JSON.writeValue(work.resolve("results.json").toFile(), results);
        Files.writeString(work.resolve("results.md"), Table.of(results));
        System.out.println(JSON.writeValueAsString(results));
        return 0;
    }

    /** The agent's name decides what is theirs; today's backup is made now, so that it does not fall into a measurement. */
    private static void prepare(Path desk) throws Exception {
        asAtFirst(desk);
        try (Desk opened = Desk.open(desk, Clock.systemUTC())) {
            long begun = System.nanoTime();
            if (opened.backUp().isPresent()) {
                System.err.printf("today's backup made in %.1f s%n", (System.nanoTime() - begun) / 1e9);
            }
        }
    }

    /** The window comes back as it was left, and each measurement is to begin alike. */
    static void asAtFirst(Path desk) throws Exception {
        new SettingsFile(new DataDirectory(desk).settings()).save(Settings.firstStart(People.ME));
    }

    private WindowProbe.Measured window(Child child, Path desk, List<String> flags) throws Exception {
        asAtFirst(desk);
        Path plans = work.resolve("filter-plans.json");
        Path measured = work.resolve("measured.json");
        JSON.writeValue(plans.toFile(), FilterPlan.of(desk, words, seed));
        System.err.println("working with the window " + String.join(" ", flags));
        child.run(flags, WindowProbe.class, desk.toString(), plans.toString(), Integer.toString(steps), measured.toString());
        return JSON.readValue(measured.toFile(), WindowProbe.Measured.class);
    }

    private Machine machine() throws Exception {
        Path cpu = Path.of("/proc/cpuinfo");
        String processor = !Files.exists(cpu) ? "" : Files.readAllLines(cpu).stream()
                .filter(line -> line.startsWith("model name")).map(line -> line.replaceFirst(".*:\\s*", "")).findFirst().orElse("");
        return new Machine(System.getProperty("os.name") + " " + System.getProperty("os.version"), processor,
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.vm.version"), jvm);
    }
}
