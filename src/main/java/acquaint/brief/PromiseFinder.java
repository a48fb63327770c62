package acquaint.brief;

import acquaint.model.Message;
import java.time.ZoneId;
import java.util.List;

/** Finds what an agent promises in a reply. Safe for any thread. */
public final class PromiseFinder {

    private final ZoneId zone;

    /** {@code zone} is where "tomorrow" and "by Friday" are meant. */
    public PromiseFinder(ZoneId zone) {
        this.zone = zone;
    }

    /** In the order of the text. */
    public List<FoundPromise> in(Message reply) {
        return List.of();
    }
}
