package acquaint.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/**
 * The steps from a file to a connection that may write to it, cheapest first: a look at the header, the version, and
 * only after a crash a check of every page, which takes as long as reading the file.
 */
final class DeskOpening {

    private final DeskFile file;
    private final Backups backups;

    DeskOpening(Path directory) {
        this.file = new DeskFile(Desk.file(directory));
        this.backups = new Backups(directory);
    }

    Connection connect() {
        try {
            boolean crashed = file.closedBadly();
            int version = look();
            Connection connection = Connections.writing(file.path());
            boolean ready = false;
            try {
                makeReady(connection, crashed, version);
                ready = true;
                return connection;
            } finally {
                if (!ready) {
                    connection.close();
                }
            }
        } catch (SQLException | FlywayException e) {
            throw DamagedDesk.isBehind(e) ? damaged(e.getMessage(), e) : new DeskFailure(e);
        }
    }

    private int look() throws SQLException {
        String defect = file.defect(!backups.all().isEmpty());
        if (defect != null) {
            throw damaged(defect, null);
        }
        int version = file.isEmpty() ? 0 : file.version();
        if (version > Schema.CURRENT) {
            throw new NewerDesk(file.path(), version, Schema.CURRENT);
        }
        return version;
    }

    private void makeReady(Connection connection, boolean crashed, int version) throws SQLException {
        if (crashed) {
            check(connection);
        }
        if (version < Schema.CURRENT) {
            Schema.migrate(Connections.writer(file.path()));
        }
    }

    private void check(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!result.next() || !"ok".equals(result.getString(1))) {
                throw damaged("its pages contradict each other", null);
            }
        }
    }

    private DamagedDesk damaged(String why, Throwable cause) {
        return new DamagedDesk(file.path(), why, backups.all(), cause);
    }
}
