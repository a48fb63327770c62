package acquaint.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a lane from pressing a service that is away: after a failure that concerns all, nothing is begun for a while, and
 * then one run as a probe. Safe for several threads.
 */
final class LanePause {

    private final Clock clock;
    private final Backoff backoff;
    private Optional<Pause> pause = Optional.empty();
    private Optional<Instant> lastSuccess = Optional.empty();
    private int failures;

    LanePause(Clock clock, Backoff backoff) {
        this.clock = clock;
        this.backoff = backoff;
    }

    /** How many runs may be under way now. */
    synchronized int most(int usual) {
        if (pause.isEmpty()) {
            return usual;
        }
        return clock.instant().isBefore(pause.get().until()) ? 0 : 1;
    }

    synchronized void failed(Handler.Retryable failure) {
        Instant now = clock.instant();
        // Others that were under way with it met the same: that is one failure.
        if (pause.isEmpty() || !now.isBefore(pause.get().until())) {
            failures++;
        }
        Duration wait = backoff.after(failures);
        Duration asked = failure.after().orElse(Duration.ZERO);
        pause = Optional.of(new Pause(now.plus(asked.compareTo(wait) > 0 ? asked : wait), failure.kind(), String.valueOf(failure.getMessage())));
    }

    /** Something of the lane was carried out. */
    synchronized void succeeded() {
        lastSuccess = Optional.of(clock.instant());
        end();
    }

    synchronized boolean hasSucceededSince(Instant when) {
        return lastSuccess.filter(success -> success.isAfter(when)).isPresent();
    }

    synchronized void end() {
        pause = Optional.empty();
        failures = 0;
    }

    synchronized Optional<Pause> pause() {
        return pause;
    }
}
