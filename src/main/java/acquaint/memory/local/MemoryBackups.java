package acquaint.memory.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Copies of memory's file, one a day, the newest seven: what agents corrected and pinned is nowhere else. What was forgotten
 * is taken out of the older ones, too. A copy appears under its name only when it is whole. Any thread, one at a time.
 */
final class MemoryBackups {

    static final int KEPT = 7;

    private static final Pattern NAME = Pattern.compile("store-(\\d{4}-\\d{2}-\\d{2})\\.db");
    private static final String PART = "store.part";

    private final Path file;
    private final Path directory;

    MemoryBackups(Path file) {
        this.file = file;
        this.directory = file.resolveSibling("backups");
    }

    /** Newest first. */
    List<Path> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(one -> NAME.matcher(one.getFileName().toString()).matches())
                    .sorted(Comparator.comparing((Path one) -> one.getFileName().toString()).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day that a copy is of. */
    static String day(Path backup) {
        var name = NAME.matcher(backup.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }

    /** Copies the file unless that was done on this day; writers are not held up. */
    Optional<Path> make(LocalDate day) throws IOException, SQLException {
        Path backup = directory.resolve("store-" + day + ".db");
        if (Files.exists(backup)) {
            return Optional.empty();
        }
        Files.createDirectories(directory);
        Path part = emptyPart();
        try (Connection connection = connect(file); var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        }
        moveIntoPlace(part, backup);
        for (Path old : all().stream().skip(KEPT).toList()) {
            Files.delete(old);
        }
        return Optional.of(backup);
    }

    /** Without what a killed program left: a log that is of another file would be played back into this one. */
    private Path emptyPart() throws IOException {
        for (String end : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(directory.resolve(PART + end));
        }
        return directory.resolve(PART);
    }

    private static void moveIntoPlace(Path part, Path target) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes out of every copy what the file has forgotten since. Harmless when repeated; a copy that is damaged is of no use and is deleted. */
    void forgetWhatTheFileForgot() throws IOException, SQLException {
        for (Path backup : all()) {
            Path part = emptyPart();
            Files.copy(backup, part);
            try {
                forget(part);
                moveIntoPlace(part, backup);
            } catch (SQLException e) {
                if (!MemoryFile.damaged(e)) {
                    throw e;
                }
                Files.deleteIfExists(part);
                Files.delete(backup);
            }
        }
    }

    private void forget(Path copy) throws SQLException {
        try (Connection connection = connect(copy); Statement statement = connection.createStatement()) {
            try (var attach = connection.prepareStatement("ATTACH ? AS now")) {
                attach.setString(1, file.toUri().toString());
                attach.execute();
            }
            statement.execute("PRAGMA main.journal_mode = DELETE");
            statement.execute("BEGIN");
            statement.execute("DELETE FROM main.message WHERE key IN (SELECT key FROM now.forgotten)");
            statement.execute("DELETE FROM main.item WHERE item IN (SELECT key FROM now.forgotten) AND key NOT IN (SELECT key FROM now.item)");
            // Where a message lost a sentence, what was made of its session was made again.
            statement.execute("CREATE TEMP TABLE retold AS SELECT DISTINCT customer, session FROM main.message"
                    + " WHERE key || '" + Keys.REDACTED + "' IN (SELECT key FROM now.forgotten)");
            statement.execute("UPDATE main.message SET space = NULL, vector = NULL, text = coalesce((SELECT text FROM now.message"
                    + " WHERE now.message.key = main.message.key), '') WHERE key || '" + Keys.REDACTED + "' IN (SELECT key FROM now.forgotten)");
            statement.execute("CREATE TEMP TABLE gone AS SELECT id FROM main.episode WHERE id IN (SELECT key FROM now.forgotten)"
                    + " OR (customer, session) IN (SELECT customer, session FROM retold)");
            statement.execute("DELETE FROM main.fact WHERE episode IN (SELECT id FROM gone)");
            statement.execute("DELETE FROM main.item WHERE episode IN (SELECT id FROM gone)");
            statement.execute("DELETE FROM main.episode WHERE id IN (SELECT id FROM gone)");
            statement.execute("INSERT INTO main.episode SELECT * FROM now.episode WHERE (customer, session) IN (SELECT customer, session FROM retold)");
            statement.execute("INSERT INTO main.fact SELECT * FROM now.fact WHERE episode IN (SELECT id FROM now.episode"
                    + " WHERE (customer, session) IN (SELECT customer, session FROM retold))");
            statement.execute("INSERT OR REPLACE INTO main.item SELECT * FROM now.item WHERE episode IN (SELECT id FROM now.episode"
                    + " WHERE (customer, session) IN (SELECT customer, session FROM retold))");
            // What agents corrected has no episode; its evidence may be what was forgotten.
            statement.execute("DELETE FROM main.item WHERE episode IS NULL");
            statement.execute("INSERT OR REPLACE INTO main.item SELECT * FROM now.item WHERE episode IS NULL");
            for (String table : List.of("mark", "note", "forgotten")) {
                statement.execute("DELETE FROM main." + table);
                statement.execute("INSERT INTO main." + table + " SELECT * FROM now." + table);
            }
            statement.execute("COMMIT");
            statement.execute("DETACH now");
            statement.execute("VACUUM");
        }
    }

    /** Puts a copy of the newest backup in the place of the file, which must not be there; says which. */
    Optional<Path> restore() throws IOException {
        Optional<Path> newest = all().stream().findFirst();
        if (newest.isPresent()) {
            Path part = emptyPart();
            Files.copy(newest.get(), part);
            moveIntoPlace(part, file);
        }
        return newest;
    }

    private static Connection connect(Path path) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path.toUri());
    }
}
