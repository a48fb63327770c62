package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.command.Commands;
import acquaint.command.Terminal;
import acquaint.instance.Invocation;
import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Fault;
import acquaint.memory.everos.server.Speech;
import acquaint.memory.local.EmbeddingsStub;
import acquaint.settings.MemoryEnvironment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a memory service: for one call by options, or because the environment says so. */
@Timeout(120)
class MemoryCommandsTest {

    private static final String TICKETS = """
            {"id":"LF-1","channel":"email","subject":"Broken tent pole","status":"closed","customer":{"id":"ana.ruiz","name":"Ana Ruiz","email":"ana@example.com"},"messages":[{"from":"customer","at":"2026-03-03T18:00:47Z","text":"My tent pole snapped."},{"from":"agent","author":"Noor","at":"2026-03-03T18:10:47Z","text":"I have sent you a stronger pole."}]}
            {"id":"LF-2","channel":"email","subject":"Wet tent","customer":{"id":"ana.ruiz","name":"Ana Ruiz","email":"ana@example.com"},"messages":[{"from":"customer","at":"2026-09-03T18:00:47Z","text":"The tent leaks at the seam."}]}
            """;

    @TempDir
    Path directory;

    private static final MemoryEnvironment WORDS_ALONE = new MemoryEnvironment(Optional.empty(), Optional.empty(), true);

    private MemoryEnvironment environment = WORDS_ALONE;
    private StringWriter out;
    private StringWriter err;

    @BeforeEach
    void bringTickets() throws Exception {
        Files.writeString(directory.resolve("two.jsonl"), TICKETS);
        assertEquals(0, run("import", "two.jsonl"), () -> err.toString());
    }

