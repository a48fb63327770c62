package acquaint.bench;

import acquaint.Main;
import acquaint.settings.DataDirectory;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the program while its window is closed and it stays ready, as somebody does who chose that. */
final class ReadyStarts {

    /** Milliseconds from the start of the second process to a usable queue, and the MiB resident that the program which stays ready has out of sight. */
    record Ready(String desk, Latencies.Summary usableQueue, long resident) {}

    private final List<String> command;
    private final int rounds;

    /** {@code command} starts a JVM, up to the name of a class. */
    ReadyStarts(List<String> command, int rounds) {
        this.command = command;
        this.rounds = rounds;
    }

    List<Ready> measure(Map<String, List<String>> desks) throws IOException, InterruptedException {
        var all = new ArrayList<Ready>();
        for (var desk : desks.entrySet()) {
            Path directory = Path.of(desk.getValue().getFirst());
            choose(directory, true);
            try {
                all.add(measure(desk.getKey(), directory));
            } finally {
                choose(directory, false);
            }
        }
        return all;
    }

    /** Whether the program stays ready on this desk when its window is closed. */
    static void choose(Path desk, boolean staysReady) throws IOException {
        var file = new SettingsFile(new DataDirectory(desk).settings());
        file.load(Settings.firstStart(System.getProperty("user.name")));
        file.change(settings -> settings.withDesktop(settings.desktop().withStaysReady(staysReady)));
    }

    private Ready measure(String name, Path desk) throws IOException, InterruptedException {
        Process first = start(StartWatch.class, "ready", desk.toString());
        try (var said = new BufferedReader(new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8))) {
            var usable = new Latencies();
            long resident = Long.parseLong(await(said, StartWatch.READY));
            for (int round = 0; round <= rounds; round++) {
                long begun = System.nanoTime();
                Process second = start(Main.class, "--data", desk.toString());
                await(said, StartWatch.USABLE);
                long nanos = System.nanoTime() - begun;
                System.err.printf("%d of %d, %s, ready: %d ms%n", round, rounds, name, nanos / 1_000_000);
                if (second.waitFor() != 0) {
                    throw new IOException("the second start ended with " + second.exitValue());
                }
                if (round > 0) {
                    usable.add(nanos);
                }
                resident = Long.parseLong(await(said, StartWatch.READY));
            }
            return new Ready(name, usable.summary(), resident);
        } finally {
            first.destroy();
            first.waitFor();
        }
    }

    private Process start(Class<?> main, String... arguments) throws IOException {
        var whole = new ArrayList<>(command);
        whole.add(main.getName());
        whole.addAll(List.of(arguments));
        var builder = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    /** What follows the word on the line that begins with it. */
    private static String await(BufferedReader said, String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length());
            }
        }
        throw new IOException("the program that stays ready has ended before it said: " + word);
    }
}
