package acquaint.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The numbered migrations of a desk. The version is first read with plain SQL, so that a start on a current file never
 * loads the migration library.
 */
final class Schema {

    /** The newest migration under {@code resources/sql/sqlite}. */
    static final int CURRENT = 10;
    /** Since this one there are {@code draft_outcome} and {@code draft_edit}. */
    static final int DRAFT_OUTCOMES = 5;

    /** Since this one there are {@code brief_draft} and {@code review}. */
    static final int HANDOFFS = 6;

    /** Since this one there is {@code former_brief}. */
    static final int FORMER_BRIEFS = 8;

    private static final String HISTORY = "flyway_schema_history";

    private Schema() {}

    /** The newest migration that was applied; 0 for a file without any. */
    static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var found = statement.executeQuery(
                    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + HISTORY + "'")) {
                if (!found.next()) {
                    return 0;
                }
            }
            try (var newest = statement.executeQuery(
                    "SELECT max(CAST(version AS INTEGER)) FROM " + HISTORY + " WHERE success = 1")) {
                return newest.next() ? newest.getInt(1) : 0;
            }
        }
    }

    /** Brings the database up to {@link #CURRENT}; each migration is one transaction. */
    static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).locations("classpath:sql/sqlite").table(HISTORY).load().migrate();
    }
}
