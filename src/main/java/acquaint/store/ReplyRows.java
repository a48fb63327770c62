package acquaint.store;

import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Replies in the order in which they came to the desk, for an index that follows. A row's number stays while the desk's file is the same. */
public final class ReplyRows {

    /** A reply and the number of its row. */
    public record Row(long number, Message reply) {}

    private final Handle handle;

    ReplyRows(Handle handle) {
        this.handle = handle;
    }

    /** The next {@code limit} replies past a row, without those from the first held one on: it may still be taken back, and its number given anew. */
    public List<Row> after(long number, int limit) {
        List<Row> rows = handle.select("SELECT rowid, id, ticket, position, author, at, text, delivery FROM message WHERE rowid > ? AND kind = 'REPLY' ORDER BY rowid LIMIT ?", number, limit)
                .map((row, _) -> new Row(row.getLong(1), new Message(new MessageId(row.getString(2)), new TicketId(row.getString(3)), row.getLong(4), Message.Kind.REPLY,
                        row.getString(5), Instant.ofEpochMilli(row.getLong(6)), row.getString(7), Message.Delivery.valueOf(row.getString(8))))).list();
        return rows.stream().takeWhile(row -> row.reply().delivery() != Message.Delivery.HELD).toList();
    }

    /** Which reply a row holds now. */
    public Optional<MessageId> at(long number) {
        return handle.select("SELECT id FROM message WHERE rowid = ?", number).map((row, _) -> new MessageId(row.getString(1))).findOne();
    }

    /** Tickets that are forgotten, and up to which position. */
    public Map<TicketId, Long> forgotten() {
        return handle.createQuery("SELECT ticket, position FROM forgotten_memory").map((row, _) -> Map.entry(new TicketId(row.getString(1)), row.getLong(2)))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
