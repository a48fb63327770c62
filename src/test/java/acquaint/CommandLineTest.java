package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.command.Commands;
import acquaint.command.Terminal;
import acquaint.instance.DeskLock;
import acquaint.instance.Invocation;
import acquaint.reply.provider.RecordingModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each command on a real desk: what it answers, where, and with which exit code. */
@Timeout(120)
class CommandLineTest {

    private static final String SPRING = """
            {"id":"LF-1","channel":"email","subject":"Broken tent pole","status":"closed","customer":{"id":"ana.ruiz","name":"Ana Ruiz","email":"ana@example.com","tier":"gold"},"messages":[{"from":"customer","at":"2026-03-03T18:00:47Z","text":"My tent pole snapped. Please write to me by e-mail, I prefer not to be called."},{"from":"agent","author":"Noor","at":"2026-03-03T18:10:47Z","text":"I have sent you a stronger pole free of charge."}]}
            """;
    private static final String AUTUMN = """
            {"id":"LF-2","channel":"email","subject":"Second broken pole","priority":"high","assignee":"Kim","tags":["tent"],"customer":{"id":"ana.ruiz","name":"Ana Ruiz","email":"ana@example.com"},"messages":[{"from":"customer","at":"2026-09-03T18:00:47Z","text":"Another tent pole broke, the front one."},{"from":"note","author":"Kim","at":"2026-09-03T19:00:47Z","text":"Looks like the old series."}]}
            """;

    @TempDir
    Path directory;

