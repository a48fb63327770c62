package acquaint.model;

import java.util.EnumSet;
import java.util.Set;

/** Where a handoff stands, which is also its column on the board, and where it may go from there. */
public enum HandoffState {
    /** Handed over; nobody has taken it. */
    NEW,
    /** A reviewer has it. */
    ACCEPTED,
    /** The reviewer needs the customer's word. */
    WAITING_ON_CUSTOMER,
    /** The reviewer asked the agent, or waits for somebody else of the house. */
    WAITING_ON_INTERNAL,
    /** The reviewer has decided; the agent carries it out. */
    DECIDED,
    /** Back with the agent, with a reason. */
    RETURNED;

    /** Whether a handoff in this state may be put into {@code next}. */
    public boolean canBecome(HandoffState next) {
        return next().contains(next);
    }

    /** The states that may follow; a decision is the end. A question may be asked before the handoff is accepted. */
    public Set<HandoffState> next() {
        return switch (this) {
            case NEW -> EnumSet.of(ACCEPTED, WAITING_ON_INTERNAL, RETURNED);
            case ACCEPTED, WAITING_ON_CUSTOMER, WAITING_ON_INTERNAL -> {
                var others = EnumSet.allOf(HandoffState.class);
                others.remove(this);
                yield others;
            }
            case RETURNED -> EnumSet.of(NEW);
            case DECIDED -> EnumSet.noneOf(HandoffState.class);
        };
    }
}
