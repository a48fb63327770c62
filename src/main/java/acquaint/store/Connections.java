package acquaint.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens a desk's file: once for writing, several times for reading, and for a look that leaves no trace. */
final class Connections {

    private static final int BUSY_MILLIS = 5_000;
    /** In KiB, negative as SQLite wants it for a size in bytes: 16 MiB for each connection. */
    private static final int CACHE = -16_384;

    private Connections() {}

    /** The one that writes: whatever was committed survives a power cut. */
    static Connection writing(Path file) throws SQLException {
        return writer(file).getConnection();
    }

    static SQLiteDataSource writer(Path file) {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // What is deleted at somebody's wish is not to be read from the file afterwards.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        var source = new SQLiteDataSource(config);
        source.setUrl(url(file));
        return source;
    }

    static Connection reading(Path file) throws SQLException {
        Connection connection = common().createConnection(url(file));
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    /**
     * Reads only. A well closed file is opened as immutable, which creates no companion files; one with a log
     * ({@code logged}) has to be read through that log.
     */
    static Connection looking(Path file, boolean logged) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file.toUri() + (logged ? "?mode=ro" : "?immutable=1"));
    }

    private static SQLiteConfig common() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(CACHE);
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toUri();
    }
}
