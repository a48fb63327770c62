package acquaint.store;

import acquaint.model.HandoffId;

/** A handoff was changed by somebody else since it was read. Read it again and decide anew. */
public final class StaleHandoff extends RuntimeException {

    public StaleHandoff(HandoffId handoff, long version) {
        super("handoff " + handoff + " has changed since version " + version);
    }
}
