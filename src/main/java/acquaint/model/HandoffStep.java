package acquaint.model;

import java.time.Instant;

/** One thing that happened to a handoff, in the words of who did it; {@code words} is empty where nothing had to be said. */
public record HandoffStep(HandoffId handoff, Instant at, String who, Kind kind, String words) {

    public enum Kind { HANDED_OVER, ACCEPTED, RETURNED, ASKED, ANSWERED, REASSIGNED, TAKEN_OVER, WAITING_ON_CUSTOMER, WAITING_ON_INTERNAL, RESUMED, DECIDED, ENDED }
}
