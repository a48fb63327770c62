package acquaint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.command.Commands;
import acquaint.command.Terminal;
import acquaint.instance.DeskLock;
import acquaint.instance.Invocation;
import acquaint.model.Role;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemorySettings;
import acquaint.settings.ModelChoice;
import acquaint.settings.PrivacyChoice;
import acquaint.settings.SecretStore;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Updates;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A diagnostics file of a desk that is full of personal data in every place holds none of it. */
class DiagnosticsTest {

    /** Planted in customers, tickets, messages, notes, drafts, settings, secrets, the log and the names of folders. */
    private static final List<String> PLANTED = List.of("Quintana", "Belisario", "quintana@example.org", "+49 151 23456789", "Zephyrine", "Oakheart", "Marlowe", "Drusilla",
            "parrot swallowed", "wedding ring", "note-about-divorce", "sk-canary-1234567890", "hunter2", "models.secret-corp.example", "memory.secret-corp.example",
            "updates.secret-corp.example", "QX-77001", "77103", "cust-belisario-9", "secret-finetune", "homefolder-of-zed", "Hauptstrasse 17", "4111 1111 1111 1111");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private DataDirectory data;

    @AfterEach
    void restoreLog() throws Exception {
        java.util.logging.LogManager.getLogManager().readConfiguration();
    }

    private void plant() throws Exception {
        data = new DataDirectory(directory.resolve("homefolder-of-zed/Zephyrine/desk")).create();
        var file = new SettingsFile(data.settings());
        file.save(Settings.firstStart("zephyrine.oakheart").withLanguage(Optional.of("de"))
                .withMemory(MemorySettings.EMBEDDED)
                .withModel(new ModelChoice.Server(ModelChoice.Provider.OPENAI, URI.create("https://models.secret-corp.example/v1"), "secret-finetune"))
                .withPrivacy(new PrivacyChoice(PrivacyChoice.usual(Locale.US).regions(), List.of("Drusilla Marlowe"), PrivacyChoice.Guard.ALL)));
        file.change(all -> all.withDesktop(all.desktop().withUpdates(new Updates(true, Optional.of(URI.create("https://updates.secret-corp.example/a.json")), Optional.empty()))));
        new SecretStore(data.secrets()).write("openai", "sk-canary-1234567890");
        Path conversations = directory.resolve("in.jsonl");
        Files.writeString(conversations, """
                {"id":"QX-77001","channel":"email","subject":"The parrot swallowed it","assignee":"Drusilla Marlowe","customer":{"id":"cust-belisario-9","name":"Belisario Quintana","email":"quintana@example.org","phone":"+49 151 23456789","city":"Hauptstrasse 17"},"messages":[{"from":"customer","at":"2026-03-03T18:00:47Z","text":"My parrot swallowed the wedding ring. My password is hunter2, my card 4111 1111 1111 1111."},{"from":"note","author":"Drusilla Marlowe","at":"2026-03-03T19:00:47Z","text":"note-about-divorce"}]}
                """);
        try (var _ = DeskLock.acquire(data.root()).orElseThrow(); var wiring = Wiring.open(data, false)) {
            wiring.imports().run(conversations, _ -> {});
            wiring.team().members().grant("Drusilla Marlowe", Role.SUPERVISOR);
            wiring.memory().engines().keep(wiring.memory().engines().service(MemoryChoice.Version.CLOUD_V2, URI.create("https://memory.secret-corp.example"), false), "hunter2");
        }
        Files.createDirectories(data.logs());
        Files.writeString(data.logs().resolve("acquaint-0.log"), """
                2026-11-28T10:00:00.000 WARNING acquaint.ui.Preferences: settings were not saved
                java.nio.file.AccessDeniedException: /home/homefolder-of-zed/Zephyrine/desk/settings.json
                \tat java.base/sun.nio.fs.UnixException.translateToIOException(UnixException.java:90)
                \tat acquaint.settings.SettingsFile.save(SettingsFile.java:72)
                \t... 12 more
                Caused by: java.lang.IllegalStateException: My parrot swallowed the wedding ring.
                It costs 4111 1111 1111 1111, says Belisario Quintana
                 at least that is what quintana@example.org wrote from +49 151 23456789
                2026-11-28T10:00:01.000 INFO acquaint.outbox.Outbox: an effect of ticket QX-77001 was rejected
                2026-11-28T10:00:02.000 INFO acquaint.outbox.Outbox: the lane cust-belisario-9 pauses: AWAY
                2026-11-28T10:00:03.000 INFO acquaint.ModelWorkshop: models.secret-corp.example does not tell how much its model can take: LATE
                2026-11-28T10:00:04.000 SEVERE acquaint.ui.Problems: unexpected problem AQ-01234
                2026-11-28T10:00:05.000 INFO acquaint.memory.local.QuestionVectors: what a question means could not be told; it is searched by its words: parrot swallowed wedding ring
                2026-11-28T10:00:06.000 WARNING org.jdbi.v3.core.Jdbi: SELECT * FROM customer WHERE name = 'Belisario Quintana' and key sk-canary-1234567890
                2026-11-28T10:00:07.000 WARNING acquaint.casework.Replies: the reply of drusilla marlowe to quintana was late
                2026-11-28T10:00:08.000 INFO acquaint.outbox.Outbox: effects of ticket 77103 wait PT2S for another attempt
                """);
    }

