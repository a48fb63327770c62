package acquaint.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The file that settings are kept in. A save is all or nothing, even when the power fails in the middle. Blocks;
 * may be used from several threads.
 */
public final class SettingsFile {

    /** What was read. {@code setAside} is where an unreadable file was put, for the user to be told. */
    public record Loaded(Settings settings, Optional<Path> setAside) {}

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final long LARGEST = 1 << 20;

    private final Path file;
    private ObjectNode known = JSON.createObjectNode();
    private Settings current;

    public SettingsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Has the library ready that reads the file, which takes longer than the reading. Nobody needs to call this, and any thread may. */
    public static void prepare() {
        try {
            SettingsJson.read((ObjectNode) JSON.readTree("{}"), Settings.firstStart(""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings, or {@code defaults} where there is no file. An unreadable file is moved aside, never overwritten. */
    public synchronized Loaded load(Settings defaults) throws IOException {
        Loaded loaded = read(defaults);
        current = loaded.settings();
        return loaded;
    }

    private Loaded read(Settings defaults) throws IOException {
        try {
            if (Files.size(file) > LARGEST || !(JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode json)) {
                return new Loaded(defaults, Optional.of(setAside()));
            }
            known = json;
            return new Loaded(SettingsJson.read(json, defaults), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Loaded(defaults, Optional.empty());
        } catch (JsonProcessingException | CharConversionException e) {
            return new Loaded(defaults, Optional.of(setAside()));
        }
    }

    /** As they stand; there are none before they were loaded or saved. */
    public synchronized Settings current() {
        return current;
    }

    /** Changes the settings as they stand, whoever changed them before; on return they are on disk. */
    public synchronized Settings change(UnaryOperator<Settings> change) throws IOException {
        save(change.apply(current));
        return current;
    }

    /** On return the settings are on disk. Fields that a newer version wrote stay in the file. */
    public synchronized void save(Settings settings) throws IOException {
        current = settings;
        SettingsJson.write(settings, known);
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), "settings", ".tmp");
        try {
            write(temporary, JSON.writeValueAsBytes(known));
            replaceBy(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void replaceBy(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path setAside() throws IOException {
        Path aside = file.resolveSibling("settings.unreadable.json");
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling("settings.unreadable-" + n + ".json");
        }
        return Files.move(file, aside);
    }
}
