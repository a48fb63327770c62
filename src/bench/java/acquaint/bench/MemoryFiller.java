package acquaint.bench;

import acquaint.memory.Utterance;
import acquaint.memory.local.LocalMemory;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Has the embedded memory keep what was said in the tickets of a generated desk, through the same calls as the program.
 * Many sessions at a time, since those that wait together share one commit.
 */
final class MemoryFiller {

    /** Sessions in hand at once. */
    private static final int AT_ONCE = 2_000;

    private record Ticket(TicketId id, CustomerId customer, boolean closed, String subject, Instant createdAt) {}

    private final Path directory;
    private final DeskSize size;

    MemoryFiller(Path directory, DeskSize size) {
        this.directory = directory;
        this.size = size;
    }

    /** Open tickets' customers first, for their memory is what the window asks for. Returns how much was remembered. */
    int fill() throws Exception {
        int utterances = 0;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("desk.db").toUri());
                var memory = LocalMemory.open(directory.resolve("memory"))) {
            List<Ticket> tickets = tickets(connection);
            for (int i = 0; i < tickets.size(); i += AT_ONCE) {
                utterances += remember(memory, connection, tickets.subList(i, Math.min(tickets.size(), i + AT_ONCE)));
            }
            // Two sessions of one customer in one batch would cost a commit between them.
            for (List<Ticket> round : roundsOfDifferentCustomers(tickets)) {
                for (int i = 0; i < round.size(); i += AT_ONCE) {
                    inParallel(round.subList(i, Math.min(round.size(), i + AT_ONCE)), t -> () -> memory.flush(t.customer(), t.id().session()));
                }
            }
        }
        return utterances;
    }

    private List<Ticket> tickets(Connection connection) throws SQLException {
        var tickets = new ArrayList<Ticket>();
        try (var query = connection.prepareStatement("SELECT id, customer, status, subject, created_at FROM ticket"
                + " ORDER BY customer NOT IN (SELECT customer FROM ticket WHERE status <> 'CLOSED'), id LIMIT ?")) {
            query.setInt(1, size.remembered());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tickets.add(new Ticket(new TicketId(rows.getString(1)), new CustomerId(rows.getString(2)),
                            rows.getString(3).equals("CLOSED"), rows.getString(4), Instant.ofEpochMilli(rows.getLong(5))));
                }
            }
        }
        return tickets;
    }

    private static int remember(LocalMemory memory, Connection connection, List<Ticket> tickets) throws Exception {
        Map<Ticket, List<Utterance>> said = new HashMap<>();
        for (Ticket ticket : tickets) {
            said.put(ticket, said(connection, ticket));
        }
        inParallel(tickets, t -> () -> {
            memory.remember(t.customer(), t.id().session(), said.get(t));
            return null;
        });
        return said.values().stream().mapToInt(List::size).sum();
    }

    private static List<Utterance> said(Connection connection, Ticket ticket) throws SQLException {
        var said = new ArrayList<Utterance>();
        said.add(new Utterance(new MessageId(ticket.id() + "#subject"), Utterance.Speaker.SUBJECT, "", ticket.createdAt(), ticket.subject()));
        try (var query = connection.prepareStatement(
                "SELECT id, kind, author, at, text FROM message WHERE ticket = ? AND kind IN ('CUSTOMER', 'REPLY') ORDER BY position")) {
            query.setString(1, ticket.id().value());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    said.add(new Utterance(new MessageId(rows.getString(1)),
                            rows.getString(2).equals("CUSTOMER") ? Utterance.Speaker.CUSTOMER : Utterance.Speaker.AGENT,
                            rows.getString(3), Instant.ofEpochMilli(rows.getLong(4)), rows.getString(5)));
                }
            }
        }
        return said;
    }

    private static List<List<Ticket>> roundsOfDifferentCustomers(List<Ticket> tickets) {
        Map<CustomerId, Integer> seen = new HashMap<>();
        var rounds = new ArrayList<List<Ticket>>();
        for (Ticket ticket : tickets) {
            if (ticket.closed()) {
                int round = seen.merge(ticket.customer(), 1, Integer::sum) - 1;
                if (round == rounds.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(ticket);
            }
        }
        return rounds;
    }

    private static void inParallel(List<Ticket> tickets, Function<Ticket, Callable<?>> work) throws Exception {
        List<Callable<Object>> calls = new ArrayList<>();
        for (Ticket ticket : tickets) {
            Callable<?> call = work.apply(ticket);
            calls.add(call::call);
        }
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : workers.invokeAll(calls)) {
                done.get();
            }
        }
    }
}
