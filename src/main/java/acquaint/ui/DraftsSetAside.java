package acquaint.ui;

import acquaint.model.TicketId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Drafts of tickets that the agent left for another, kept until the agent comes back. JavaFX thread only. */
final class DraftsSetAside {

    /** Drafts go stale within hours; nobody has more of them open. */
    private static final int TICKETS = 100;

    private final Map<TicketId, DraftVersions> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TicketId, DraftVersions> eldest) {
            return size() > TICKETS;
        }
    };

    void put(TicketId ticket, DraftVersions versions) {
        if (versions.current().isPresent()) {
            kept.put(ticket, versions);
        }
    }

    Optional<DraftVersions> take(TicketId ticket) {
        return Optional.ofNullable(kept.remove(ticket));
    }
}
