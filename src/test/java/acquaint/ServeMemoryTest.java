package acquaint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.command.Commands;
import acquaint.command.DeskServices;
import acquaint.command.Terminal;
import acquaint.instance.DeskLock;
import acquaint.instance.FirstInstance;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryChoice;
import acquaint.settings.Sharing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve-memory} as a process of its own: without a window, beside one, and how it ends. */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class ServeMemoryTest {

    private static final String KEY = "key of the environment";

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    /** A started command; closing it kills what is left of it. */
    private record Command(Process process, Path out, Path err) implements AutoCloseable {

        String said() throws IOException {
            return Files.readString(out, UTF_8) + Files.readString(err, UTF_8);
        }

        /** What it says where it shares, once it does. */
        JsonNode shared() throws Exception {
            while (!Files.readString(out, UTF_8).contains("}")) {
                assertTrue(process.isAlive(), this::toString);
                Thread.sleep(50);
            }
            return new ObjectMapper().readTree(Files.readString(out, UTF_8));
        }

        URI url() throws Exception {
            return URI.create(shared().path("url").asText());
        }

        int exit(int seconds) throws Exception {
            assertTrue(process.waitFor(seconds, TimeUnit.SECONDS), "it still runs: " + said());
            return process.exitValue();
        }

        @Override
        public String toString() {
            try {
                return said();
            } catch (IOException e) {
                return e.toString();
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private Command start(List<String> flags, Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("--data", "desk", "serve-memory"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("EVEROS_API_KEY");
        builder.environment().putAll(environment);
        return new Command(builder.start(), out, err);
    }

    private Command start(Map<String, String> environment, String... arguments) throws Exception {
        return start(List.of(), environment, arguments);
    }

    private int ask(URI url, String key) throws Exception {
        var request = HttpRequest.newBuilder(url.resolve("/api/v2/tasks")).timeout(Duration.ofSeconds(20)).header("Authorization", "Bearer " + key).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private Path copyOfToday() {
        return directory.resolve("desk/memory/backups/store-" + LocalDate.now() + ".db");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aTerminateSignalStopsItAtOnceWithoutAnErrorAndGivesThePortBack() throws Exception {
        int port = freePort();
        try (var command = start(Map.of(), "--json", "--dialect", "v2", "--port", Integer.toString(port))) {
            String key = command.shared().path("key").asText();
            assertEquals(200, ask(command.url(), key));
            // No window is there to do it.
            for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); !Files.exists(copyOfToday()); Thread.sleep(20)) {
                assertTrue(System.nanoTime() < end, "memory has its copy of the day");
            }
            Instant before = Instant.now();
            command.process().destroy();
            assertEquals(0, command.exit(20), command::toString);
            long took = Duration.between(before, Instant.now()).toMillis();
            assertTrue(took < 2_000, "it took " + took + " ms");
            assertTrue(command.said().contains("Stopped sharing."), command::toString);
            try (var again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertEquals(port, again.getLocalPort());
            }
        }
        // The key is kept, and shown once only.
        try (var command = start(Map.of(), "--json", "--port", "0")) {
            assertFalse(command.shared().has("key"), command::toString);
            new ProcessBuilder("kill", "-INT", Long.toString(command.process().pid())).start().waitFor();
            assertEquals(0, command.exit(20), command::toString);
        }
    }

    @Test
    void whoSendsHalfARequestIsCutOff() throws Exception {
        try (var command = start(List.of("-Dsun.net.httpserver.maxReqTime=1"), Map.of("EVEROS_API_KEY", KEY), "--json", "--port", "0")) {
            URI url = command.url();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
                socket.getOutputStream().write("POST /api/v1/memories HTTP/1.1\r\nHost: local".getBytes(UTF_8));
                socket.setSoTimeout(20_000);
                assertEquals(-1, socket.getInputStream().read());
            }
            assertEquals(403, ask(url, KEY), "others are answered as before");
        }
    }

    @Test
    void whereOthersComeInTlsIsNeededAndThatIsWrongUseWithoutIt() throws Exception {
        try (var command = start(Map.of(), "--host", "0.0.0.0")) {
            assertEquals(2, command.exit(60));
            assertTrue(command.said().contains("give --tls-cert and --tls-key, or --tls-keystore; without --host only this computer is served"), command::toString);
        }
        var held = new HeldCertificate.Builder().commonName("localhost").build();
        Files.writeString(directory.resolve("chain.pem"), held.certificatePem());
        Files.writeString(directory.resolve("key.pem"), held.privateKeyPkcs8Pem());
        try (var command = start(Map.of("EVEROS_API_KEY", KEY), "--host", "0.0.0.0", "--tls-cert", "chain.pem", "--tls-key", "key.pem", "--port", "0", "--json")) {
            assertEquals("https", command.url().getScheme());
            command.process().destroy();
            assertEquals(0, command.exit(20), command::toString);
        }
    }

    /** A window in another process would do the same; here it is in this one. */
    @Test
    void besideAWindowItWorksThroughItNamesItsOwnKeyAndStopsAsCleanly() throws Exception {
        var data = new DataDirectory(directory.resolve("desk")).create();
        try (var _ = DeskLock.acquire(data.root()).orElseThrow(); var wiring = Wiring.open(data, false);
                var _ = FirstInstance.listen(data.root(), new LaterStarts(wiring.services(), _ -> {}, _ -> false))) {
            try (var command = start(Map.of("EVEROS_API_KEY", KEY), "--json", "--dialect", "v2", "--port", "0")) {
                URI url = command.url();
                assertEquals(200, ask(url, KEY));
                assertEquals(401, ask(url, wiring.memory().sharing().keys().take().value()));
                command.process().destroy();
                assertEquals(0, command.exit(20), command::toString);
                assertTrue(command.said().contains("Stopped sharing."), command::toString);
                assertThrows(IOException.class, () -> ask(url, KEY));
            }
            wiring.memory().sharing().choose(new Sharing(true, Sharing.Dialect.V2, freePort()));
            URI shared = wiring.memory().sharing().status().url().orElseThrow();
            try (var command = start(Map.of(), "--port", Integer.toString(shared.getPort()))) {
                assertEquals(3, command.exit(60));
                assertTrue(command.said().contains("shares this memory at " + shared + " already (v2); use that, or name another port with --port"), command::toString);
            }
            try (var command = start(Map.of(), "--json", "--port", "0")) {
                URI url = command.url();
                wiring.memory().engines().use(wiring.memory().engines().service(MemoryChoice.Version.SELF_HOSTED, URI.create("http://127.0.0.1:1"), false), Optional.empty());
                assertEquals(3, command.exit(60));
                assertTrue(command.said().contains("the desk remembers elsewhere"), command::toString);
                assertThrows(IOException.class, () -> ask(url, KEY));
            }
        }
    }

    @Test
    void whenTheWindowClosesTheCommandSaysSo() throws Exception {
        var data = new DataDirectory(directory.resolve("desk")).create();
        Command command;
        try (var _ = DeskLock.acquire(data.root()).orElseThrow(); var wiring = Wiring.open(data, false);
                var _ = FirstInstance.listen(data.root(), new LaterStarts(wiring.services(), _ -> {}, _ -> false))) {
            command = start(Map.of(), "--json", "--port", "0");
            assertNotEquals(0, command.url().getPort());
        }
        try (command) {
            assertEquals(3, command.exit(60));
            assertTrue(command.said().contains("the window was closed, so the memory is no longer shared"), command::toString);
        }
    }

    /** What is copied is closed then, in the middle. */
    @Test
    void anotherMemoryInTheMiddleOfACopyEndsItWithItsReason() throws Exception {
        var data = new DataDirectory(directory.resolve("desk")).create();
        var err = new StringWriter();
        try (var _ = DeskLock.acquire(data.root()).orElseThrow(); var wiring = Wiring.open(data, false)) {
            DeskServices desk = wiring.services();
            var exchanged = copying(desk, () -> {
                try {
                    wiring.memory().engines().use(wiring.memory().engines().service(MemoryChoice.Version.SELF_HOSTED, URI.create("http://127.0.0.1:1"), false), Optional.empty());
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                throw new IllegalStateException("memory is closed");
            });
            var terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), directory, false);
            assertEquals(3, new Commands(terminal, (_, work) -> work.with(exchanged), (_, _) -> 0).run(List.of("serve-memory", "--port", "0")));
        }
        assertTrue(err.toString().contains("the desk remembers elsewhere"), err::toString);
    }

    private static DeskServices copying(DeskServices desk, Runnable copying) {
        return new DeskServices(desk.queue(), desk.conversations(), desk.intake(), desk.imports(), desk.drafts(), desk.briefs(), desk.recurring(), desk.measures(), desk.models(), desk.ledger(), desk.memory(), desk.engines(),
                desk.meaning(), desk.sharing(), desk.waiting(), desk.diagnostics(), desk.backlog(), copying);
    }

    /** The signal may come while the day's copy is made, where a file that is being written breaks off by an exception of its own. */
    @Test
    void stoppedInTheMiddleOfACopyItEndsAsCleanly() throws Exception {
        var data = new DataDirectory(directory.resolve("desk")).create();
        var out = new StringWriter();
        var err = new StringWriter();
        try (var _ = DeskLock.acquire(data.root()).orElseThrow(); var wiring = Wiring.open(data, false)) {
            DeskServices desk = wiring.services();
            var signalled = copying(desk, () -> {
                Thread.currentThread().interrupt();
                desk.copying().run();
            });
            var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), directory, false);
            int code = new Commands(terminal, (_, work) -> work.with(signalled), (_, _) -> 0).run(List.of("serve-memory", "--port", "0"));
            assertEquals(0, code, () -> out.toString() + err);
        }
        assertTrue(err.toString().contains("Stopped sharing."), () -> out.toString() + err);
    }
}
