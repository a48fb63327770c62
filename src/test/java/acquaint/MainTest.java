package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.instance.DeskLock;
import acquaint.instance.FirstInstance;
import acquaint.settings.DataDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, as a script starts it. */
@Timeout(120)
class MainTest {

    private record Ran(int code, String out, String err) {}

    @TempDir
    Path directory;

    private Ran run(String... arguments) throws Exception {
        return run(List.of(), arguments);
    }

    private Ran run(List<String> flags, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        Process process = new ProcessBuilder(command).directory(directory.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new Ran(process.waitFor(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void aCommandAnswersOnStandardOutputOnlyAndLoadsNothingOfTheWindow() throws Exception {
        Path classes = directory.resolve("classes.txt");
        Ran ran = run(List.of("-Xlog:class+load:file=" + classes), "--data", "desk", "--demo", "tickets", "--view", "all");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("Zofia Wiśniewska"), ran.out());
        assertEquals("", ran.err());
        try (var loaded = Files.lines(classes)) {
            assertEquals(List.of(), loaded.filter(line -> line.contains(" javafx.")).toList());
        }
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertEquals(0, run("--version").code());
        assertEquals(2, run("nonsense").code());
        assertEquals(3, run("--data", "desk", "show", "none").code());
    }

    @Test
    void whileAWindowIsOpenACommandWorksThroughIt() throws Exception {
        var asked = new AtomicInteger();
        var data = new DataDirectory(directory.resolve("desk")).create();
        try (var _ = DeskLock.acquire(data.root()).orElseThrow(); var wiring = Wiring.open(data, true);
                var _ = FirstInstance.listen(data.root(), new LaterStarts(wiring.services(), _ -> asked.incrementAndGet(), _ -> false))) {
            Ran ran = run("--data", "desk", "tickets", "--view", "all");
            assertEquals(0, ran.code(), ran.err());
            assertTrue(ran.out().contains("Olúwaṣeun"), ran.out());
            assertEquals(3, run("--data", "desk", "show", "none").code());
            assertEquals(0, asked.get());
            assertEquals(0, run("--data", "desk").code());
            assertEquals(1, asked.get(), "the second start brought the window to the front");
        }
        assertFalse(Files.exists(data.root().resolve("instance.json")));
    }
}
