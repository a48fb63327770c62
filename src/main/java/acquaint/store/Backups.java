package acquaint.store;

import acquaint.model.TicketId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The automatic copies of a desk, one a day, the newest seven. A copy appears under its name only when it is whole. */
final class Backups {

    static final int KEPT = 7;

    private static final String PART = "desk.part";

    private static final Pattern NAME = Pattern.compile("desk-\\d{4}-\\d{2}-\\d{2}\\.db");

    private final Path directory;

    Backups(Path desk) {
        this.directory = desk.resolve("backups");
    }

    /** Newest first. */
    List<Path> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(f -> NAME.matcher(f.getFileName().toString()).matches())
                    .sorted(Comparator.comparing((Path f) -> f.getFileName().toString()).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the desk's file unless that was done on this day. Writers are not held up. */
    Optional<Path> make(Path file, LocalDate day) throws SQLException {
        Path backup = directory.resolve("desk-" + day + ".db");
        if (Files.exists(backup)) {
            return Optional.empty();
        }
        Path part = directory.resolve(PART);
        try {
            Files.createDirectories(directory);
            deleteLeftOvers();
            copy(file, part);
            Durably.force(part);
            Files.move(part, backup, StandardCopyOption.ATOMIC_MOVE);
            for (Path old : all().stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
            return Optional.of(backup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the drafts of these tickets out of every copy, and out of their briefs and notes what the desk in {@code file} no longer has there. Harmless when repeated; a copy that is damaged is of no use and is deleted. */
    void forgetDrafts(Path file, List<TicketId> tickets) throws SQLException {
        Path part = directory.resolve(PART);
        for (Path backup : all()) {
            try {
                deleteLeftOvers();
                Files.copy(backup, part);
                forgetDrafts(part, file, tickets);
                Durably.force(part);
                Files.move(part, backup, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                if (!DamagedDesk.isBehind(e)) {
                    throw e;
                }
                deleteDamaged(backup);
            }
        }
    }

    private void deleteDamaged(Path backup) {
        try {
            deleteLeftOvers();
            Files.delete(backup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a program that was killed: a log that is of another file would be played back into the next one. */
    private void deleteLeftOvers() throws IOException {
        for (String end : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(directory.resolve(PART + end));
        }
    }

    private static void forgetDrafts(Path copy, Path file, List<TicketId> tickets) throws SQLException {
        try (var connection = Connections.writing(copy)) {
            execute(connection, "PRAGMA journal_mode = DELETE");
            forEach(connection, "DELETE FROM draft WHERE ticket = ?", tickets);
            if (Schema.version(connection) >= Schema.DRAFT_OUTCOMES) {
                forEach(connection, "UPDATE draft_outcome SET proposed = NULL, wrong_words = NULL WHERE ticket = ?", tickets);
                forEach(connection, "DELETE FROM draft_edit WHERE ticket = ?", tickets);
            }
            if (Schema.version(connection) >= Schema.HANDOFFS) {
                forEach(connection, "DELETE FROM brief_draft WHERE ticket = ?", tickets);
                forgetBriefs(connection, file, tickets);
                forEach(connection, "UPDATE review SET proposed = NULL, edited = NULL, text = CASE WHEN state IN ('SENT_BACK', 'TAKEN_BACK') THEN '' ELSE text END WHERE ticket = ?", tickets);
            }
            execute(connection, "VACUUM");
        }
    }

    /** Has notes and briefs say what they say on the desk now; both are changed there only to forget. */
    private static void forgetBriefs(Connection connection, Path file, List<TicketId> tickets) throws SQLException {
        try (var attach = connection.prepareStatement("ATTACH DATABASE ? AS desk")) {
            attach.setString(1, file.toString());
            attach.execute();
        }
        forEach(connection, "UPDATE message SET text = (SELECT d.text FROM desk.message d WHERE d.id = message.id) WHERE ticket = ? AND kind = 'NOTE'"
                + " AND EXISTS (SELECT 1 FROM desk.message d WHERE d.id = message.id AND d.text <> message.text)", tickets);
        String stale = " AND EXISTS (SELECT 1 FROM desk.handoff d WHERE d.id = main.handoff.id AND d.requested_decision <> main.handoff.requested_decision)";
        forEach(connection, "UPDATE main.handoff SET requested_decision = (SELECT d.requested_decision FROM desk.handoff d WHERE d.id = main.handoff.id) WHERE ticket = ?" + stale, tickets);
        String ofTicket = " WHERE handoff IN (SELECT h.id FROM main.handoff h WHERE h.ticket = ?)";
        forEach(connection, "UPDATE main.handoff_brief SET json = coalesce((SELECT d.json FROM desk.handoff_brief d WHERE d.handoff = main.handoff_brief.handoff), json)" + ofTicket, tickets);
        if (Schema.version(connection) >= Schema.FORMER_BRIEFS) {
            forEach(connection, "UPDATE main.former_brief SET json = coalesce((SELECT d.json FROM desk.former_brief d WHERE d.id = main.former_brief.id), json)" + ofTicket, tickets);
        }
        execute(connection, "DETACH DATABASE desk");
    }

    private static void forEach(Connection connection, String sql, List<TicketId> tickets) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (TicketId ticket : tickets) {
                statement.setString(1, ticket.value());
                statement.execute();
            }
        }
    }

    /** An open statement would keep the next one from ending its transaction. */
    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void copy(Path file, Path target) throws SQLException {
        try (var connection = Connections.writing(file); var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, target.toString());
            vacuum.execute();
        }
    }
}
