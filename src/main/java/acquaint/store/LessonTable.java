package acquaint.store;

import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What agents change in proposals again and again, and the changes that are no lesson yet. Neither holds personal data. */
public final class LessonTable {

    public enum Kind {
        /** A phrase that agents take out. */
        REMOVE,
        /** A phrase in whose place agents write another. */
        REPLACE,
        /** How a reply begins. */
        GREETING
    }

    public enum State { ON, OFF, DELETED }

    /** One change: {@code now} is empty where something was taken out. */
    public record Edit(Kind kind, String former, String now) {}

    /** What was learned from changes in so many tickets, at that time. */
    public record Lesson(long id, Edit edit, boolean on, int tickets, Instant at) {}

    private static final String SAME = "kind = ? AND former = ? AND now = ?";

    private final Handle handle;

    LessonTable(Handle handle) {
        this.handle = handle;
    }

    public void add(Edit edit, TicketId ticket, Instant at) {
        handle.execute("INSERT INTO draft_edit (kind, former, now, ticket, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, former, now, ticket) DO NOTHING",
                edit.kind().name(), edit.former(), edit.now(), ticket.value(), at.toEpochMilli());
    }

    /** In how many tickets the change was made, if those are of two customers at least; 0 otherwise. */
    public int tickets(Edit edit) {
        return handle.select("SELECT count(DISTINCT e.ticket), count(DISTINCT t.customer) FROM draft_edit e JOIN ticket t ON t.id = e.ticket WHERE " + SAME,
                edit.kind().name(), edit.former(), edit.now()).map((row, _) -> row.getInt(2) < 2 ? 0 : row.getInt(1)).one();
    }

    /** Makes it a lesson, if it never was one; what says otherwise is switched off. */
    public void learn(Edit edit, int tickets, Instant at) {
        int made = handle.execute("INSERT INTO lesson (kind, former, now, state, tickets, at) VALUES (?, ?, ?, 'ON', ?, ?) ON CONFLICT (kind, former, now) DO NOTHING",
                edit.kind().name(), edit.former(), edit.now(), tickets, at.toEpochMilli());
        if (made > 0) {
            handle.execute("UPDATE lesson SET state = 'OFF' WHERE state = 'ON' AND now <> ? AND former = ?", edit.now(), edit.former());
            handle.execute("UPDATE lesson SET state = 'OFF' WHERE state = 'ON' AND former = ? AND now = ?", edit.now(), edit.former());
        }
        handle.execute("DELETE FROM draft_edit WHERE " + SAME, edit.kind().name(), edit.former(), edit.now());
    }

    /** Newest first, without deleted ones. */
    public List<Lesson> all() {
        return handle.createQuery("SELECT id, kind, former, now, state, tickets, at FROM lesson WHERE state <> 'DELETED' ORDER BY at DESC, id DESC")
                .map((row, _) -> new Lesson(row.getLong(1), new Edit(Kind.valueOf(row.getString(2)), row.getString(3), row.getString(4)),
                        State.valueOf(row.getString(5)) == State.ON, row.getInt(6), Instant.ofEpochMilli(row.getLong(7)))).list();
    }

    public void state(long id, State state) {
        handle.execute("UPDATE lesson SET state = ? WHERE id = ?", state.name(), id);
    }

    /** Drops changes that came to nothing. */
    public void dropEdits(Instant before) {
        handle.execute("DELETE FROM draft_edit WHERE at < ?", before.toEpochMilli());
    }
}
