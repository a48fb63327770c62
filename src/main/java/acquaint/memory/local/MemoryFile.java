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
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
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
    private static final int ERASE_ATTEMPTS = 40;
    private static final int ERASE_PAUSE_MILLIS = 50;

    private final Path path;
    private final Handle writer;
    private final ConcurrentLinkedQueue<Handle> readers = new ConcurrentLinkedQueue<>();
    private final Optional<Health.Damage> damage;
    private volatile boolean closed;

    private MemoryFile(Path path, Handle writer, Optional<Health.Damage> damage) {
        this.path = path;
        this.writer = writer;
        this.damage = damage;
    }

    /** Opens the file or begins one. A damaged one is kept beside it as {@code <name>.damaged-<time>}, and {@link #damage} tells. */
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
        Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + STAMP.format(Instant.now()));
        try {
            Files.move(path, aside);
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-wal"));
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-shm"));
            Optional<Path> restored = new MemoryBackups(path).restore();
            var damage = new Health.Damage(aside.getFileName().toString(), restored.map(MemoryBackups::day));
            var file = new MemoryFile(path, connect(path), Optional.of(damage));
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

    private static Handle connect(Path path) throws SQLException, MemoryException {
        boolean crashed = isNotEmpty(path.resolveSibling(path.getFileName() + "-wal"));
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
        if (crashed) {
            check(connection);
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
        try (var statement = connection.createStatement(); var result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!"ok".equals(result.getString(1))) {
                connection.close();
                throw new SQLiteException(result.getString(1), SQLiteErrorCode.SQLITE_CORRUPT);
            }
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

    /** All of {@code work} or nothing of it. The writing thread only. */
    <T> T write(Function<Tables, T> work) {
        return writer.inTransaction(handle -> work.apply(new Tables(handle)));
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

    /** Empties the log of former pages; waits a little for readers who still need them. The writing thread only. */
    boolean erase() {
        for (int attempt = 0; attempt < ERASE_ATTEMPTS; attempt++) {
            int busy = writer.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapTo(Integer.class).one();
            if (busy == 0) {
                return true;
            }
            try {
                Thread.sleep(ERASE_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
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
