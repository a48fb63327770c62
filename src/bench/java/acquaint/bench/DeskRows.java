package acquaint.bench;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.Folded;
import acquaint.model.Message;
import acquaint.model.Ticket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows as the store writes them, but thousands at once: for each message also the promise that memory would keep it, which
 * was carried out, and its entry in the audit trail, so that the file is as large and as mixed as a desk grown over years.
 */
final class DeskRows implements AutoCloseable {

    private static final int BATCH = 5_000;

    /** One prepared statement that is carried out for many rows at a time. */
    private static final class Rows {

        private final PreparedStatement statement;
        private int waiting;

        Rows(Connection connection, String table, int columns) throws SQLException {
            statement = connection.prepareStatement("INSERT INTO " + table + " VALUES ("
                    + Stream.generate(() -> "?").limit(columns).collect(Collectors.joining(", ")) + ")");
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, Types.NULL);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.addBatch();
            if (++waiting == BATCH) {
                flush();
            }
        }

        void flush() throws SQLException {
            statement.executeBatch();
            waiting = 0;
        }
    }

    private final List<Rows> tables = new ArrayList<>();
    private final Rows customers;
    private final Rows addresses;
    private final Rows tickets;
    private final Rows tags;
    private final Rows messages;
    private final Rows seen;
    private final Rows outbox;
    private final Rows audit;
    private final Rows counters;

    DeskRows(Connection connection) throws SQLException {
        customers = rows(connection, "customer (id, name, tier, city, since, search)", 6);
        addresses = rows(connection, "customer_address (kind, value, customer, ordinal)", 4);
        tickets = rows(connection, "ticket (id, customer, subject, channel, status, priority, assignee, created_at, updated_at,"
                + " waiting_since, last_position, last_at, last_kind, preview, last_customer_position, version)", 16);
        tags = rows(connection, "ticket_tag (ticket, ordinal, tag)", 3);
        messages = rows(connection, "message (ticket, position, id, kind, author, at, text, delivery)", 8);
        seen = rows(connection, "seen (ticket, agent, position)", 3);
        outbox = rows(connection, "outbox (ticket, customer, message, lane, kind, payload, state, not_before, next_try, attempts)", 10);
        audit = rows(connection, "audit (at, who, what, ticket, customer, after)", 6);
        counters = rows(connection, "counter (name, value)", 2);
    }

    private Rows rows(Connection connection, String table, int columns) throws SQLException {
        var rows = new Rows(connection, table, columns);
        tables.add(rows);
        return rows;
    }

    void customer(Customer customer) throws SQLException {
        String search = Stream.concat(Stream.of(customer.name(), customer.id().value()), customer.addresses().stream().map(Address::value))
                .map(Folded::of).collect(Collectors.joining("\n"));
        customers.add(customer.id().value(), customer.name(), customer.tier().orElse(null), customer.city().orElse(null),
                customer.since().toEpochMilli(), search);
        int ordinal = 0;
        for (Address address : customer.addresses()) {
            addresses.add(address.kind().name(), address.value(), customer.id().value(), ordinal++);
        }
    }

    void message(GeneratedTicket of, Message message) throws SQLException {
        String ticket = message.ticket().value();
        long at = message.at().toEpochMilli();
        messages.add(ticket, message.position(), message.id().value(), message.kind().name(), message.author(), at,
                message.text(), message.delivery().name());
        String customer = of.ticket().customer().value();
        switch (message.kind()) {
            case CUSTOMER -> promise(ticket, customer, message, "MEMORY", "REMEMBER", at);
            case REPLY -> {
                promise(ticket, customer, message, "DELIVERY", "DELIVER", at);
                promise(ticket, customer, message, "MEMORY", "REMEMBER", at);
                audit.add(at, message.author(), "reply", ticket, customer, "{\"message\":\"" + message.id() + "\"}");
            }
            case NOTE, EVENT -> audit.add(at, message.author(), message.kind().name().toLowerCase(java.util.Locale.ROOT),
                    ticket, customer, "{\"message\":\"" + message.id() + "\"}");
        }
    }

    private void promise(String ticket, String customer, Message message, String lane, String kind, long at) throws SQLException {
        outbox.add(ticket, customer, message.id().value(), lane, kind, "", "DONE", at, at, 0);
    }

    void ticket(GeneratedTicket generated) throws SQLException {
        Ticket ticket = generated.ticket();
        String id = ticket.id().value();
        Optional<Long> waiting = ticket.waitingSince().map(Instant::toEpochMilli);
        tickets.add(id, ticket.customer().value(), ticket.subject(), ticket.channel(), ticket.status().name(),
                ticket.priority().name(), ticket.assignee().orElse(null), ticket.createdAt().toEpochMilli(),
                ticket.updatedAt().toEpochMilli(), waiting.orElse(null), ticket.lastPosition(),
                generated.lastSaid().at().toEpochMilli(), generated.lastSaid().kind().name(), generated.preview(),
                generated.lastOfCustomer(), ticket.lastPosition());
        int ordinal = 0;
        for (String tag : ticket.tags()) {
            tags.add(id, ordinal++, tag);
        }
        if (generated.seen) {
            seen.add(id, People.ME, ticket.lastPosition());
        }
    }

    void counter(String name, long value) throws SQLException {
        counters.add(name, value);
    }

    @Override
    public void close() throws SQLException {
        for (Rows rows : tables) {
            rows.flush();
            rows.statement.close();
        }
    }
}