    @AfterEach
    void restoreLog() throws Exception {
        java.util.logging.LogManager.getLogManager().readConfiguration();
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        var line = Stream.concat(Stream.of("--data", "desk"), Stream.of(arguments)).toList();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), directory, false);
        var desk = new OwnDesk(new Invocation(line, directory, false), terminal, environment);
        return new Commands(terminal, desk, (_, _) -> 0).run(line);
    }

    private JsonNode json(int exit, String... arguments) throws Exception {
        assertEquals(exit, run(arguments), () -> err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    private void key(String key) {
        environment = new MemoryEnvironment(Optional.empty(), Optional.of(key), true);
    }

    @Test
    void theMemoryOfThisComputerAnswers() throws Exception {
        assertEquals(0, run("memory", "test"));
        assertEquals("The memory on this computer answers. It finds by words alone.\n", out.toString());
        assertEquals("connected", json(0, "memory", "test", "--engine", "local", "--json").path("result").asText());
    }

    @Test
    void aTestOfThisComputersMemoryAsksTheEmbeddingsServerToo() throws Exception {
        try (var server = new EmbeddingsStub()) {
            environment = MemoryEnvironment.of(Map.of("ACQUAINT_EMBEDDINGS", server.url().toString(), "ACQUAINT_EMBEDDINGS_MODEL", "two-matters", "ACQUAINT_EMBEDDINGS_KEY", "canary"));
            JsonNode told = json(0, "memory", "test", "--json");
            assertEquals("server", told.path("found_by").asText());
            assertEquals("works", told.path("embeddings").path("result").asText());
            assertEquals(8, told.path("embeddings").path("dimensions").asInt());
            assertTrue(told.path("capabilities").path("vector").asBoolean());
            assertEquals(0, run("memory", "test"));
            assertTrue(out.toString().contains("by meaning with two-matters at " + server.url() + ": 8 dimensions"), out.toString());

            server.refusing = (_, _) -> EmbeddingsStub.answer(401, "{}");
            assertEquals("bad_key", json(3, "memory", "test", "--json").path("embeddings").path("result").asText());
            assertEquals(3, run("memory", "test"));
            assertTrue(out.toString().contains("words alone for now: the embeddings server at"), out.toString());
            assertFalse((out.toString() + err).contains("canary"));
        }
    }

    @Test
    void aTestSaysDialectAccountAndWhatTheServiceCanDo() throws Exception {
        try (var server = EverOsServer.start(Speech.SELF_HOSTED)) {
            JsonNode told = json(0, "memory", "test", "--url", server.url().toString(), "--json");
            assertEquals("connected", told.path("result").asText());
            assertEquals("no account is needed", told.path("account").asText());
            assertTrue(told.path("capabilities").path("embed").asBoolean(), told.toString());
        }
        try (var server = EverOsServer.start(Speech.CLOUD_V2)) {
            key(EverOsServer.KEY);
            assertEquals(0, run("memory", "test", "--dialect", "v2", "--url", server.url().toString()), err.toString());
            assertTrue(out.toString().startsWith("EverOS cloud v2 answers at " + server.url() + "; the key is accepted"), out.toString());
        }
    }

    @Test
    void aTestSaysWhatIsWrong() throws Exception {
        try (var server = EverOsServer.start(Speech.CLOUD_V2)) {
            String url = server.url().toString();
            assertEquals("no_key", json(3, "memory", "test", "--dialect", "v2", "--url", url, "--json").path("result").asText());
            key("of somebody else");
            assertEquals("bad_key", json(3, "memory", "test", "--dialect", "v2", "--url", url, "--json").path("result").asText());
            key(EverOsServer.KEY);
            JsonNode other = json(3, "memory", "test", "--dialect", "v1", "--url", url, "--json");
            assertEquals("another_version", other.path("result").asText());
            assertEquals("EverOS cloud v2", other.path("dialect").asText());
            server.stop();
            assertEquals(3, run("memory", "test", "--dialect", "v2", "--url", url));
            assertTrue(out.toString().contains("Nobody answers at " + url), out.toString());
            assertFalse((out.toString() + err).contains(EverOsServer.KEY));
        }
    }

    @Test
    void theWholeHistoryIsCopiedOnceAndRecalledThere() throws Exception {
        try (var server = EverOsServer.start(Speech.SELF_HOSTED)) {
            String url = server.url().toString();
            JsonNode copied = json(0, "memory", "copy", "--to", "everos", "--url", url, "--json");
            assertEquals(2, copied.path("done").asInt());
            assertTrue(copied.path("finished").asBoolean());
            assertEquals(3, server.messages("ticket_LF-1").size());
            assertEquals(0, run("memory", "copy", "--to", "everos", "--url", url), err.toString());
            assertEquals("2 of 2 tickets copied.\n", out.toString());
            assertEquals(3, server.messages("ticket_LF-1").size());

            JsonNode recalled = json(0, "memory", "recall", "ana.ruiz", "tent", "pole", "--url", url, "--json");
            assertEquals("LF-1", recalled.path("episodes").path(0).path("ticket").asText(), recalled.toString());
        }
    }

    @Test
    void eachThingRecalledSaysWhatItWasFoundBy() throws Exception {
        JsonNode recalled = json(0, "memory", "recall", "ana.ruiz", "tent", "seam", "--json");
        assertEquals("words", recalled.path("episodes").path(0).path("found_by").asText(), recalled.toString());
        assertEquals("words", recalled.path("passages").path(0).path("found_by").asText(), recalled.toString());

        assertEquals(0, run("memory", "recall", "ana.ruiz", "tent", "seam"));
        assertTrue(out.toString().contains("(by its words)"), out.toString());
        assertEquals(0, run("memory", "recall", "ana.ruiz", "zzyzx"));
        assertTrue(out.toString().contains("(among the newest)"), out.toString());
    }

    @Test
    void aRefusedCopySaysWhyAndGoesOnLater() throws Exception {
        try (var server = EverOsServer.start(Speech.CLOUD_V1)) {
            key("of somebody else");
            assertEquals(3, run("memory", "copy", "--to", "everos", "--dialect", "v1", "--url", server.url().toString()));
            assertTrue(err.toString().contains("key"), err.toString());
            key(EverOsServer.KEY);
            assertEquals(0, run("memory", "copy", "--to", "everos", "--dialect", "v1", "--url", server.url().toString()), err.toString());
            assertEquals("2 of 2 tickets copied.\n", out.toString());
        }
    }

    @Test
    void whatWaitsIsListedWithTheReason() throws Exception {
        assertEquals(0, run("memory", "pending"));
        assertEquals("Nothing waits to be remembered.\n", out.toString());
        try (var server = EverOsServer.start(Speech.SELF_HOSTED)) {
            server.always(Fault.UNAVAILABLE);
            environment = new MemoryEnvironment(Optional.of(server.url().toString()), Optional.empty(), true);
            Files.writeString(directory.resolve("third.jsonl"), TICKETS.lines().findFirst().orElseThrow().replace("LF-1", "LF-3"));
            run("import", "third.jsonl");
            JsonNode waiting = json(0, "memory", "pending", "--json");
            assertTrue(waiting.path("left").asInt() > 0, waiting.toString());
            JsonNode first = waiting.path("pending").path(0);
            assertEquals("LF-3", first.path("ticket").asText());
            assertEquals("stored", first.path("state").asText());

            server.always(null);
            environment = WORDS_ALONE;
        }
    }

    @Test
    void aMemoryIsSharedOnlyWhereItCanBeAndOnlyWithFilesThatCanBeUsed() throws Exception {
        assertEquals(2, run("serve-memory", "--host", "0.0.0.0"));
        assertTrue(err.toString().contains("can be reached from other computers, which takes TLS: give --tls-cert and --tls-key, or --tls-keystore"), err.toString());
        assertEquals(2, run("serve-memory", "--host", "no such host"));
        assertEquals(2, run("serve-memory", "--tls-cert", "chain.pem"));
        assertEquals(2, run("serve-memory", "--tls-cert", "chain.pem", "--tls-key", "key.pem", "--tls-keystore", "both.p12"));
        assertEquals(2, run("serve-memory", "--port", "70000"));
        assertEquals(2, run("serve-memory", "--dialect", "v3"));
        assertEquals(3, run("serve-memory", "--tls-keystore", "both.p12"));
        assertTrue(err.toString().contains("set ACQUAINT_TLS_PASSWORD"), err.toString());
        assertEquals(3, run("serve-memory", "--tls-cert", "chain.pem", "--tls-key", "key.pem"));
        assertEquals("acquaint: there is no file " + directory.resolve("key.pem") + "\n", err.toString());

        var own = new HeldCertificate.Builder().build();
        Files.writeString(directory.resolve("chain.pem"), own.certificatePem());
        Files.writeString(directory.resolve("key.pem"), own.privateKeyPkcs8Pem());
        assertEquals(2, run("serve-memory", "--host", "192.0.2.1", "--tls-cert", "chain.pem", "--tls-key", "key.pem"));
        assertTrue(err.toString().contains("no address of this computer"), err.toString());
        Files.writeString(directory.resolve("key.pem"), new HeldCertificate.Builder().build().privateKeyPkcs8Pem());
        assertEquals(3, run("serve-memory", "--tls-cert", "chain.pem", "--tls-key", "key.pem"));
        assertTrue(err.toString().contains("do not belong together"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void whatIsInTheWayOfSharingIsToldInOneLine() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(3, run("serve-memory", "--port", Integer.toString(other.getLocalPort())));
            assertEquals("acquaint: port " + other.getLocalPort() + " is in use by another program; name another with --port\n", err.toString());
        }
        environment = new MemoryEnvironment(Optional.of("http://127.0.0.1:1"), Optional.empty(), true);
        assertEquals(3, run("serve-memory"));
        assertTrue(err.toString().contains("only the embedded memory can be shared"), err.toString());
    }

    @Test
    void whatContradictsItselfIsWrongUse() {
        assertEquals(2, run("memory", "test", "--engine", "local", "--dialect", "v1"));
        assertEquals(2, run("memory", "copy", "--to", "local", "--url", "https://api.example.org"));
        assertEquals(3, run("memory", "test", "--url", "http://api.example.org"));
        assertTrue(err.toString().contains("https://"), err.toString());
    }
}
