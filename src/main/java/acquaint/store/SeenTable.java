package acquaint.store;

import acquaint.model.TicketId;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Up to which position each agent has seen a ticket. */
public final class SeenTable {

    private final Handle handle;
    private final Set<TicketId> touched;

    SeenTable(Handle handle, Set<TicketId> touched) {
        this.handle = handle;
        this.touched = touched;
    }

    /** 0 when the agent has seen nothing. */
    public long position(TicketId ticket, String agent) {
        return handle.select("SELECT position FROM seen WHERE ticket = ? AND agent = ?", ticket.value(), agent)
                .mapTo(Long.class).findOne().orElse(0L);
    }

    /** Goes forward only, and never past the newest message. */
    public void advance(TicketId ticket, String agent, long position) {
        int advanced = handle.execute("INSERT INTO seen (ticket, agent, position)"
                        + " SELECT id, ?, CASE WHEN ? < last_position THEN ? ELSE last_position END FROM ticket WHERE id = ?"
                        + " ON CONFLICT (ticket, agent) DO UPDATE SET position = excluded.position"
                        + " WHERE seen.position < excluded.position", agent, position, position, ticket.value());
        if (advanced > 0) {
            touched.add(ticket);
        }
    }

    public void set(TicketId ticket, String agent, long position) {
        handle.execute("INSERT INTO seen (ticket, agent, position) VALUES (?, ?, ?)"
                + " ON CONFLICT (ticket, agent) DO UPDATE SET position = excluded.position", ticket.value(), agent, position);
        touched.add(ticket);
    }

    /** Calls the agent to this message: the ticket is unread for them until they have seen it. */
    public void call(TicketId ticket, String agent, long position) {
        handle.execute("INSERT INTO seen (ticket, agent, position, called) VALUES (?, ?, 0, ?)"
                + " ON CONFLICT (ticket, agent) DO UPDATE SET called = excluded.called", ticket.value(), agent, position);
        touched.add(ticket);
    }
}
