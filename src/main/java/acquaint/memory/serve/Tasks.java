package acquaint.memory.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was taken over without waiting; each is done before its answer leaves, and is remembered for an hour. Thread-safe. */
final class Tasks {

    private static final Duration KEPT = Duration.ofHours(1);

    /** A piece of work that was done at {@code at}. */
    record Task(String id, String session, Instant at) {}

    private final Clock clock;
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    Tasks(Clock clock) {
        this.clock = clock;
    }

    synchronized void done(String id, String session) {
        prune();
        tasks.put(id, new Task(id, session, clock.instant()));
    }

    synchronized Optional<Task> find(String id) {
        prune();
        return Optional.ofNullable(tasks.get(id));
    }

    /** Newest first. */
    synchronized List<Task> all() {
        prune();
        return new ArrayList<>(tasks.values()).reversed();
    }

    private void prune() {
        Instant oldest = clock.instant().minus(KEPT);
        tasks.values().removeIf(task -> task.at().isBefore(oldest));
    }
}
