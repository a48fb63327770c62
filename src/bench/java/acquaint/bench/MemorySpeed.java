package acquaint.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Generates the memory of many customers, has the engine make its index, starts it, and asks it by its port; and does the
 * same with Lucene's and SQLite's own means on the same texts and vectors. Prints one table; {@code results.json} beside the
 * memory holds all that was measured. Each measurement is in a process of its own. Progress goes to standard error.
 */
@Command(name = "memory-speed", mixinStandardHelpOptions = true, sortOptions = false)
public final class MemorySpeed implements Callable<Integer> {

    /** What one way of searching costs on the disk and to make. */
    record Disk(long megabytes, EngineRun.Built built) {}

    /** Everything of one run; {@code cold} is null where the system's cache could not be emptied of the files. */
    record Results(SpeedSize size, MemoryGenerator.Generated generated, long storeMegabytes, Disk index, EngineRun.Started cold, List<EngineRun.Started> warm,
            EngineRun.Asked asked, Disk vectorsDisk, PlainRun.Asked vectors, Disk rowsDisk, PlainRun.Asked rows, int processors) {}

    private static final int WARM_STARTS = 3;
    private static final List<String> SIMD = List.of("--add-modules", "jdk.incubator.vector", "-Xmx4g");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(names = "--customers", defaultValue = "100000", description = "Customers. Default: ${DEFAULT-VALUE}.")
    private int customers;

    @Option(names = "--memories", defaultValue = "1000000", description = "Messages and episodes, about. Default: ${DEFAULT-VALUE}.")
    private int memories;

    @Option(names = "--scripts", defaultValue = "5000", description = "Different tickets that are embedded. Default: ${DEFAULT-VALUE}.")
    private int scripts;

    @Option(names = "--queries", defaultValue = "2000", description = "Questions of each kind. Default: ${DEFAULT-VALUE}.")
    private int queries;

    @Option(names = "--seed", defaultValue = "20260101", description = "Another seed gives another memory. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--work", defaultValue = "target/bench-memory-speed", description = "Where it is put; what is there from before is deleted.")
    private Path work;

    @Option(names = "--engine-only", description = "Leaves out what the engine is compared with.")
    private boolean engineOnly;

    @Option(names = "--jvm", split = " ", description = "The launcher's flags.")
    private List<String> jvm = List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED");

    private SpeedSize size;
    private Child child;
    private Path memory;
    private Path index;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MemorySpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        size = new SpeedSize(customers, memories, scripts, queries, seed);
        child = new Child(jvm, System.getProperty("java.class.path"));
        memory = work.resolve("memory");
        index = memory.resolve("index");
        if (Files.exists(work)) {
            delete(work);
        }
        var generated = MemoryGenerator.generate(size, memory);
        long store = megabytes(memory);
        System.err.println("making the index");
        var built = engine("build", EngineRun.Built.class);
        var disk = new Disk(megabytes(index), built);
        System.err.printf("made in %.0f s%n", built.seconds());
        EngineRun.Started cold = forgetByTheSystem(memory) ? engine("start", EngineRun.Started.class) : null;
        var warm = new ArrayList<EngineRun.Started>();
        for (int i = 0; i < WARM_STARTS; i++) {
            warm.add(engine("start", EngineRun.Started.class));
        }
        System.err.println("asking");
        var asked = engine("ask", EngineRun.Asked.class);
        Disk vectors = engineOnly ? null : plainDisk(PlainRun.VECTORS);
        PlainRun.Asked vectorsAsked = engineOnly ? null : plain("ask", PlainRun.VECTORS, PlainRun.Asked.class);
        Disk rows = engineOnly ? null : plainDisk("rows");
        PlainRun.Asked rowsAsked = engineOnly ? null : plain("ask", "rows", PlainRun.Asked.class);
        var results = new Results(size, generated, store, disk, cold, warm, asked, vectors, vectorsAsked, rows, rowsAsked,
                Runtime.getRuntime().availableProcessors());
        JSON.writeValue(work.resolve("results.json").toFile(), results);
        String table = SpeedTable.of(results);
        Files.writeString(work.resolve("results.md"), table);
        System.out.println(table);
        return 0;
    }

    private <T> T engine(String what, Class<T> type) throws Exception {
        Path result = work.resolve(what + ".json");
        child.run(List.of(), EngineRun.class, what, memory.toString(), size(), result.toString());
        return JSON.readValue(result.toFile(), type);
    }

    private <T> T plain(String what, String which, Class<T> type) throws Exception {
        System.err.println(what + " plain " + which);
        Path result = work.resolve(which + "-" + what + ".json");
        child.run(which.equals(PlainRun.VECTORS) ? SIMD : List.of(), PlainRun.class, what, which, memory.toString(), work.resolve(which).toString(), size(), result.toString());
        return JSON.readValue(result.toFile(), type);
    }

    private Disk plainDisk(String which) throws Exception {
        var built = plain("build", which, EngineRun.Built.class);
        return new Disk(megabytes(work.resolve(which)), built);
    }

    private String size() throws IOException {
        return new ObjectMapper().writeValueAsString(size);
    }

    /** Has the system's cache drop the files' pages, by a program that only some systems have; false where that did not work. */
    private static boolean forgetByTheSystem(Path directory) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(directory)) {
            files = walked.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                if (new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0").redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() != 0) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private static long megabytes(Path directory) throws IOException {
        try (Stream<Path> walked = Files.walk(directory)) {
            return walked.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / 1_000_000;
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(directory)) {
            all = walked.toList();
        }
        for (Path one : all.reversed()) {
            Files.delete(one);
        }
    }
}
