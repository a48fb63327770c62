package acquaint.store;

import static acquaint.store.Given.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk of an earlier version of the program opens with all that stood in it. */
class MigrationTest {

    @TempDir
    private Path directory;

    @Test
    void aDeskOfTheFirstVersionKeepsWhatItHadPromised() throws Exception {
        String url = "jdbc:sqlite:" + directory.resolve("desk.db");
        Flyway.configure().dataSource(url, null, null).locations("classpath:sql/sqlite").table("flyway_schema_history").target("1").load().migrate();
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("INSERT INTO customer VALUES ('ana', 'Ana', NULL, NULL, 0, 'ana')");
            statement.execute("INSERT INTO ticket VALUES ('T-1', 'ana', 'Kettle', 'email', 'OPEN', 'NORMAL', NULL, 1, 1, NULL, 0, 1, 'EVENT', '', 0, 1)");
            statement.execute("INSERT INTO outbox (ticket, customer, message, lane, kind, payload, state, not_before, next_try, attempts, last_error) VALUES "
                    + "('T-1', 'ana', 'm1', 'MEMORY', 'REMEMBER', '', 'WAITING', 1, 5, 3, 'was away'),"
                    + "('T-1', 'ana', 'm2', 'MEMORY', 'REMEMBER', '', 'RUNNING', 1, 1, 0, NULL),"
                    + "('T-1', 'ana', 'm0', 'MEMORY', 'FLUSH', '', 'DONE', 1, 1, 0, NULL)");
        }

        try (Desk desk = Desk.open(directory, CLOCK)) {
            List<Effect> left = desk.read(session -> session.outbox().unfinished(new CustomerId("ana"), Effect.Lane.MEMORY, 10));
            assertEquals(List.of("m1", "m2"), left.stream().map(effect -> effect.message().value()).toList());
            assertEquals(List.of(Effect.State.WAITING, Effect.State.RUNNING), left.stream().map(Effect::state).toList());
            assertEquals(Optional.of("was away"), left.getFirst().lastError());
            assertEquals(Optional.empty(), left.getFirst().errorKind());
            boolean due = desk.read(session -> session.outbox().anyDue(Effect.Lane.MEMORY, Instant.ofEpochMilli(5)));
            assertTrue(due);
        }
        try (var connection = DriverManager.getConnection(url)) {
            assertEquals(Schema.CURRENT, Schema.version(connection));
        }
    }

    @Test
    void anOlderBackupForgetsDraftsThoughItKnowsNoProposals() throws Exception {
        try (Desk desk = Desk.open(directory, CLOCK)) {
            assertTrue(desk.backUp().isPresent());
        }
        Path backup = Desk.backups(directory).getFirst();
        Files.delete(backup);
        Flyway.configure().dataSource("jdbc:sqlite:" + backup, null, null).locations("classpath:sql/sqlite").table("flyway_schema_history").target("4").load().migrate();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + backup); var statement = connection.createStatement()) {
            statement.execute("INSERT INTO customer VALUES ('ana', 'Ana', NULL, NULL, 0, 'ana')");
            statement.execute("INSERT INTO ticket VALUES ('T-1', 'ana', 'Kettle', 'email', 'OPEN', 'NORMAL', NULL, 1, 1, NULL, 0, 1, 'EVENT', '', 0, 1)");
            statement.execute("INSERT INTO draft VALUES ('T-1', 'REPLY', 'Half a reply', 1)");
        }
        new Backups(directory).forgetDrafts(directory.resolve("desk.db"), List.of(new TicketId("T-1")));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + backup); var statement = connection.createStatement();
                var left = statement.executeQuery("SELECT count(*) FROM draft")) {
            assertEquals(0, left.getInt(1));
        }
    }
}
