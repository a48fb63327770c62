package acquaint.memory.local;

import static acquaint.memory.CustomerMemoryContract.ANA;
import static acquaint.memory.CustomerMemoryContract.BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Forgetting;
import acquaint.memory.MemoryException;
import acquaint.memory.RecallRequest;
import acquaint.memory.Say;
import acquaint.model.SessionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMemoryCrashTest {

    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        Path home = folder.resolve("memory");
        Random moments = new Random(20260301);
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = killedAfter(home, acknowledged, 10 + moments.nextInt(20), moments.nextInt(20_000_000));
            try (LocalMemory memory = LocalMemory.open(home)) {
                assertEquals("", memory.health().detail());
                Kept kept = Kept.in(home);
                assertEquals(kept.stored(), kept.indexed(), "after kill " + kill);
                for (int n = 1; n <= acknowledged; n++) {
                    assertEquals(1, passages(memory, n), "message " + n + " after kill " + kill);
                    assertEquals(1, episodes(memory, n), "episode " + n + " after kill " + kill);
                }
            }
        }
    }

    /** Lets a child write until it has acknowledged {@code count} more and some nanoseconds have passed; then kills it. */
    private int killedAfter(Path home, int from, int count, long nanos) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), "--enable-native-access=ALL-UNNAMED",
                        Writer.class.getName(), home.toString(), Integer.toString(from + 1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int acknowledged = from;
        try (BufferedReader answers = child.inputReader()) {
            for (int i = 0; i < count; i++) {
                acknowledged = read(answers.readLine());
            }
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            child.toHandle().destroyForcibly(); // The process itself would close the stream with the last answers.
            child.waitFor();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                acknowledged = read(line);
            }
        }
        assertTrue(acknowledged >= from + count);
        return acknowledged;
    }

    private static int read(String line) {
        assertNotNull(line, "the child ended by itself");
        return Integer.parseInt(line);
    }

    private static int passages(LocalMemory memory, int n) throws MemoryException, InterruptedException {
        return memory.recall(new RecallRequest(ANA, "number" + n, Optional.empty(), 10)).passages().size();
    }

    private static int episodes(LocalMemory memory, int n) throws MemoryException, InterruptedException {
        return (int) memory.recall(new RecallRequest(ANA, "number" + n, Optional.empty(), 10)).episodes().stream()
                .filter(episode -> episode.score() > 0 && episode.session().value().equals("ticket_" + n))
                .count();
    }

    /** Remembers and flushes session after session, forgets another customer now and then, and prints each number done. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws Exception {
            try (LocalMemory memory = LocalMemory.open(Path.of(args[0]))) {
                for (int n = Integer.parseInt(args[1]); ; n++) {
                    SessionId session = new SessionId("ticket_" + n);
                    memory.remember(ANA, session, List.of(Say.customer(n, "The kettle leaks, number" + n + ".")));
                    memory.flush(ANA, session);
                    memory.remember(BEN, session, List.of(Say.customer(n, "The kettle leaks.")));
                    if (n % 5 == 0) {
                        memory.forget(new Forgetting.Everything(BEN));
                    }
                    System.out.println(n);
                    System.out.flush();
                }
            }
        }
    }
}
