package acquaint;

import acquaint.reply.provider.RecordingModel;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Walks the way of somebody who is new, by a real pointer and real keys in the program's own window on an empty directory, and counts what it takes: to the first draft
 * on the demo desk, and to the first draft that a model on loopback writes from an imported history. Prints JSON; ends with 1 where there is no draft. Arguments:
 * optionally a file of conversations instead of a generated one. Main thread.
 */
public final class NewcomersPath {

    /** The two ways. */
    enum Way { DEMO_DESK, OWN_HISTORY }

    /** One thing done; seconds are those until what it brings was seen. */
    record Step(String what, double seconds) {}

    /**
     * What a way took. {@code fields} were filled by {@code characters}, {@code drops} are files dropped onto the window. {@code seconds} run from the start of the process
     * until the draft stands in the reply; {@code waiting} are those of them in which the program was waited for. {@code hands} are what a practised person's hands and
     * mind would take instead of the script's, without reading, by the keystroke-level model (Card, Moran and Newell, 1980).
     */
    record Walk(Way way, int clicks, int drops, int keys, int fields, int characters, double seconds, double waiting, double hands, List<Step> steps) {}

    /** {@code load} is the system's, of the last minute. */
    record Report(List<Walk> ways, int processors, double load) {}

    /** Seconds of the keystroke-level model: to point, to press and release a button, to think of an action, to press a key, to move the hand between mouse and keyboard. */
    private static final double POINT = 1.1;
    private static final double BUTTON = 0.2;
    private static final double THINK = 1.35;
    private static final double KEY = 0.28;
    private static final double HOME = 0.4;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** What begins the line by which a child tells its parent what it found. */
    private static final String FOUND = "walk: ";

    private final Way way;
    private final long begun;
    private final ProgramOnScreen program;
    private final List<Step> steps = new ArrayList<>();
    private int clicks;
    private int drops;
    private int fields;
    private int characters;
    private long last;
    private long waited;

    private NewcomersPath(Way way, long begun, ProgramOnScreen program) {
        this.way = way;
        this.begun = begun;
        this.program = program;
        this.last = begun;
    }

    public static void main(String[] arguments) {
        int code = 1;
        try {
            if (arguments.length > 0 && arguments[0].equals("--walk")) {
                walk(Way.valueOf(arguments[1]), Optional.of(arguments).filter(all -> all.length > 2).map(all -> Path.of(all[2])));
            } else {
                report(List.of(arguments));
            }
            code = 0;
        } catch (AssertionError | Exception e) {
            System.err.println("The way of somebody who is new was not walked to its end: " + e.getMessage());
        }
        System.exit(code);
    }

    /** Each way in a process of its own, so that both begin cold. */
    private static void report(List<String> file) throws Exception {
        var ways = new ArrayList<Walk>();
        for (Way way : Way.values()) {
            ways.add(child(way, file));
        }
        System.out.println(JSON.writeValueAsString(new Report(ways, Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())));
    }

