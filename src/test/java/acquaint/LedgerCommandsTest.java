package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.command.Commands;
import acquaint.command.Terminal;
import acquaint.instance.Invocation;
import acquaint.model.TicketId;
import acquaint.privacy.Ledger;
import acquaint.privacy.Recipient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of what was sent to models, checked and exported by commands. */
class LedgerCommandsTest {

    @TempDir
    Path directory;

    private StringWriter out;
    private StringWriter err;

    private Path fill() throws Exception {
        Path file = Files.createDirectories(directory.resolve("desk")).resolve("ledger.jsonl");
        var ledger = new Ledger(file, Clock.systemUTC());
        for (int i = 0; i < 3; i++) {
            long number = ledger.sending(new Ledger.Sending("draft", new TicketId("LF-1"), new Recipient("openai", URI.create("https://m.example/v1"), "m"),
                    "{\"text\":\"Grüße " + i + "\"}", 3, List.of("<CARD_1>")));
            ledger.ended(number, new Ledger.Ending("complete", OptionalInt.of(1), OptionalInt.of(2)));
        }
        return file;
    }

    @Test
    void nothingWasSentFromANewDesk() {
        assertEquals(0, run("ledger", "verify"));
        assertEquals("Nothing was sent to a model from this desk.", out.toString().strip());
        assertFalse(Files.exists(directory.resolve("desk")), "asking leaves nothing behind");
    }

    @Test
    void aWholeLedgerIsSaidToBeWholeWithItsLastHash() throws Exception {
        fill();
        assertEquals(0, run("ledger", "verify"));
        assertTrue(out.toString().startsWith("The ledger is whole: 6 lines."), out.toString());

        assertEquals(0, run("ledger", "verify", "--json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertTrue(json.path("whole").asBoolean() && json.path("flaw").isNull(), json.toString());
        assertEquals(6, json.path("lines").asInt());
        assertTrue(Files.readString(directory.resolve("desk/ledger.jsonl")).endsWith(json.path("last_hash").asText() + "\"}\n"));
    }

    @Test
    void aChangeIsFoundAndTheExitCodeTellsAScript() throws Exception {
        Path file = fill();
        Files.writeString(file, Files.readString(file).replace("Grüße 1", "Grüße 7"));
        assertEquals(3, run("ledger", "verify"));
        assertTrue(out.toString().contains("line 3 was changed"), out.toString());
        assertEquals(3, run("ledger", "verify", "--json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals("changed", json.at("/flaw/reason").asText());
        assertEquals(3, json.at("/flaw/line").asInt());
    }

    @Test
    void aLedgerThatWasTakenAwayIsMissed() throws Exception {
        Files.delete(fill());
        assertEquals(3, run("ledger", "verify"));
        assertTrue(out.toString().contains("end is missing"), out.toString());
    }

    @Test
    void anExportIsOneArrayOnStandardOutputOrInAFile() throws Exception {
        fill();
        assertEquals(0, run("ledger", "export"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals("{\"text\":\"Grüße 2\"}", json.at("/4/body").asText());

        assertEquals(0, run("ledger", "export", "sent.json"));
        assertEquals(json, new ObjectMapper().readTree(directory.resolve("sent.json").toFile()));
        assertEquals(3, run("ledger", "export", "sent.json"));
        assertTrue(err.toString().contains("is there already"), err.toString());
    }

    @Test
    void aLedgerNeedsACommand() {
        assertEquals(2, run("ledger"));
        assertTrue(err.toString().contains("verify or export"), err.toString());
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> line = Stream.concat(Stream.of("--data", "desk"), Stream.of(arguments)).toList();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), directory, false);
        return new Commands(terminal, new OwnDesk(new Invocation(line, directory, false), terminal), (_, _) -> 0).run(line);
    }
}
