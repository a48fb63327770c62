package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.memory.local.EmbeddingsCheck;
import acquaint.memory.local.EmbeddingsProblem;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Secrets;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing what the embedded memory finds by. */
class MemoryMeaningTest {

    private static final MeaningChoice.Server SERVER = new MeaningChoice.Server(URI.create("https://api.example.com/v1"), "m");

    @TempDir
    Path directory;

    private final Map<String, String> keys = new HashMap<>();
    private SettingsFile file;
    private int reopened;

    @BeforeEach
    void open() throws Exception {
        file = new SettingsFile(directory.resolve("settings.json"));
        file.load(Settings.firstStart("sam"));
    }

    private MemoryMeaning meaning(Map<String, String> environment) {
        return new MemoryMeaning(new MeaningChoice.BuiltIn(), file, new KeptKeys(), MemoryEnvironment.of(environment), new MemoryMeaning.Testing() {
            @Override
            public EmbeddingsCheck check(MeaningChoice.Server server, Optional<String> key) {
                return new EmbeddingsCheck(Optional.empty(), 8, Duration.ofMillis(1), key.orElse("no key"));
            }

            @Override
            public Optional<EmbeddingsProblem> problem() {
                return Optional.of(EmbeddingsProblem.LATE);
            }
        }, () -> reopened++, SignedIn.admin("Sam"));
    }

    private final class KeptKeys implements Secrets {

        @Override
        public Place place() {
            return Place.KEYCHAIN;
        }

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(keys.get(name));
        }

        @Override
        public void write(String name, String secret) {
            keys.put(name, secret);
        }

        @Override
        public void remove(String name) {
            keys.remove(name);
        }
    }

    @Test
    void aServerIsUsedAtOnceAndItsKeyIsNotInTheSettings() throws Exception {
        MemoryMeaning meaning = meaning(Map.of());
        assertEquals(Optional.empty(), meaning.problem());
        assertEquals("typed", meaning.test(SERVER, Optional.of("typed")).detail());
        meaning.use(SERVER, Optional.of(" canary "));

        assertEquals(SERVER, meaning.current());
        assertEquals(1, reopened);
        assertEquals("canary", meaning.test(SERVER, Optional.empty()).detail());
        assertEquals(Optional.of(EmbeddingsProblem.LATE), meaning.problem());
        assertFalse(Files.readString(directory.resolve("settings.json")).contains("canary"));
        assertEquals(SERVER, file.load(Settings.firstStart("sam")).settings().meaning());
        assertFalse(meaning.hasKey(URI.create("https://other.example.com/v1")), "a key is told to no other server");
    }

    @Test
    void aChoiceThatCannotBeSavedChangesNothing() throws Exception {
        MemoryMeaning meaning = meaning(Map.of());
        Files.createDirectories(directory.resolve("settings.json/in-the-way"));

        assertThrows(IOException.class, () -> meaning.use(new MeaningChoice.WordsAlone(), Optional.empty()));
        assertEquals(new MeaningChoice.BuiltIn(), meaning.current());
        assertEquals(0, reopened);
    }

    @Test
    void theEnvironmentComesFirst() throws Exception {
        keys.put("embeddings/" + SERVER.url(), "kept");
        MemoryMeaning meaning = meaning(Map.of("ACQUAINT_EMBEDDINGS", SERVER.url().toString(), "ACQUAINT_EMBEDDINGS_MODEL", "theirs", "ACQUAINT_EMBEDDINGS_KEY", "theirs"));

        assertTrue(meaning.isByEnvironment());
        assertEquals(new MeaningChoice.Server(SERVER.url(), "theirs"), meaning.current());
        assertEquals(Optional.of("theirs"), meaning.key(SERVER.url()));
        assertThrows(IllegalStateException.class, () -> meaning.use(SERVER, Optional.empty()));
        assertTrue(meaning(Map.of("ACQUAINT_EMBEDDINGS", "http://api.example.com")).badEnvironment().isPresent());
    }
}
