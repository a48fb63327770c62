package acquaint.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    private static final Settings DEFAULTS = Settings.firstStart("ana.ruiz");

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("settings.json");
    }

    private Settings read() throws Exception {
        return new SettingsFile(file()).load(DEFAULTS).settings();
    }

    @Test
    void theFirstStartNamesTheAgentAfterTheSystemsUser() {
        assertEquals("Ana Ruiz", DEFAULTS.agentName());
        assertEquals("Åsa", Settings.firstStart("åsa").agentName());
        assertEquals("Agent", Settings.firstStart("  ").agentName());
        assertEquals("Agent", Settings.firstStart(null).agentName());
    }

    @Test
    void whatReadsItCanBeMadeReadyWithoutAFile() {
        assertDoesNotThrow(SettingsFile::prepare);
    }

    @Test
    void whatWasSavedIsReadBack() throws Exception {
        Settings chosen = DEFAULTS.withAgentName("Łukasz").withTheme(Settings.Theme.DARK)
                .withLanguage(Optional.of("de")).withDensity(Settings.Density.COMPACT)
                .withWindow(new Settings.Window(-20, 10, 1280, 800, true))
                .withDivider("queue", 0.25).withDivider("memory", 0.75)
                .withView("mine").withSort("newest").withSharing(new Sharing(true, Sharing.Dialect.OSS, 9000))
                .withMeaning(new MeaningChoice.Server(URI.create("http://127.0.0.1:11434/v1"), "bge-m3"))
                .withMemory(MemorySettings.EMBEDDED
                        .use(new MemoryChoice.EverOs(MemoryChoice.Version.SELF_HOSTED, URI.create("http://127.0.0.1:8000"), "a"))
                        .use(new MemoryChoice.EverOs(MemoryChoice.Version.CLOUD_V2, URI.create("https://api.evermind.ai"), "b")));
        new SettingsFile(file()).save(chosen);
        assertEquals(chosen, read());
    }

    @Test
    void whatIsChosenForTheDesktopIsReadBack() throws Exception {
        Settings chosen = DEFAULTS.withDesktop(Desktop.USUAL
                .withAppearance(new Appearance(150, Appearance.Motion.REDUCED))
                .withKeys(Map.of("SEND", List.of("Shortcut+S"), "NOTE", List.of()))
                .withNotifications(Notifications.USUAL.with(Notifications.Kind.PROMISE, false).withText(true)
                        .withQuiet(Optional.of(new Notifications.QuietHours(LocalTime.of(18, 30), LocalTime.of(8, 0)))))
                .withFirstRun(FirstRun.NEW.asWelcomed().with(FirstRun.Step.FIRST_REPLY))
                .withUpdates(new Updates(true, Optional.of(URI.create("https://example.org/acquaint.json")), Optional.of(java.time.Instant.parse("2026-11-01T08:00:00Z")))));
        new SettingsFile(file()).save(chosen);
        assertEquals(chosen, read());
    }

    @Test
    void whatMakesNoSenseForTheDesktopLeavesTheRestAsItIs() throws Exception {
        Files.writeString(file(), """
                {"desktop": {"appearance": {"font_percent": 900, "motion": "reduced"}, "keys": {"SEND": "x", "NOTE": ["Shortcut+K", 5]},
                 "notifications": {"kinds": ["message", "smoke"], "quiet": {"from": "25:00", "to": "08:00"}},
                 "first_run": {"welcomed": true, "done": ["learn_keys", 3]}, "updates": {"on": true, "address": "nowhere"}}}""");
        Desktop read = read().desktop();
        assertEquals(new Appearance(100, Appearance.Motion.REDUCED), read.appearance());
        assertEquals(Map.of("NOTE", List.of("Shortcut+K")), read.keys());
        assertEquals(new Notifications(Set.of(Notifications.Kind.MESSAGE), Optional.empty(), false), read.notifications());
        assertEquals(new FirstRun(true, false, false, Set.of(FirstRun.Step.LEARN_KEYS)), read.firstRun());
        assertEquals(new Updates(true, Optional.empty(), Optional.empty()), read.updates());
    }

    @ParameterizedTest
    @CsvSource({"08:00,18:00,07:59,false", "08:00,18:00,08:00,true", "08:00,18:00,18:00,false",
        "18:00,08:00,23:00,true", "18:00,08:00,07:59,true", "18:00,08:00,08:00,false", "18:00,08:00,12:00,false"})
    void quietHoursMayGoOverMidnight(LocalTime from, LocalTime to, LocalTime time, boolean quiet) {
        assertEquals(quiet, new Notifications.QuietHours(from, to).contains(time));
    }

    @Test
    void withoutAFileTheDefaultsHoldAndNothingIsSetAside() throws Exception {
        assertEquals(new SettingsFile.Loaded(DEFAULTS, Optional.empty()), new SettingsFile(file()).load(DEFAULTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "not json", "{\"theme\":\"dark\"", "\0\0\0\0\0\0\0\0", "null"})
    void anUnreadableFileIsKeptAsideAndTheUserCanBeTold(String content) throws Exception {
        Files.writeString(file(), content);
        var loaded = new SettingsFile(file()).load(DEFAULTS);
        assertEquals(DEFAULTS, loaded.settings());
        assertEquals(content, Files.readString(loaded.setAside().orElseThrow()));
        assertFalse(Files.exists(file()));
    }

    @Test
    void aSecondUnreadableFileDoesNotReplaceTheFirstOneSetAside() throws Exception {
        Files.writeString(file(), "first");
        Path first = new SettingsFile(file()).load(DEFAULTS).setAside().orElseThrow();
        Files.writeString(file(), "second");
        Path second = new SettingsFile(file()).load(DEFAULTS).setAside().orElseThrow();
        assertEquals(List.of("first", "second"), List.of(Files.readString(first), Files.readString(second)));
    }

    @Test
    void aFileOfANewerVersionOpensAndKeepsWhatOnlyThatVersionKnows() throws Exception {
        Files.writeString(file(), """
                {"version": 7, "agent_name": "Kim", "theme": "sepia", "hologram": {"depth": 3}}
                """);
        var settings = new SettingsFile(file());
        Settings loaded = settings.load(DEFAULTS).settings();
        assertEquals("Kim", loaded.agentName());
        assertEquals(Settings.Theme.SYSTEM, loaded.theme());
        settings.save(loaded.withTheme(Settings.Theme.LIGHT));
        String saved = Files.readString(file());
        assertTrue(saved.contains("hologram") && saved.contains("\"version\" : 7"), saved);
        assertEquals(Settings.Theme.LIGHT, read().theme());
    }

    @Test
    void aFieldThatMakesNoSenseCostsOnlyItself() throws Exception {
        Files.writeString(file(), """
                {"agent_name": 12, "language": "  ", "density": ["compact"], "window": {"x": 1, "y": 2, "width": -5, "height": 3},
                 "dividers": {"queue": 2.5, "memory": 0.5, "other": "half"}, "theme": "dark"}
                """);
        assertEquals(DEFAULTS.withTheme(Settings.Theme.DARK).withDivider("memory", 0.5), read());
    }

    @Test
    void aFileFromBeforeMemoryCouldBeSharedSharesNothing() throws Exception {
        Files.writeString(file(), """
                {"version": 1, "agent_name": "Kim", "memory": {"engine": "local", "known": []}}
                """);
        assertEquals(DEFAULTS.withAgentName("Kim"), read());
        assertFalse(read().sharing().on());
    }

    @Test
    void sharingThatMakesNoSenseCostsOnlyItselfAndIsWrittenOver() throws Exception {
        Files.writeString(file(), """
                {"agent_name": "Kim", "sharing": {"on": true, "dialect": "v9", "port": 70000, "later": 1}}
                """);
        assertEquals(new Sharing(true, Sharing.OFF.dialect(), Sharing.OFF.port()), read().sharing());
        Files.writeString(file(), """
                {"agent_name": "Kim", "sharing": "yes", "memory": 7}
                """);
        var settings = new SettingsFile(file());
        assertEquals(Sharing.OFF, settings.load(DEFAULTS).settings().sharing());
        settings.change(all -> all.withSharing(new Sharing(true, Sharing.Dialect.V2, 8766)));
        assertEquals(new Sharing(true, Sharing.Dialect.V2, 8766), read().sharing());
    }

    @Test
    void whatIsFoundByMeaningSurvivesNonsenseAndMayBeNothing() throws Exception {
        for (String nonsense : List.of("{\"by\": \"server\", \"url\": \"http://elsewhere.example\", \"model\": \"m\"}", "{\"by\": \"server\", \"url\": \"http://[::1]:1/v1\"}",
                "{\"by\": \"magic\"}", "7")) {
            Files.writeString(file(), "{\"agent_name\": \"Kim\", \"meaning\": " + nonsense + "}");
            assertEquals(new MeaningChoice.BuiltIn(), read().meaning());
        }
        new SettingsFile(file()).save(DEFAULTS.withMeaning(new MeaningChoice.WordsAlone()));
        assertEquals(new MeaningChoice.WordsAlone(), read().meaning());
    }

    @Test
    void theEnvironmentSaysWhatIsFoundByMeaning() {
        assertEquals(Optional.of(new MeaningChoice.WordsAlone()), MemoryEnvironment.of(Map.of("ACQUAINT_EMBEDDINGS", "none")).embeddings().choice());
        var server = MemoryEnvironment.of(Map.of("ACQUAINT_EMBEDDINGS", "https://api.example.com/v1", "ACQUAINT_EMBEDDINGS_MODEL", "m", "ACQUAINT_EMBEDDINGS_KEY", "canary"));
        assertEquals(Optional.of(new MeaningChoice.Server(URI.create("https://api.example.com/v1"), "m")), server.embeddings().choice());
        assertFalse(server.toString().contains("canary"));
        var bad = MemoryEnvironment.of(Map.of("ACQUAINT_EMBEDDINGS", "http://api.example.com/v1")).embeddings();
        assertEquals(Optional.empty(), bad.choice());
        assertEquals(Optional.of(MemoryChoice.BadUrl.NOT_HTTPS), bad.problem());
    }

    @Test
    void theModelAndWhatIsMaskedSurviveNonsense() throws Exception {
        var chosen = DEFAULTS.withModel(new ModelChoice.Server(ModelChoice.Provider.ANTHROPIC, ModelChoice.Server.ANTHROPIC, "claude"))
                .withPrivacy(new PrivacyChoice(new LinkedHashSet<>(List.of("FR", "BE")), List.of("Mara Lindqvist"), PrivacyChoice.Guard.ALL));
        new SettingsFile(file()).save(chosen);
        assertEquals(chosen, read());
        for (String nonsense : List.of("{\"provider\": \"openai\", \"url\": \"http://elsewhere.example\", \"name\": \"m\"}", "{\"provider\": \"openai\", \"url\": \"https://a.example\"}",
                "{\"provider\": \"magic\", \"url\": \"https://a.example\", \"name\": \"m\"}", "7")) {
            Files.writeString(file(), "{\"agent_name\": \"Kim\", \"model\": " + nonsense + ", \"privacy\": {\"regions\": [\"XX\", 7], \"names\": 3, \"remote_memory\": \"some\"}}");
            assertEquals(new ModelChoice.None(), read().model());
            assertEquals(DEFAULTS.privacy(), read().privacy());
        }
    }

    @Test
    void aSaveLeavesNoOtherFileBehind() throws Exception {
        var settings = new SettingsFile(file());
        settings.save(DEFAULTS);
        settings.save(DEFAULTS.withAgentName("Kim"));
        try (var files = Files.list(directory)) {
            assertEquals(List.of(file()), files.toList());
        }
    }
}
