package acquaint.casework;

import acquaint.model.Mode;
import acquaint.model.TicketId;
import java.util.Map;

/** What the agent typed and did not send, per ticket and mode. A save is on disk when it returns. */
public final class Drafts {

    /** Saves; blank text removes the draft. */
    public void save(TicketId ticket, Mode mode, String text) {
        throw new UnsupportedOperationException();
    }

    /** The ticket's drafts; a mode without one is absent. */
    public Map<Mode, String> of(TicketId ticket) {
        throw new UnsupportedOperationException();
    }
}
