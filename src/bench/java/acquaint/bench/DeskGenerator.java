package acquaint.bench;

import acquaint.store.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;

/**
 * Makes a large desk out of a seed, or finds the one made before. The store makes the tables; the rows are then written by
 * plain SQL in one transaction without waiting for the disk, which no program that holds a user's data may do.
 */
final class DeskGenerator {

    /** Stands beside a desk that was finished. */
    private static final String FINISHED = "generated";

    private final Path parent;
    private final DeskSize size;

    DeskGenerator(Path parent, DeskSize size) {
        this.parent = parent;
        this.size = size;
    }

    /** The directory of the desk, with its memory. Says what it does on standard error, since it takes minutes. */
    Path desk() throws Exception {
        Path directory = parent.resolve(size.directory());
        if (Files.exists(directory.resolve(FINISHED))) {
            return directory;
        }
        remove(directory);
        long begun = System.nanoTime();
        Desk.open(directory, Clock.systemUTC()).close();
        write(directory.resolve("desk.db"));
        say("%,d tickets and %,d messages written", size.tickets(), size.messages(), begun);
        begun = System.nanoTime();
        int utterances = new MemoryFiller(directory, size).fill();
        say("%,d utterances of %,d tickets remembered", utterances, size.remembered(), begun);
        Files.writeString(directory.resolve(FINISHED), size + System.lineSeparator());
        return directory;
    }

    private void write(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            pragma(connection, "PRAGMA journal_mode = OFF");
            pragma(connection, "PRAGMA synchronous = OFF");
            pragma(connection, "PRAGMA cache_size = -400000");
            connection.setAutoCommit(false);
            try (var rows = new DeskRows(connection)) {
                write(rows);
            }
            connection.commit();
            connection.setAutoCommit(true);
            pragma(connection, "PRAGMA journal_mode = WAL");
        }
    }

    private void write(DeskRows rows) throws SQLException {
        var story = new Story(size);
        var people = new People(size);
        for (int customer = 0; customer < size.customers(); customer++) {
            rows.customer(people.customer(customer));
        }
        var tickets = new GeneratedTicket[size.tickets()];
        for (int message = 0; message < story.times.length; message++) {
            int number = story.tickets[message];
            GeneratedTicket ticket = tickets[number];
            if (ticket == null) {
                ticket = GeneratedTicket.begun(story, people, number, story.times[message]);
                tickets[number] = ticket;
            }
            rows.message(ticket, ticket.next(story.times[message]));
        }
        for (GeneratedTicket ticket : tickets) {
            rows.ticket(ticket);
        }
        rows.counter("ticket", GeneratedTicket.FIRST_NUMBER + size.tickets());
    }

    private static void pragma(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(pragma);
        }
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void say(String what, int first, int second, long begun) {
        System.err.printf(what + " in %.0f s%n", first, second, (System.nanoTime() - begun) / 1e9);
    }
}
