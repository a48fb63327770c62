package acquaint.casework;

import acquaint.model.Draft;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** What the agent typed and did not send, per ticket and mode. A save is on disk when it returns. */
public final class Drafts {

    private final Desk desk;
    private final Clock clock;

    public Drafts(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Saves; blank text removes the draft. */
    public void save(TicketId ticket, Mode mode, String text) {
        desk.write(session -> {
            Journal.ticket(session, ticket);
            if (text.isBlank()) {
                session.drafts().remove(ticket, mode);
            } else {
                session.drafts().save(new Draft(ticket, mode, text, clock.instant()));
            }
            return null;
        });
    }

    /** The ticket's drafts; a mode without one is absent. */
    public Map<Mode, String> of(TicketId ticket) {
        return desk.read(session -> {
            Journal.ticket(session, ticket);
            var drafts = new EnumMap<Mode, String>(Mode.class);
            session.drafts().of(ticket).forEach(draft -> drafts.put(draft.mode(), draft.text()));
            return drafts;
        });
    }
}
