package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Texts;
import acquaint.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What was said, by ticket and position. A position is given once: one whose message was taken back stays empty, so
 * that what an agent has seen up to it stays true. Adding and removing keeps up what the ticket's row says of its messages.
 */
public final class MessageTable {

    /** How many characters of the last message's first line the queue shows. */
    static final int PREVIEW = 160;

    private static final String COLUMNS = "SELECT id, ticket, position, kind, author, at, text, delivery FROM message ";

    private final Handle handle;
    private final Set<TicketId> touched;

    MessageTable(Handle handle, Set<TicketId> touched) {
        this.handle = handle;
        this.touched = touched;
    }

    public Optional<Message> find(MessageId id) {
        return handle.select(COLUMNS + "WHERE id = ?", id.value()).map((row, context) -> message(row)).findOne();
    }

    /** Adds messages of one ticket, in order, as one batch. */
    public void add(List<Message> messages) {
        try (var batch = handle.prepareBatch("INSERT INTO message (ticket, position, id, kind, author, at, text, delivery)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Message message : messages) {
                batch.bind(0, message.ticket().value()).bind(1, message.position()).bind(2, message.id().value())
                        .bind(3, message.kind().name()).bind(4, message.author()).bind(5, message.at().toEpochMilli())
                        .bind(6, message.text()).bind(7, message.delivery().name()).add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        messages.stream().map(Message::ticket).distinct().forEach(this::summarise);
    }

    public void add(Message message) {
        add(List.of(message));
    }

    /** Keeps a message with other words, since some of them are to be forgotten. */
    public void text(Message message, String text) {
        handle.execute("UPDATE message SET text = ? WHERE id = ?", text, message.id().value());
        summarise(message.ticket());
    }

    /** Removes a message that was taken back. */
    public void remove(Message message) {
        handle.execute("DELETE FROM message WHERE id = ?", message.id().value());
        summarise(message.ticket());
    }

    /** Whether a reply of this ticket has left. */
    public boolean anySent(TicketId ticket) {
        return handle.select("SELECT 1 FROM message WHERE ticket = ? AND delivery = 'SENT' LIMIT 1", ticket.value()).mapTo(Integer.class).findOne().isPresent();
    }

    /** How far a reply has come on its way. */
    public void delivery(MessageId id, Message.Delivery delivery) {
        handle.select("UPDATE message SET delivery = ? WHERE id = ? RETURNING ticket", delivery.name(), id.value())
                .mapTo(String.class).findOne().ifPresent(ticket -> touched.add(new TicketId(ticket)));
    }

    /** The newest {@code limit} messages before {@code position}, in order. */
    public List<Message> before(TicketId ticket, long position, int limit) {
        return handle.select(COLUMNS + "WHERE ticket = ? AND position < ? ORDER BY position DESC LIMIT ?",
                ticket.value(), position, limit).map((row, context) -> message(row)).list().reversed();
    }

    /** The oldest {@code limit} messages after {@code position}, in order. */
    public List<Message> after(TicketId ticket, long position, int limit) {
        return handle.select(COLUMNS + "WHERE ticket = ? AND position > ? ORDER BY position LIMIT ?",
                ticket.value(), position, limit).map((row, context) -> message(row)).list();
    }

    /** The messages from one position up to and with another, in order. */
    public List<Message> between(TicketId ticket, long from, long to) {
        return handle.select(COLUMNS + "WHERE ticket = ? AND position BETWEEN ? AND ? ORDER BY position", ticket.value(), from, to)
                .map((row, context) -> message(row)).list();
    }

    public long countBefore(TicketId ticket, long position) {
        return handle.select("SELECT count(*) FROM message WHERE ticket = ? AND position < ?", ticket.value(), position)
                .mapTo(Long.class).one();
    }

    public long countAfter(TicketId ticket, long position) {
        return handle.select("SELECT count(*) FROM message WHERE ticket = ? AND position > ?", ticket.value(), position)
                .mapTo(Long.class).one();
    }

    /** The oldest messages past {@code seen} that somebody but {@code agent} wrote, in order; events do not count. */
    public List<Message> unseen(TicketId ticket, String agent, long seen, int limit) {
        return handle.select(COLUMNS + "WHERE ticket = ? AND position > ? AND kind <> 'EVENT'"
                        + " AND (kind = 'CUSTOMER' OR author <> ?) ORDER BY position LIMIT ?", ticket.value(), seen, agent, limit)
                .map((row, context) -> message(row)).list();
    }

    /** As {@link #unseen}, without what colleagues noted among themselves. */
    public List<Message> unseenSaid(TicketId ticket, String agent, long seen, int limit) {
        return handle.select(COLUMNS + "WHERE ticket = ? AND position > ? AND (kind = 'CUSTOMER' OR kind = 'REPLY' AND author <> ?) ORDER BY position LIMIT ?",
                        ticket.value(), seen, agent, limit)
                .map((row, context) -> message(row)).list();
    }

    /** The newest messages of these kinds, newest first. */
    public List<Message> newest(TicketId ticket, Set<Message.Kind> kinds, int limit) {
        return handle.createQuery(COLUMNS + "WHERE ticket = :ticket AND kind IN (<kinds>) ORDER BY position DESC LIMIT :limit")
                .bind("ticket", ticket.value()).bindList("kinds", kinds.stream().map(Enum::name).toList())
                .bind("limit", limit).map((row, context) -> message(row)).list();
    }

    /** The position of the newest message of the customer; 0 without one. */
    public long lastOfCustomer(TicketId ticket) {
        return handle.select("SELECT last_customer_position FROM ticket WHERE id = ?", ticket.value())
                .mapTo(Long.class).findOne().orElse(0L);
    }

    /** Ids of all replies to a customer, the newest first. */
    public List<MessageId> replies(CustomerId customer) {
        return handle.select("SELECT m.id FROM ticket t JOIN message m ON m.ticket = t.id WHERE t.customer = ? AND m.kind = 'REPLY' ORDER BY m.at DESC", customer.value())
                .map((row, _) -> new MessageId(row.getString(1))).list();
    }

    /** Ids of the ticket's messages that begin with {@code prefix}. */
    public Set<MessageId> idsBeginning(TicketId ticket, String prefix) {
        return Set.copyOf(handle.select("SELECT id FROM message WHERE ticket = ? AND substr(id, 1, ?) = ?",
                        ticket.value(), prefix.length(), prefix)
                .map((row, context) -> new MessageId(row.getString(1))).list());
    }

    private void summarise(TicketId ticket) {
        Optional<Message> last = newestSaid(ticket, "kind <> 'EVENT'");
        long lastOfCustomer = newestSaid(ticket, "kind = 'CUSTOMER'").map(Message::position).orElse(0L);
        handle.execute("UPDATE ticket SET last_at = coalesce(?, created_at), last_kind = ?, preview = ?, last_customer_position = ?"
                        + " WHERE id = ?",
                last.map(m -> m.at().toEpochMilli()).orElse(null), last.map(Message::kind).orElse(Message.Kind.CUSTOMER).name(),
                last.map(m -> Texts.firstLine(m.text(), PREVIEW)).orElse(""), lastOfCustomer, ticket.value());
        touched.add(ticket);
    }

    private Optional<Message> newestSaid(TicketId ticket, String condition) {
        return handle.select(COLUMNS + "WHERE ticket = ? AND " + condition + " ORDER BY position DESC LIMIT 1", ticket.value())
                .map((row, context) -> message(row)).findOne();
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(new MessageId(row.getString(1)), new TicketId(row.getString(2)), row.getLong(3),
                Message.Kind.valueOf(row.getString(4)), row.getString(5), Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7), Message.Delivery.valueOf(row.getString(8)));
    }
}
