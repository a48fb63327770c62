package acquaint.pattern;

import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;

/**
 * Another customer's ticket like the one at hand, with nothing personal of theirs. {@code shared} are words that both use; {@code likeness} is from 0 to 1;
 * {@code solvedBy} are cleaned sentences of our replies there. Best first in a list: likest, and of those the ones whose fix held.
 */
public record LikeCase(TicketId ticket, Instant at, List<String> shared, double likeness, Fix fix, List<String> solvedBy, List<Difference> differences) {

    /** What became of the solution. */
    public enum Fix {
        /** Closed, not opened again, and not asked anew within 30 days. */
        HELD,
        /** Closed and not opened again, but not for long enough to tell. */
        RECENT,
        /** Opened again, or asked anew within 30 days. */
        CAME_BACK,
        /** Not ended yet. */
        OPEN
    }

    public LikeCase {
        shared = List.copyOf(shared);
        solvedBy = List.copyOf(solvedBy);
        differences = List.copyOf(differences);
    }
}
