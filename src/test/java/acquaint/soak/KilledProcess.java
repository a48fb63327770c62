package acquaint.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The parent's side of a {@link DeskProcess}: starts it, hears what it says, kills it. */
final class KilledProcess {

    /** 128 and the number of SIGKILL: the process ended by nothing else. */
    private static final int KILLED = 128 + 9;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path errors;
    private final Process process;
    private final List<Step> steps = new ArrayList<>();
    private final Thread reader;
    private boolean ended;

    KilledProcess(DeskProcess.Life life) throws IOException {
        Path temporary = Files.createDirectories(life.directory().resolve("tmp"));
        errors = life.directory().resolve("errors.txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path")));
        command.add(DeskProcess.class.getName());
        command.addAll(List.of(life.arguments()));
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c == '\n') {
                    hear(Step.of(line.toString()));
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (steps) {
                ended = true;
                steps.notifyAll();
            }
        }
    }

    private void hear(Step step) {
        synchronized (steps) {
            steps.add(step);
            steps.notifyAll();
        }
    }

    /** Returns when the child has said such a step, or has ended. */
    void await(Predicate<Step> awaited) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        synchronized (steps) {
            for (int seen = 0; !ended; steps.wait(100)) {
                for (; seen < steps.size(); seen++) {
                    if (awaited.test(steps.get(seen))) {
                        return;
                    }
                }
                if (System.nanoTime() > until) {
                    throw new AssertionError("the child does not get on: " + steps.size() + " steps");
                }
            }
        }
    }

    /** Kills the child, which must still have been alive and well, and returns all that it said. */
    List<Step> kill() throws InterruptedException, IOException {
        // Not Process.destroyForcibly(), which also throws away what the child has said and nobody has read yet.
        process.toHandle().destroyForcibly();
        int code = process.waitFor();
        reader.join();
        String said = Files.readString(errors);
        if (code != KILLED || said.contains("SEVERE")) {
            throw new AssertionError("the child ended with " + code + " and said\n" + said);
        }
        return List.copyOf(steps);
    }
}
