package acquaint.memory.local;

import acquaint.memory.Episode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of the episodes that were found are wanted: those that {@code wanted} lets through, and that come at least as near to the
 * question as {@code radius}, a cosine, where they were not found by their words. The others do not count towards a limit, and the
 * newest do not stand in for them.
 */
public record Narrowing(Predicate<Episode> wanted, Optional<Double> radius) {

    /** All of them. */
    static final Narrowing NONE = new Narrowing(_ -> true, Optional.empty());
}
