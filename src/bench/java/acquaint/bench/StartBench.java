package acquaint.bench;

import acquaint.settings.DataDirectory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts an empty window and the program by turns, each as Maven starts it and from the image without and with its start cache, and prints as JSON how long each
 * takes to its first frame and to a usable queue, how much memory the program has after a start and after work, and how large image and installers are.
 */
@Command(name = "bench-start", mixinStandardHelpOptions = true, sortOptions = false)
public final class StartBench implements Callable<Integer> {

    /** Milliseconds from the start of the process. */
    record Start(String what, Latencies.Summary firstFrame, Latencies.Summary usableQueue) {}

    /** MiB resident: 12 seconds after the queue was usable, and after so many minutes of work in which so many replies were sent. */
    record Memory(String desk, long afterStart, double minutes, long replies, long afterWork) {}

    private record Way(String name, List<String> command) {}

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** As {@code exec:exec} starts it. */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:SweeperThreshold=100", "-Xms96m", "-Xmn32m", "-Xmx1g");
    /** What packaging/linux/acquaint adds. */
    private static final List<String> INSTALLED = List.of("-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:TrimNativeHeapInterval=30000", "-Xlog:aot*=off", "-Xlog:cds*=off");

    @Option(names = "--image", defaultValue = "target/image/acquaint", description = "What packaging/build.sh made. Default: ${DEFAULT-VALUE}.")
    private Path image;

    @Option(names = "--desk", description = "A desk that Benchmark --only desk made. Default: the demo desk alone.")
    private Path large;

    @Option(names = "--rounds", defaultValue = "9", description = "Starts of each kind, beside one that is not counted. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--minutes", defaultValue = "60", description = "How long the program is worked with. Default: ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(names = "--installers", defaultValue = "target/installer", description = "Default: ${DEFAULT-VALUE}.")
    private Path installers;

    @Option(names = "--work", defaultValue = "target/bench", description = "Where the demo desk is put. Default: ${DEFAULT-VALUE}.")
    private Path work;

    @Option(names = "--classes", defaultValue = "target/test-classes", description = "Where this bench is. Default: ${DEFAULT-VALUE}.")
    private Path classes;

    private final Map<String, Latencies> first = new LinkedHashMap<>();
    private final Map<String, Latencies> usable = new LinkedHashMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StartBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var ways = List.of(new Way("by Maven", maven()), new Way("image without start cache", image(false)), new Way("image with start cache", image(true)));
        var desks = new LinkedHashMap<String, List<String>>();
        desks.put("demo desk", List.of(work.resolve("start-demo").toAbsolutePath().toString(), "--demo"));
        if (large != null) {
            Benchmark.asAtFirst(large);
            ReadyStarts.choose(large, false);
            desks.put(large.getFileName().toString(), List.of(large.toAbsolutePath().toString(), "-"));
        }
        for (int round = 0; round <= rounds; round++) {
            for (Way way : ways) {
                time("empty window, " + way.name(), way, List.of("empty"), round);
                for (var desk : desks.entrySet()) {
                    time(desk.getKey() + ", " + way.name(), way, program(desk.getValue(), -1), round);
                }
            }
        }
        var results = new LinkedHashMap<String, Object>();
        results.put("load", Files.exists(Path.of("/proc/loadavg")) ? Files.readString(Path.of("/proc/loadavg")).strip() : "");
        results.put("processors", Runtime.getRuntime().availableProcessors());
        results.put("starts", first.keySet().stream().map(what -> new Start(what, first.get(what).summary(), usable.get(what).summary())).toList());
        results.put("ready", new ReadyStarts(ways.getLast().command(), rounds).measure(desks));
        results.put("memory", memory(ways.getLast(), desks));
        results.put("bytes", sizes());
        System.out.println(JSON.writeValueAsString(results));
        return 0;
    }

    private static List<String> program(List<String> desk, double minutes) {
        return Stream.concat(Stream.concat(Stream.of("program"), desk.stream()), Stream.of(Double.toString(minutes))).toList();
    }

