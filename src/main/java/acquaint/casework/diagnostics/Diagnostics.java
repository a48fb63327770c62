package acquaint.casework.diagnostics;

import acquaint.casework.LanguageModels;
import acquaint.casework.MemoryEngines;
import acquaint.casework.PrivacyRules;
import acquaint.memory.CustomerMemory;
import acquaint.memory.Health;
import acquaint.settings.DataDirectory;
import acquaint.settings.SettingsFile;
import acquaint.settings.Settings;
import acquaint.store.Desk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gathers what helps to find a fault and holds nobody's personal data: versions, facts of the system, settings, counts, health and the last lines of
 * the log. Each is made of what may be told; nothing is copied and cleaned but the log. Blocks.
 */
public final class Diagnostics {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int LOG_LINES = 1_000;
    private static final long MEGABYTE = 1 << 20;

    private static final String CONTENTS = """
            What is in this archive
              versions.json  the program, Java, the system, the machine's size
              settings.json  what was chosen, without names, keys, addresses and models' names
              counts.json    how many customers, tickets, messages and effects there are, by state
              health.json    whether memory answers, what waits, how large the files are
              log-lines.txt  the last lines of the log: times, places in the program and its own words

            What is not
              names, addresses, texts of messages, notes, drafts and memories, numbers of tickets and customers, keys, addresses of services,
              names of folders. Messages of exceptions and of other programs are left out of the log.
            """;

    private final Desk desk;
    private final Program program;
    private final SettingsFile settings;
    private final MemoryEngines engines;
    private final CustomerMemory memory;
    private final LanguageModels models;
    private final PrivacyRules privacy;
    private final Clock clock;

    public Diagnostics(Desk desk, Program program, SettingsFile settings, MemoryEngines engines, CustomerMemory memory, LanguageModels models, PrivacyRules privacy, Clock clock) {
        this.desk = desk;
        this.program = program;
        this.settings = settings;
        this.engines = engines;
        this.memory = memory;
        this.models = models;
        this.privacy = privacy;
        this.clock = clock;
    }

    public Program program() {
        return program;
    }

    public DiagnosticsReport gather() throws IOException {
        Settings chosen = settings.current();
        var files = new LinkedHashMap<String, String>();
        files.put("contents.txt", CONTENTS);
        files.put("versions.json", json(versions()));
        files.put("settings.json", json(SettingsFacts.of(chosen, engines.current())));
        files.put("counts.json", json(desk.read(session -> session.counts().all())));
        files.put("health.json", json(health()));
        files.put("log-lines.txt", log(chosen));
        return new DiagnosticsReport(Instant.now(clock), files);
    }

    private static String json(Map<String, ?> facts) throws JsonProcessingException {
        return JSON.writeValueAsString(facts) + "\n";
    }

    private Map<String, Object> versions() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("acquaint", program.version());
        facts.put("java", System.getProperty("java.vm.version"));
        facts.put("java by", System.getProperty("java.vendor"));
        facts.put("javafx", System.getProperty("javafx.runtime.version", "not started"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("machine", System.getProperty("os.arch"));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("most memory, MB", Runtime.getRuntime().maxMemory() / MEGABYTE);
        facts.put("memory in use, MB", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE);
        facts.put("language of the system", Locale.getDefault().getLanguage());
        facts.put("time", Instant.now(clock).toString());
        facts.put("hours from UTC", ZoneId.systemDefault().getRules().getOffset(Instant.now(clock)).toString());
        return facts;
    }

    private Map<String, Object> health() throws IOException {
        DataDirectory directory = program.directory();
        Health state = memory.health();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("memory well", state.well());
        facts.put("memory's index is made again", state.remaking().isPresent());
        facts.put("memory's file was damaged", state.damage().isPresent());
        facts.put("a model writes", models.model().isPresent());
        facts.put("effects that wait", desk.read(session -> session.outbox().remaining()));
        facts.put("desk, MB", size(directory.desk()) / MEGABYTE);
        facts.put("memory, MB", size(directory.memory()) / MEGABYTE);
        facts.put("ledger, MB", size(directory.ledger()) / MEGABYTE);
        facts.put("copies of the desk", Desk.backups(directory.root()).size());
        facts.put("free on the disk, MB", Files.getFileStore(directory.root()).getUsableSpace() / MEGABYTE);
        return facts;
    }

    /** Of a file or all that is in a folder; what goes away meanwhile counts for nothing. */
    private static long size(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.mapToLong(file -> file.toFile().length()).sum();
        } catch (java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private String log(Settings chosen) throws IOException {
        var people = new ArrayList<>(List.of(chosen.agentName(), System.getProperty("user.name"), program.directory().root().toString(), System.getProperty("user.home")));
        people.addAll(chosen.privacy().names());
        KnownNames names = KnownNames.of(desk, people);
        return String.join("\n", new LogLines(privacy::masked, names::isWord).of(lastLines())) + "\n";
    }

    private List<String> lastLines() throws IOException {
        Path newest = program.directory().logs().resolve("acquaint-0.log");
        if (!Files.exists(newest)) {
            return List.of();
        }
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        List<String> lines = decoder.decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(newest))).toString().lines().toList();
        return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
    }
}