    private StringWriter out;
    private StringWriter err;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(directory.resolve("two.jsonl"), SPRING + AUTUMN);
    }

    @AfterEach
    void restoreLog() throws Exception {
        java.util.logging.LogManager.getLogManager().readConfiguration();
    }

    @Test
    void aTextIsMaskedWithoutADesk() throws Exception {
        Files.writeString(directory.resolve("mail.txt"), "Hello,\nmy password is hunter2, write to ana@example.org. Ana Ruiz\n");

        assertEquals(0, run("mask", "mail.txt", "--name", "Ana Ruiz"));
        assertTrue(out.toString().startsWith("Hello,\nmy password is <PASSWORD_1>, write to <EMAIL_1>. <NAME_1>\n"), out.toString());
        assertTrue(out.toString().contains("line 2  password (never put back)  hunter2"), out.toString());
        assertFalse(Files.exists(directory.resolve("desk")));

        assertEquals(0, run("mask", "mail.txt", "--json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals("password", json.at("/found/0/kind").asText());
        assertTrue(json.at("/found/0/secret").asBoolean());

        assertEquals(2, run("mask", "mail.txt", "--region", "XX"));
        assertEquals(3, run("mask", "none.txt"));
        assertTrue(err.toString().contains("none.txt is not there"), err.toString());
    }

    @Test
    void aModelThatIsNamedWritesTheDraftAndTheLedgerHasWhatItWasGiven() throws Exception {
        run("import", "two.jsonl");
        try (var model = new RecordingModel().says("Hello Ana,\n\nthe front tent pole ", "broke [2]. You get $90 back [2].")) {
            JsonNode draft = json("draft", "LF-2", "--json", "--provider", "openai", "--model-url", model.url().toString(), "--model", RecordingModel.NAME);
            assertEquals("model", draft.path("basis").asText());
            assertEquals("Hello Ana,\n\nthe front tent pole broke. You get $90 back.", draft.path("text").asText());
            assertEquals(List.of("courtesy", "supported", "unsupported"), each(draft.path("sentences"), "support"));
            assertEquals("90", draft.at("/sentences/2/missing/0").asText());
            assertEquals(RecordingModel.NAME, draft.at("/model/name").asText());
            assertEquals(model.bodies(), List.of(draft.at("/ledger/body").asText()));
            assertFalse(model.bodies().getFirst().contains("ana@example.com"), model.bodies()::toString);
            assertEquals("<EMAIL_1>", draft.at("/placeholders/0").asText());
            assertEquals(0, run("ledger", "verify"));
            assertEquals("composed", json("draft", "LF-2", "--json", "--provider", "none").path("basis").asText());
            assertEquals(1, model.bodies().size());

            model.refuses(401, "{\"error\": {\"message\": \"Incorrect API key provided\", \"code\": \"invalid_api_key\"}}");
            assertEquals(3, run("draft", "LF-2", "--model-url", model.url().toString(), "--model", RecordingModel.NAME));
            assertTrue(err.toString().contains("does not take the key"), err.toString());
        }
    }

    @Test
    void aModelThatCannotBeMeantIsWrongUse() {
        assertEquals(2, run("draft", "LF-2", "--provider", "openai"));
        assertTrue(err.toString().contains("name the model with --model"), err.toString());
        assertEquals(2, run("draft", "LF-2", "--model", "m", "--model-url", "http://elsewhere.example/v1"));
        assertTrue(err.toString().contains("must begin with https://"), err.toString());
        assertEquals(2, run("draft", "LF-2", "--provider", "none", "--model", "m"));
        assertEquals(2, run("draft", "LF-2", "--provider", "nobody", "--model", "m"));
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        var line = Stream.concat(Stream.of("--data", "desk"), Stream.of(arguments)).toList();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), directory, false);
        var desk = new OwnDesk(new Invocation(line, directory, false), terminal);
        return new Commands(terminal, desk, (_, _) -> 0).run(line);
    }

    private JsonNode json(String... arguments) throws Exception {
        assertEquals(0, run(arguments), err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    private static List<String> each(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(node -> node.path(field).asText()).toList();
    }

    @Test
    void whatTheRoleMayNotDoIsRefusedWithAnExitCodeOfItsOwnAndSaysWhichRoleMay() throws Exception {
        // The first who opens the desk is its admin; who comes later is an agent.
        try (var lee = Colleague.enter(directory.resolve("desk"), "lee.park")) {
            assertTrue(lee.wiring().team().members().all().size() == 1);
        }
        Colleague.enter(directory.resolve("desk"), "noor").close();
        assertEquals(4, run("drafts", "report"));
        assertEquals("", out.toString());
        assertEquals("acquaint: this takes the role supervisor; sign in with it in the window, or ask an admin of the desk for it\n", err.toString());
        assertEquals(0, run("tickets"), err.toString());
    }

    @Test
    void anImportSaysWhatItBroughtInOneLineAndTheSecondBringsNothing() {
        assertEquals(0, run("import", "two.jsonl"), err.toString());
        assertEquals("2 tickets, 1 customer, 4 messages imported; 0 already here\n", out.toString());
        assertEquals("", err.toString());
        assertEquals(0, run("import", "two.jsonl"));
        assertEquals("0 tickets, 0 customers, 0 messages imported; 2 already here\n", out.toString());
    }

    @Test
    void theSharedConversationsAreImportedWhole() {
        Path shared = Path.of(System.getProperty("shared.data", "../shared/data"), "conversations.jsonl").toAbsolutePath();
        Assumptions.assumeTrue(Files.isReadable(shared), "skipped: there is no " + shared);
        assertEquals(0, run("import", shared.toString()), err.toString());
        assertEquals("138 tickets, 56 customers, 1,923 messages imported; 0 already here\n", out.toString());
        assertEquals(0, run("import", shared.toString()), err.toString());
        assertEquals("0 tickets, 0 customers, 0 messages imported; 138 already here\n", out.toString());
    }

    @Test
    void aBadLineIsReportedAndTheRestImportedInPart() throws Exception {
        Files.writeString(directory.resolve("mixed.jsonl"), SPRING + "nonsense\n" + AUTUMN);
        assertEquals(1, run("import", "mixed.jsonl"));
        assertEquals("2 tickets, 1 customer, 4 messages imported; 0 already here; 1 line left out\n", out.toString());
        assertTrue(err.toString().contains("mixed.jsonl, line 2: is not valid JSON"), err.toString());
    }

    @Test
    void aMissingFileAmongOthersIsDoneInPartAndAloneCouldNotBe() {
        assertEquals(1, run("import", "none.jsonl", "two.jsonl"));
        assertTrue(err.toString().contains("none.jsonl does not exist"), err.toString());
        assertTrue(out.toString().startsWith("2 tickets"), out.toString());
        assertEquals(3, run("import", "none.jsonl"));
        assertEquals("", out.toString());
        assertEquals(3, run("import", "."));
        assertTrue(err.toString().contains("is a folder, not a file"), err.toString());
    }

    @Test
    void aFileWithNothingUsableCouldNotBeImported() throws Exception {
        Files.writeString(directory.resolve("bad.jsonl"), "nonsense\n".repeat(150));
        assertEquals(3, run("import", "bad.jsonl"));
        assertTrue(err.toString().contains("50 more lines could not be used"), err.toString());
        assertEquals(102, err.toString().lines().count() + out.toString().lines().count());
    }

    @Test
    void ticketsAreListedForPeopleAndForPrograms() throws Exception {
        run("import", "two.jsonl");
        assertEquals(0, run("tickets"));
        assertEquals(2, out.toString().lines().count(), out.toString());
        assertTrue(out.toString().lines().toList().get(1).matches("LF-2 +open +high +\\d+d +\\d+d +Kim +Ana Ruiz +.*Second broken pole"), out.toString());
        JsonNode all = json("tickets", "--view", "all", "--json");
        assertEquals(2, all.path("total").asInt());
        assertEquals(List.of("LF-2", "LF-1"), each(all.path("tickets"), "id"));
        assertEquals(List.of("open", "closed"), each(all.path("tickets"), "status"));
        assertEquals("ana.ruiz", all.path("tickets").get(0).path("customer").path("id").asText());
        assertEquals(List.of("LF-1"), each(json("tickets", "--view", "all", "--filter", "RUIZ broken free", "--json").path("tickets"), "id"));
        assertEquals(List.of("LF-2"), each(json("tickets", "--view", "all", "--filter", "RUIZ broken tent", "--limit", "1", "--json").path("tickets"), "id"));
        assertEquals(2, json("tickets", "--view", "all", "--filter", "ana.ruiz", "--json").path("total").asInt());
        assertEquals(0, run("tickets", "--filter", "zebra"));
        assertEquals("", out.toString());
    }

    @Test
    void whatACustomerWroteAboutMoreThanOnceIsTold() throws Exception {
        run("import", "two.jsonl");
        assertEquals(0, run("recurring", "ana.ruiz"));
        assertTrue(out.toString().contains("2 times since "), out.toString());
        assertTrue(out.toString().contains("LF-1") && out.toString().contains("LF-2"), out.toString());
        JsonNode issue = json("recurring", "ana@example.com", "--json").path("issues").get(0);
        assertEquals(2, issue.path("times").asInt());
        assertEquals(List.of("LF-1", "LF-2"), each(issue.path("occurrences"), "ticket"));
        assertEquals(3, run("recurring", "nobody"));
        assertTrue(err.toString().contains("there is no customer \"nobody\" on this desk"), err.toString());
    }

    @Test
    void aTicketIsShownWithItsWholeConversation() throws Exception {
        run("import", "two.jsonl");
        assertEquals(0, run("show", "LF-2"));
        assertTrue(out.toString().startsWith("LF-2  Second broken pole\nAna Ruiz (ana.ruiz) · gold · ana@example.com\nopen · high · assigned to Kim · email · tags: tent\n"), out.toString());
        assertTrue(out.toString().contains("note by Kim\n    Looks like the old series."), out.toString());
        JsonNode shown = json("show", "LF-1", "--json");
        assertEquals("closed", shown.path("status").asText());
        assertEquals(List.of("customer", "agent"), each(shown.path("messages"), "from").stream().filter(from -> !from.equals("event")).toList());
    }

    @Test
    void aLongTicketIsShownFromItsFirstMessageToItsLast() throws Exception {
        var messages = Stream.iterate(0, i -> i + 1).limit(500)
                .map(i -> "{\"from\":\"customer\",\"at\":\"2026-03-03T%02d:%02d:00Z\",\"text\":\"m%d\"}".formatted(i / 60, i % 60, i)).toList();
        Files.writeString(directory.resolve("long.jsonl"),
                "{\"id\":\"L\",\"customer\":{\"id\":\"ana\"},\"messages\":" + messages + "}\n");
        assertEquals(0, run("import", "long.jsonl"), err.toString());
        List<String> texts = each(json("show", "L", "--json").path("messages"), "text").stream().filter(t -> t.startsWith("m")).toList();
        assertEquals(Stream.iterate(0, i -> i + 1).limit(500).map(i -> "m" + i).toList(), texts);
    }

    @Test
    void anUnknownTicketIsToldWithTheNearestOnes() {
        run("import", "two.jsonl");
        for (String command : List.of("show", "draft", "brief")) {
            assertEquals(3, run(command, "lf2"));
            assertTrue(err.toString().contains("there is no ticket lf2") && err.toString().contains("LF-2"), err.toString());
            assertEquals("", out.toString());
        }
        assertEquals(3, run("memory", "flush", "something-else"));
        assertTrue(err.toString().contains("acquaint tickets --view all"), err.toString());
    }

    @Test
    void aBriefIsPrintedAndWrittenInEachForm() throws Exception {
        run("import", "two.jsonl");
        JsonNode brief = json("brief", "LF-2", "--json");
        assertEquals("LF-2", brief.path("ticket_id").asText());
        assertTrue(brief.path("customer_summary").asText().contains("Ana Ruiz, gold"), brief.toString());
        assertEquals("Another tent pole broke, the front one.", brief.path("issue_summary").asText());
        assertTrue(brief.path("relevant_history").toString().contains("pole"), brief.toString());
        assertTrue(brief.path("model").isMissingNode());
        for (JsonNode part : brief.path("parts")) {
            part.forEach(line -> assertFalse(line.path("evidence").isEmpty(), line::toString));
        }
        assertEquals(0, run("brief", "LF-2"));
        assertTrue(out.toString().startsWith("Written without a language model\n\nCustomer\n  Ana Ruiz, gold"), out.toString());
        assertTrue(out.toString().contains("← message, ") && out.toString().contains(", LF-2: Another tent pole broke"), out.toString());
        assertEquals(0, run("brief", "LF-2", "--markdown"));
        assertTrue(out.toString().startsWith("# Handoff of ticket LF-2\n"), out.toString());
        assertEquals(0, run("brief", "LF-2", "--pdf", "brief.pdf"), err.toString());
        assertEquals("%PDF", Files.readString(directory.resolve("brief.pdf"), java.nio.charset.StandardCharsets.ISO_8859_1).substring(0, 4));
        assertEquals(3, run("brief", "LF-2", "--pdf", "brief.pdf"));
        assertTrue(err.toString().contains("brief.pdf is there already"), err.toString());
        assertEquals(3, run("brief", "LF-2", "--pdf", "none/brief.pdf"));
        assertTrue(err.toString().contains("there is no folder for none/brief.pdf"), err.toString());
    }

    @Test
    void aDraftShowsItsEvidenceAndWhatWasRecalled() throws Exception {
        run("import", "two.jsonl");
        JsonNode draft = json("draft", "LF-2", "--json");
        assertEquals("composed", draft.path("basis").asText());
        assertTrue(draft.path("text").asText().contains("Ana"), draft.toString());
        assertEquals("known", draft.path("recalled").path("state").asText(), draft.toString());
        assertTrue(draft.path("rests_on_memory").asBoolean(), draft.toString());
        assertTrue(StreamSupport.stream(draft.path("sentences").spliterator(), false)
                .anyMatch(sentence -> each(sentence.path("evidence"), "ticket").contains("LF-1")), draft.toString());
        assertEquals(0, run("draft", "LF-2"));
        assertTrue(out.toString().contains("Written without a language model") && out.toString().contains("LF-1"), out.toString());
    }

    @Test
    void memoryIsFullAfterAnImportAndTellsTicketAndDate() throws Exception {
        run("import", "two.jsonl");
        JsonNode recalled = json("memory", "recall", "ana@example.com", "broken", "pole", "--json");
        assertEquals("ana.ruiz", recalled.path("customer").path("id").asText());
        assertTrue(each(recalled.path("episodes"), "ticket").contains("LF-1"), recalled.toString());
        assertEquals(0, run("memory", "recall", "ana.ruiz", "broken", "pole"));
        assertTrue(out.toString().contains("2026-03-03  LF-1"), out.toString());
        assertEquals(3, run("memory", "recall", "nobody", "pole"));
        assertTrue(err.toString().contains("no customer \"nobody\""), err.toString());
    }

    @Test
    void aFlushMakesAnEpisodeOfAnOpenTicketOnce() throws Exception {
        run("import", "two.jsonl");
        assertEquals(0, run("memory", "flush", "LF-2"), err.toString());
        assertEquals("Memory has learned from LF-2.\n", out.toString());
        assertEquals(0, run("memory", "flush", "LF-2"));
        assertEquals("There was nothing new to learn from LF-2.\n", out.toString());
        assertTrue(each(json("memory", "recall", "ana.ruiz", "front", "pole", "--json").path("episodes"), "ticket").contains("LF-2"));
    }

    @Test
    void theDemoDeskFillsItselfOnceAndMemoryKnowsItsCustomers() throws Exception {
        assertTrue(json("--demo", "tickets", "--view", "all", "--json").path("total").asInt() > 20);
        assertTrue(json("--demo", "memory", "recall", "ana.ruiz", "broken", "tent", "pole", "--json").path("episodes").size() > 0);
        assertEquals(22, json("--demo", "tickets", "--view", "all", "--json").path("total").asInt());
    }

    @Test
    void aDeskThatCannotBeOpenedIsExplained() throws Exception {
        run("import", "two.jsonl");
        try (var files = Files.list(directory.resolve("desk"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("desk.db")).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(directory.resolve("desk/desk.db"), "this is no database, but long enough to look like a file of one ".repeat(100));
        assertEquals(3, run("tickets"));
        assertTrue(err.toString().contains("is damaged") && err.toString().contains("Nothing was changed"), err.toString());
    }

    @Test
    void aDeskThatAnotherProgramHoldsIsNeverOpenedTwice() throws Exception {
        run("import", "two.jsonl");
        try (var _ = DeskLock.acquire(directory.resolve("desk")).orElseThrow()) {
            assertEquals(3, run("tickets"));
            assertTrue(err.toString().contains("another Acquaint is at work"), err.toString());
        }
        assertEquals(0, run("tickets"));
        assertFalse(out.toString().isEmpty());
    }
}