    private static Walk child(Way way, List<String> file) throws Exception {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NewcomersPath.class.getName(), "--walk", way.name()));
        command.addAll(file);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(way + " ended with exit code " + process.exitValue());
        }
        return JSON.readValue(said.lines().filter(line -> line.startsWith(FOUND)).findFirst().orElseThrow().substring(FOUND.length()), Walk.class);
    }

    private static void walk(Way way, Optional<Path> history) throws Exception {
        long before = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        Path directory = Files.createTempDirectory("acquaint-newcomer");
        try {
            Walk walk = way == Way.DEMO_DESK ? onTheDemoDesk(directory, before) : onAnImportedHistory(directory, before, history);
            System.out.println(FOUND + new ObjectMapper().writeValueAsString(walk));
        } finally {
            delete(directory);
        }
    }

    /** {@code before}: milliseconds that went before this call. */
    static Walk onTheDemoDesk(Path directory, long before) throws Exception {
        long begun = System.nanoTime() - before * 1_000_000;
        try (var program = ProgramOnScreen.start(directory)) {
            var path = new NewcomersPath(Way.DEMO_DESK, begun, program);
            path.see("the welcome", () -> program.isVisible("#openDemo"));
            path.click("#openDemo");
            path.see("the demo desk", () -> program.isTitled("Demo desk") && program.isVisible(".queue-subject"));
            path.draft(() -> true);
            return path.walk();
        }
    }

    /** The same with a model and a history of one's own, which is generated where there is no {@code file}. */
    static Walk onAnImportedHistory(Path directory, long before, Optional<Path> file) throws Exception {
        long begun = System.nanoTime() - before * 1_000_000;
        Path history = file.isPresent() ? file.get() : GeneratedHistory.write(Files.createTempFile("history", ".jsonl"));
        try (var model = new RecordingModel().says(GeneratedHistory::answer); var program = ProgramOnScreen.start(directory)) {
            var path = new NewcomersPath(Way.OWN_HISTORY, begun, program);
            path.connect(model);
            path.bring(history);
            path.draft(() -> !known(program).isEmpty());
            path.check(model, file.isEmpty());
            return path.walk();
        } finally {
            if (file.isEmpty()) {
                Files.delete(history);
            }
        }
    }

    private void connect(RecordingModel model) throws Exception {
        see("the welcome", () -> program.isVisible("#nextWelcome"));
        click("#nextWelcome");
        see("what can be connected", () -> program.isVisible("#setUpCONNECT_MODEL"));
        click("#setUpCONNECT_MODEL");
        see("the form", () -> program.isVisible("#service"));
        click("#service");
        see("the services", () -> program.shows("Another OpenAI-compatible service"));
        clickWords("Another OpenAI-compatible service");
        see("where it is asked for", () -> program.isVisible("#modelAddress"));
        fill("#modelAddress", model.url().toString());
        click("#listModels");
        see("its only model", () -> program.textIn("#modelName").contains(RecordingModel.NAME));
        click("#testModel");
        see("that it works", () -> program.shows("It works"));
        click("#applyModel");
        see("that it is connected", () -> program.shows(RecordingModel.NAME + " at 127.0.0.1") || program.shows(RecordingModel.NAME + " at localhost"));
    }

    private void bring(Path history) throws Exception {
        click("#nextWelcome");
        see("where history is brought", () -> program.isVisible("#chooseHistory"));
        program.drop(".welcome", history);
        drops++;
        see("the history imported", () -> program.shows(history.getFileName() + " was imported"));
        click("#nextWelcome");
        see("the desk", () -> !program.isVisible(".welcome") && program.isVisible(".queue-subject"));
    }

    /** From the queue to a draft in the reply. */
    private void draft(Callable<Boolean> known) throws Exception {
        clickTop(".queue-subject");
        see("the ticket", () -> program.isVisible(".messages") && program.isVisible("#draft"));
        see("what is known of the customer", known);
        click("#draft");
        see("the draft", () -> program.isVisible("#acceptDraft") && program.textIn(".draft-layer").strip().length() > 40);
        click("#acceptDraft");
        see("the draft in the reply", () -> !program.textIn(".composer-text").isBlank());
    }

    /** The draft must be the model's, and the model must have seen what memory knows of the customer. */
    private void check(RecordingModel model, boolean generated) {
        String saw = model.bodies().getLast();
        if (!program.textIn(".composer-text").contains(GeneratedHistory.SIGN)) {
            throw new AssertionError("the draft is not the model's: " + program.textIn(".composer-text"));
        }
        if (known(program).stream().noneMatch(remembered -> isIn(saw, remembered))) {
            throw new AssertionError("the model saw nothing of what is remembered: " + saw);
        }
        if (generated && !program.textIn(".composer-text").contains(GeneratedHistory.FACT)) {
            throw new AssertionError("the draft rests on nothing of the history: " + program.textIn(".composer-text"));
        }
    }

    /** What the sidebar shows of earlier tickets. */
    private static Collection<String> known(ProgramOnScreen program) {
        return program.textsOf(".memory-sections .memory-text");
    }

    /** Most of the words: what is personal is masked. */
    private static boolean isIn(String body, String remembered) {
        List<String> words = Arrays.stream(remembered.split("[^\\p{L}]+")).filter(word -> word.length() > 3).toList();
        return !words.isEmpty() && words.stream().filter(body::contains).count() >= 0.6 * words.size();
    }

    private void see(String what, Callable<Boolean> there) throws Exception {
        long from = System.nanoTime();
        program.see(what, there);
        long now = System.nanoTime();
        waited += now - (steps.isEmpty() ? begun : from);
        steps.add(new Step(what, seconds(now - last)));
        last = now;
    }

    private void click(String query) {
        program.click(query);
        clicks++;
    }

    private void clickTop(String query) {
        program.clickTop(query);
        clicks++;
    }

    private void clickWords(String words) {
        program.clickWords(words);
        clicks++;
    }

    private void fill(String query, String words) {
        click(query);
        program.type(words);
        fields++;
        characters += words.length();
    }

    private Walk walk() {
        double hands = (clicks + drops) * (THINK + POINT + BUTTON) + drops * (POINT + BUTTON) + fields * 2 * HOME + characters * KEY;
        return new Walk(way, clicks, drops, 0, fields, characters, seconds(last - begun), seconds(waited), Math.round(hands * 10) / 10.0, List.copyOf(steps));
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e8) / 10.0;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
