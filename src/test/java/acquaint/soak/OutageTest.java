package acquaint.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Speech;
import acquaint.memory.everos.server.Spoken;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemorySettings;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The memory service is down while 500 messages are written in 20 tickets and the program is killed twice; then it is up and
 * the program is killed twice while it catches up. In the end all have arrived once, in order, each ticket's flush last.
 *
 * <p>{@code ./mvnw verify -Psoak -Dtest=OutageTest} does it at each service; {@code -Dsoak.seed=N} makes other moments.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutageTest {

    private static final int TICKETS = 20;
    private static final int MESSAGES = 25;
    private static final Instant FIRST = Instant.parse("2026-03-03T09:00:00Z");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(value = Speech.class, names = "CLOUD_V1")
    void allThatWasWrittenMeanwhileArrivesOnceAndInOrder(Speech speech) throws Exception {
        check(speech);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(value = Speech.class, names = {"CLOUD_V1", "CLOUD_V2", "SELF_HOSTED", "BEFORE_1_0"})
    void allThatWasWrittenMeanwhileArrivesOnceAndInOrderAtEachService(Speech speech) throws Exception {
        check(speech);
    }

    private void check(Speech speech) throws Exception {
        var random = new Random(Long.getLong("soak.seed", 20_261_123L));
        try (var server = EverOsServer.start(speech)) {
            Path file = prepare(speech, server);
            server.stop();
            kill(program(file), 900 + random.nextInt(600));
            kill(program(file), 900 + random.nextInt(600));
            assertEquals(0, end(program(file)));
            assertEquals(0, server.sessions().size());

            server.resume();
            server.latency(Duration.ofMillis(60));
            kill(program(file), 900 + random.nextInt(900));
            kill(program(file), 900 + random.nextInt(900));
            server.latency(Duration.ZERO);
            catchUp(file);
            inspect(server);
        }
    }

    /** A desk that remembers at this server, and the conversations to be written. */
    private Path prepare(Speech speech, EverOsServer server) throws Exception {
        Path desk = Files.createDirectories(directory.resolve("desk"));
        var version = switch (speech) {
            case CLOUD_V1 -> MemoryChoice.Version.CLOUD_V1;
            case CLOUD_V2 -> MemoryChoice.Version.CLOUD_V2;
            default -> MemoryChoice.Version.SELF_HOSTED;
        };
        new SettingsFile(desk.resolve("settings.json")).save(Settings.firstStart("lee.park")
                .withMemory(MemorySettings.EMBEDDED.use(new MemoryChoice.EverOs(version, server.url(), "test"))));
        var lines = new ArrayList<String>();
        for (int ticket = 1; ticket <= TICKETS; ticket++) {
            var line = new StringBuilder("{\"id\":\"T-" + ticket + "\",\"channel\":\"chat\",\"status\":\"closed\",\"subject\":\"Kettle " + ticket
                    + "\",\"customer\":{\"id\":\"customer_" + ticket % 7 + "\",\"name\":\"Customer " + ticket % 7 + "\"},\"messages\":[");
            for (int message = 1; message <= MESSAGES; message++) {
                line.append(message > 1 ? "," : "").append("{\"from\":\"").append(message % 2 == 1 ? "customer" : "agent").append("\",\"at\":\"")
                        .append(FIRST.plusSeconds(60L * message)).append("\",\"text\":\"").append(text(ticket, message)).append("\"}");
            }
            lines.add(line.append("]}").toString());
        }
        return Files.write(directory.resolve("conversations.jsonl"), lines);
    }

    private static String text(int ticket, int message) {
        return "Ticket " + ticket + ", message " + message + ".";
    }

    /** The program itself, as a script would start it. */
    private Process program(Path file) throws Exception {
        var command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "acquaint.Main",
                "--data", directory.resolve("desk").toString(), "import", file.toString());
        command.environment().put("EVEROS_API_KEY", EverOsServer.KEY);
        command.environment().remove("EVER_OS_BASE_URL");
        return command.redirectErrorStream(true).redirectOutput(directory.resolve("said.txt").toFile()).start();
    }

    /** A kill that came too late is no kill: the program must still have been at work. */
    private static void kill(Process process, int after) throws Exception {
        process.waitFor(after, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private static int end(Process process) throws Exception {
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), "the program did not end");
        return process.exitValue();
    }

    /** What a kill left unclear is looked for some seconds later, which a run of the program does not wait for. */
    private void catchUp(Path file) throws Exception {
        for (int run = 1; run <= 20; run++) {
            assertEquals(0, end(program(file)));
            if (!Files.readString(directory.resolve("said.txt")).contains("wait to be remembered")) {
                return;
            }
            Thread.sleep(2_000);
        }
        throw new AssertionError("still waiting: " + Files.readString(directory.resolve("said.txt")));
    }

    private void inspect(EverOsServer server) throws Exception {
        assertEquals(TICKETS, server.sessions().size(), () -> "sessions: " + server.sessions());
        for (int ticket = 1; ticket <= TICKETS; ticket++) {
            var expected = new ArrayList<String>(List.of("Kettle " + ticket));
            for (int message = 1; message <= MESSAGES; message++) {
                expected.add(text(ticket, message));
            }
            List<String> arrived = server.messages("ticket_T-" + ticket).stream().map(Spoken::content).toList();
            assertEquals(expected, arrived, "ticket " + ticket + " arrived " + arrived.size() + ", " + new HashSet<>(arrived).size() + " different");
            List<Integer> flushes = server.flushes("ticket_T-" + ticket);
            assertTrue(!flushes.isEmpty() && flushes.stream().allMatch(count -> count == expected.size()), "flushes of ticket " + ticket + ": "
                    + Arrays.toString(flushes.toArray()));
        }
    }
}
