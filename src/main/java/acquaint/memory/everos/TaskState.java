package acquaint.memory.everos;

import java.util.Optional;

/** Where a piece of the service's own work stands. */
public record TaskState(String id, Status status, Optional<String> error) {

    public enum Status {
        /** Queued or under way; also any word that this client does not know, as long as the task has no end. */
        UNDER_WAY,
        SUCCESS,
        FAILED
    }
}