    private int run(String... arguments) {
        var line = new java.util.ArrayList<>(List.of("--data", data.root().toString()));
        line.addAll(List.of(arguments));
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), directory, false);
        return new Commands(terminal, new OwnDesk(new Invocation(line, directory, false), terminal), (_, _) -> 0).run(line);
    }

    private static Map<String, String> unpacked(Path archive) throws Exception {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    @Test
    void nothingPlantedIsInTheArchiveAndWhatHelpsIs() throws Exception {
        plant();
        assertEquals(0, run("diagnostics", "found.zip"), err::toString);
        Map<String, String> files = unpacked(directory.resolve("found.zip"));
        assertEquals(List.of("contents.txt", "versions.json", "settings.json", "counts.json", "health.json", "log-lines.txt"), List.copyOf(files.keySet()));
        String home = System.getProperty("user.home");
        files.forEach((name, text) -> {
            for (String planted : PLANTED) {
                assertFalse(text.toLowerCase(Locale.ROOT).contains(planted.toLowerCase(Locale.ROOT)), () -> planted + " stands in " + name + ":\n" + text);
            }
            assertFalse(text.contains(home), () -> name + " names the home directory");
        });
        String log = files.get("log-lines.txt");
        assertTrue(log.contains("acquaint.ui.Preferences: settings were not saved"), log);
        assertTrue(log.contains("java.nio.file.AccessDeniedException\n\tat java.base/sun.nio.fs.UnixException.translateToIOException(UnixException.java:90)"), log);
        assertTrue(log.contains("Caused by: java.lang.IllegalStateException\n"), log);
        assertTrue(log.contains("unexpected problem AQ-01234"), log);
        assertTrue(log.contains("the lane … pauses: AWAY"), log);
        var json = new ObjectMapper();
        JsonNode settings = json.readTree(files.get("settings.json"));
        assertEquals("OPENAI, elsewhere", settings.path("model").asText());
        assertEquals("embedded", settings.path("memory").asText());
        JsonNode counts = json.readTree(files.get("counts.json"));
        assertEquals(1, counts.path("customers").asLong());
        assertEquals(1, counts.path("tickets OPEN").asLong());
        assertTrue(json.readTree(files.get("versions.json")).path("java").asText().startsWith("25") || Runtime.version().feature() > 25);

        assertEquals(3, run("diagnostics", "found.zip"));
        assertTrue(err.toString().contains("found.zip is there already"), err.toString());
        assertEquals(2, run("diagnostics"));
        assertEquals(0, run("diagnostics", "--print"));
        assertTrue(out.toString().contains("== log-lines.txt"));
    }
}
