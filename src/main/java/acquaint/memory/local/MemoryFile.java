package acquaint.memory.local;

import acquaint.memory.Health;
import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file that memory is kept in: what a write returned from survives a crash, and what was deleted is overwritten. One
 * thread writes; readers go on beside it, on any thread, and see the file as it was when they began.
 */
final class MemoryFile implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MemoryFile.class.getName());
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int BUSY_MILLIS = 5_000;
    private static final String DAMAGED = ".damaged-";
    private static final String SUSPECT = ".suspect";

    private final Path path;
    private final Handle writer;
    private final ConcurrentLinkedQueue<Handle> readers = new ConcurrentLinkedQueue<>();
    private final Optional<Health.Damage> damage;
    private volatile boolean unreadable;
    private volatile boolean closed;

    private MemoryFile(Path path, Handle writer, Optional<Health.Damage> damage) {
        this.path = path;
        this.writer = writer;
        this.damage = damage;
    }

    /**
     * Opens the file or begins one. A damaged one is kept beside it as {@code <name>.damaged-<time>}, and {@link #damage} tells.
     * It is looked through from end to end where the last program was killed, or met something in it that could not be read.
     */
    static MemoryFile open(Path path) throws MemoryException {
        try {
            return new MemoryFile(path, connect(path), Optional.empty());
        } catch (SQLException | FlywayException e) {
            if (!damaged(e)) {
                throw new MemoryException(Kind.AWAY, "memory's file cannot be opened", e);
            }
            LOG.log(System.Logger.Level.WARNING, "memory's file is damaged", e);
            return replaceDamaged(path);
        }
    }

    private static MemoryFile replaceDamaged(Path path) throws MemoryException {
        Path aside = beside(path, DAMAGED + STAMP.format(Instant.now()));
        try {
            Files.move(path, aside);
            // What was written last may be in the log alone.
            if (Files.exists(beside(path, "-wal"))) {
                Files.move(beside(path, "-wal"), beside(aside, "-wal"));
            }
            Files.deleteIfExists(beside(path, "-shm"));
            Optional<Path> restored = new MemoryBackups(path).restore();
            var damage = new Health.Damage(aside.getFileName().toString(), restored.map(MemoryBackups::day));
            var file = new MemoryFile(path, connect(path), Optional.of(damage));
            Files.deleteIfExists(beside(path, SUSPECT));
            if (restored.isPresent()) {
                file.<Void>write(tables -> {
                    tables.identity().renew();
                    return null;
                });
            }
            return file;
        } catch (IOException | SQLException | FlywayException e) {
            throw new MemoryException(Kind.AWAY, "memory's file is damaged and cannot be moved aside", e);
        }
    }

    private static Path beside(Path path, String end) {
        return path.resolveSibling(path.getFileName() + end);
    }

    private static Handle connect(Path path) throws SQLException, MemoryException {
        boolean doubtful = isNotEmpty(beside(path, "-wal")) || Files.exists(beside(path, SUSPECT));
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path.toUri());
        Flyway migrations = Flyway.configure().dataSource(source).locations("classpath:sql/memory").load();
        migrations.migrate();
        if (Arrays.stream(migrations.info().applied()).anyMatch(one -> one.getState() == MigrationState.FUTURE_SUCCESS)) {
            throw new MemoryException(Kind.REFUSED, "memory's file was written by a newer version of this program");
        }
        Connection connection = source.getConnection();
        if (doubtful) {
            check(connection);
            clear(path);
        }
        Handle writer = Jdbi.open(connection);
        // A program that was killed leaves its log, and in it perhaps what was forgotten since.
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return writer;
    }

    /** A program that ends well leaves no log. */
    private static boolean isNotEmpty(Path log) {
        try {
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Reads every page, which takes as long as reading the file. */
    private static void check(Connection connection) throws SQLException {
        String found;
        try (var statement = connection.createStatement(); var result = statement.executeQuery("PRAGMA quick_check(1)")) {
            found = result.getString(1);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        if (!"ok".equals(found)) {
            connection.close();
            throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
        }
    }

    private static void clear(Path path) {
        try {
            Files.deleteIfExists(beside(path, SUSPECT));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "memory's file is looked through at the next start, too", e);
        }
    }

    /** The next start looks through a file of which something could not be read, and mends it from its newest copy. */
    private void notice(RuntimeException e) {
        if (!damaged(e) || unreadable) {
            return;
        }
        unreadable = true;
        LOG.log(System.Logger.Level.ERROR, "memory's file is damaged; it is mended at the next start", e);
        try {
            Files.writeString(beside(path, SUSPECT), "");
        } catch (IOException notWritten) {
            LOG.log(System.Logger.Level.WARNING, "that memory's file is damaged could not be noted", notWritten);
        }
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    static boolean damaged(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException why && (why.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT
                    || why.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB)) {
                return true;
            }
        }
        return false;
    }

    /** Where the file was found damaged. */
    Optional<Health.Damage> damage() {
        return damage;
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whether something in the file could not be read since it was opened: the next start mends that. */
    boolean unreadable() {
        return unreadable;
    }

    /** All of {@code work} or nothing of it. The writing thread only. */
    <T> T write(Function<Tables, T> work) {
        try {
            return writer.inTransaction(handle -> work.apply(new Tables(handle)));
        } catch (RuntimeException e) {
            notice(e);
            throw e;
        }
    }

    /** Any thread. */
    <T> T read(Function<Tables, T> work) {
        if (closed) {
            throw new IllegalStateException("memory is closed");
        }
        Handle reader = readers.poll();
        if (reader == null) {
            reader = Jdbi.open(this::reading);
        }
        try {
            return reader.inTransaction(handle -> work.apply(new Tables(handle)));
        } catch (RuntimeException e) {
            notice(e);
            throw e;
        } finally {
            readers.add(reader);
            if (closed) {
                closeReaders();
            }
        }
    }

    private Connection reading() throws SQLException {
        Connection connection = config().createConnection("jdbc:sqlite:" + path.toUri());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    /**
     * Writes the file anew from what it holds. Deleted rows are overwritten where they stood, but a page whose rows moved to another
     * one may keep what they were, and nothing else takes that out. Takes as long as copying the file; readers go on. The writing thread only.
     */
    void rewrite() {
        writer.execute("VACUUM");
    }

    /**
     * Empties the log of former pages; false where that must wait, because somebody is reading them or another program is at
     * the file. Returns at once. The writing thread only.
     */
    boolean erase() {
        writer.execute("PRAGMA busy_timeout = 0");
        try {
            return writer.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapTo(Integer.class).one() == 0;
        } finally {
            writer.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        }
    }

    /** Deletes the damaged files that were set aside: nothing can be taken out of one. Says how many there were. Any thread. */
    int deleteDamaged() throws IOException {
        List<Path> damaged;
        try (Stream<Path> files = Files.list(path.getParent())) {
            damaged = files.filter(file -> file.getFileName().toString().startsWith(path.getFileName() + DAMAGED)).toList();
        }
        for (Path file : damaged) {
            Files.delete(file);
        }
        return (int) damaged.stream().filter(file -> !file.toString().endsWith("-wal")).count();
    }

    private void closeReaders() {
        for (Handle reader = readers.poll(); reader != null; reader = readers.poll()) {
            reader.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeReaders();
        writer.close();
    }
}
