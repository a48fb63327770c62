package acquaint.store;

import acquaint.model.MessageId;
import acquaint.model.TicketStatus;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is needed to take back replies that are still held. */
public final class HeldTable {

    /** How the ticket was before a reply, what status the reply gave it, and the event that closed it with the reply. */
    public record Held(
            MessageId reply, TicketStatus before, TicketStatus after, Optional<Instant> waitingSince, Optional<MessageId> closing) {}

    private final Handle handle;

    HeldTable(Handle handle) {
        this.handle = handle;
    }

    public void insert(Held held) {
        handle.execute("INSERT INTO held (message, status_before, status_after, waiting_since, closing_event) VALUES (?, ?, ?, ?, ?)",
                held.reply().value(), held.before().name(), held.after().name(),
                held.waitingSince().map(Instant::toEpochMilli).orElse(null), held.closing().map(MessageId::value).orElse(null));
    }

    public Optional<Held> find(MessageId reply) {
        return handle.select("SELECT status_before, status_after, waiting_since, closing_event FROM held WHERE message = ?", reply.value())
                .map((row, context) -> {
                    long millis = row.getLong(3);
                    Optional<Instant> waiting = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
                    return new Held(reply, TicketStatus.valueOf(row.getString(1)), TicketStatus.valueOf(row.getString(2)),
                            waiting, Optional.ofNullable(row.getString(4)).map(MessageId::new));
                })
                .findOne();
    }

    /**
     * The reply before {@code later} was taken back: taking back {@code later} as well leads to before both, but never back
     * behind what the customer or an agent did to the ticket between them.
     */
    public void inherit(Held later, Held earlier) {
        TicketStatus before = later.before() == earlier.after() ? earlier.before() : later.before();
        handle.execute("UPDATE held SET status_before = ?, waiting_since = ? WHERE message = ?", before.name(),
                earlier.waitingSince().or(later::waitingSince).map(Instant::toEpochMilli).orElse(null), later.reply().value());
    }

    public void remove(MessageId reply) {
        handle.execute("DELETE FROM held WHERE message = ?", reply.value());
    }
}