    private void time(String what, Way way, List<String> arguments, int round) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var heard = new TreeMap<String, Long>();
        run(way, arguments, line -> heard.putIfAbsent(line, System.nanoTime() - begun));
        System.err.printf("%d of %d, %s: %d and %d ms%n", round, rounds, what, heard.get(StartWatch.FIRST) / 1_000_000, heard.get(StartWatch.USABLE) / 1_000_000);
        var firsts = first.computeIfAbsent(what, _ -> new Latencies());
        var usables = usable.computeIfAbsent(what, _ -> new Latencies());
        if (round > 0) {
            firsts.add(heard.get(StartWatch.FIRST));
            usables.add(heard.get(StartWatch.USABLE));
        }
    }

    /** All desks at a time, which spares an hour; each has a process of its own. */
    private List<Memory> memory(Way way, Map<String, List<String>> desks) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var found = new ArrayList<Future<Memory>>();
            for (var desk : desks.entrySet()) {
                found.add(threads.submit(() -> memory(way, desk.getKey(), desk.getValue())));
            }
            var memories = new ArrayList<Memory>();
            for (Future<Memory> each : found) {
                memories.add(each.get());
            }
            return memories;
        }
    }

    private Memory memory(Way way, String name, List<String> desk) throws IOException, InterruptedException {
        long before = sent(desk);
        var told = new TreeMap<String, Long>();
        run(way, program(desk, minutes), line -> {
            for (String word : List.of(StartWatch.STARTED, StartWatch.WORKED)) {
                if (line.startsWith(word)) {
                    told.put(word, Long.valueOf(line.substring(word.length())));
                }
            }
        });
        long replies = sent(desk) - before;
        if (minutes >= 1 && replies == 0) {
            throw new IOException("in " + minutes + " minutes no reply was sent on " + name + ": what was measured is no work");
        }
        return new Memory(name, told.get(StartWatch.STARTED), minutes, replies, told.get(StartWatch.WORKED));
    }

    private static long sent(List<String> desk) throws IOException {
        Path outgoing = new DataDirectory(Path.of(desk.getFirst())).outgoing();
        if (!Files.isDirectory(outgoing)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(outgoing)) {
            return files.count();
        }
    }

    private static void run(Way way, List<String> arguments, java.util.function.Consumer<String> said) throws IOException, InterruptedException {
        var command = new ArrayList<>(way.command());
        command.add(StartWatch.class.getName());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process process = builder.start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said);
        }
        if (process.waitFor() != 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + String.join(" ", command));
        }
    }

    private List<String> maven() {
        var flags = new ArrayList<>(FLAGS);
        flags.add("--enable-native-access=ALL-UNNAMED");
        return command(ProcessHandle.current().info().command().orElse("java"), flags, System.getProperty("java.class.path"));
    }

    private List<String> image(boolean cached) throws IOException {
        Path app = image.toAbsolutePath().resolve("lib/app");
        var flags = new ArrayList<>(FLAGS);
        flags.addAll(INSTALLED);
        flags.addAll(List.of("-Dorg.sqlite.lib.path=" + app, "-Donnxruntime.native.path=" + app, "--enable-native-access=ALL-UNNAMED,javafx.graphics"));
        if (cached) {
            flags.add("-XX:AOTCache=" + app.resolve("acquaint.aot"));
        }
        String libraries = Files.readAllLines(app.resolve("classpath")).stream().map(jar -> app.resolve(jar).toString())
                .reduce((left, right) -> left + java.io.File.pathSeparator + right).orElseThrow();
        return command(image.toAbsolutePath().resolve("lib/runtime/bin/java").toString(), flags, libraries + java.io.File.pathSeparator + classes.toAbsolutePath());
    }

    private static List<String> command(String java, List<String> flags, String classPath) {
        var command = new ArrayList<String>();
        command.add(java);
        command.addAll(flags);
        // Alike for all, and on machines without a screen.
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-cp", classPath));
        return command;
    }

    private Map<String, Long> sizes() throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(image)) {
            sizes.put("image", files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum());
        }
        if (Files.isDirectory(installers)) {
            try (Stream<Path> files = Files.list(installers)) {
                files.forEach(file -> sizes.put(file.getFileName().toString(), file.toFile().length()));
            }
        }
        return sizes;
    }
}
