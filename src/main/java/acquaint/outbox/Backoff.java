package acquaint.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from one second to five minutes, of which a random half is taken
 * off, so that tickets that failed together do not come back together ("equal jitter", AWS Architecture Blog, 2015).
 */
record Backoff(RandomGenerator random) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** {@code failures} counts from 1. */
    Duration after(int failures) {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.clamp(failures - 1L, 0, 20));
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }
}
