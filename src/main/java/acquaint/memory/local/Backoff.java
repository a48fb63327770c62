package acquaint.memory.local;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to leave a server alone after failures: {@code first} after one, twice as long after each further one, {@code most}
 * at the longest. Up to half of it is left to chance, so that many programs do not come back in the same moment.
 */
public record Backoff(Duration first, Duration most) {

    public static final Backoff USUAL = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    /** A server that asks for more is taken at its word up to here. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    /** After {@code failures} in a row, of which a {@code lasting} one waits for a person; never less than what the server {@code asked} for. */
    Duration pause(int failures, boolean lasting, Optional<Duration> asked, RandomGenerator random) {
        long whole = lasting ? most.toMillis() : Math.min(most.toMillis(), first.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        Duration own = Duration.ofMillis(whole - random.nextLong(whole / 2 + 1));
        return asked.map(wish -> wish.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wish).filter(wish -> wish.compareTo(own) > 0).orElse(own);
    }
}
