package acquaint.memory.everos;

import java.util.Optional;

/** What became of a {@link Batch}. {@code task} names the work that is still to be done, where the service said it. */
public record Added(Status status, int count, Optional<String> task) {

    public enum Status { QUEUED, ACCUMULATED, EXTRACTED }
}
