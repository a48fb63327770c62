package acquaint.casework;

import acquaint.model.TicketId;
import acquaint.store.AuditTable;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What has happened for the first time on a desk. Each look reads only what is new since the last one. Blocks; safe for several threads. */
public final class Beginnings {

    /** {@code imported}: conversations were brought in from elsewhere; {@code replied}: a reply has left for a customer. */
    public record Begun(boolean imported, boolean replied) {}

    /** Of a reply that never left, somebody hears elsewhere. */
    private static final int CANDIDATES = 200;

    private final Desk desk;
    private final Set<TicketId> answered = new LinkedHashSet<>();
    private long looked;
    private boolean imported;
    private boolean replied;

    public Beginnings(Desk desk) {
        this.desk = desk;
    }

    /** Whether there is no ticket yet. */
    public boolean isEmpty() {
        return !desk.read(session -> session.queue().any());
    }

    public synchronized Begun look() {
        if (!imported || !replied) {
            desk.read(session -> {
                look(session);
                return null;
            });
        }
        return new Begun(imported, replied);
    }

    private void look(Session session) {
        long newest = session.audit().newest();
        imported = imported || !session.audit().between(looked, newest, "import", 1).isEmpty();
        session.audit().between(looked, newest, "send", CANDIDATES).stream().map(AuditTable.Numbered::ticket).flatMap(Optional::stream).forEach(answered::add);
        replied = replied || answered.stream().anyMatch(ticket -> session.messages().anySent(ticket));
        looked = newest;
    }
}
