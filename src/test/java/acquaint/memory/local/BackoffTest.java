package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Random random = new Random(1);

    @Test
    void eachFurtherFailureDoublesThePauseUpToTheLongest() {
        long whole = 5;
        for (int failures = 1; failures < 100; failures++) {
            Duration pause = Backoff.USUAL.pause(failures, false, Optional.empty(), random);
            assertTrue(pause.toMillis() <= whole * 1_000 && pause.toMillis() >= whole * 500, failures + ": " + pause);
            whole = Math.min(300, whole * 2);
        }
    }

    @Test
    void whatAPersonMustMendWaitsLongAtOnce() {
        assertTrue(Backoff.USUAL.pause(1, true, Optional.empty(), random).toSeconds() >= 150);
    }

    @Test
    void whatTheServerAsksForIsKeptWithinReason() {
        assertEquals(Duration.ofMinutes(7), Backoff.USUAL.pause(1, false, Optional.of(Duration.ofMinutes(7)), random));
        assertEquals(Duration.ofHours(1), Backoff.USUAL.pause(1, false, Optional.of(Duration.ofDays(300)), random));
        assertTrue(Backoff.USUAL.pause(1, false, Optional.of(Duration.ZERO), random).toMillis() >= 2_500);
    }
}
