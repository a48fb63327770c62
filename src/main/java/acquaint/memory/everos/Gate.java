package acquaint.memory.everos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Lets calls through to the service: so many at once, so many a second, and none while the service asked for quiet. Safe
 * for several threads.
 */
final class Gate {

    /** Gives the place back. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    private final Limits limits;
    private final Clock clock;
    private final Semaphore all;
    private final Semaphore writes;
    /** When the next call may begin, in nanoseconds of the system's timer; guarded by this. */
    private long nextStart = System.nanoTime();
    private volatile Instant quietUntil = Instant.MIN;

    Gate(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        all = new Semaphore(limits.atOnce(), true);
        writes = new Semaphore(limits.writesAtOnce(), true);
    }

    /** Waits for a place. */
    Pass enter(boolean write) throws InterruptedException {
        if (write) {
            writes.acquire();
        }
        try {
            all.acquire();
        } catch (InterruptedException e) {
            leave(write, false);
            throw e;
        }
        try {
            awaitTurn();
        } catch (InterruptedException e) {
            leave(write, true);
            throw e;
        }
        return () -> leave(write, true);
    }

    private void leave(boolean write, boolean entered) {
        if (entered) {
            all.release();
        }
        if (write) {
            writes.release();
        }
    }

    /** Calls are spread evenly; after a pause, a second's worth of them may come at once. */
    private void awaitTurn() throws InterruptedException {
        if (limits.perSecond() <= 0) {
            return;
        }
        long second = Duration.ofSeconds(1).toNanos();
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            nextStart = Math.max(nextStart, now - second) + (long) (second / limits.perSecond());
            wait = nextStart - now;
        }
        if (wait > 0) {
            Thread.sleep(Duration.ofNanos(wait));
        }
    }

    /** The service asked to be left alone for so long. */
    void quiet(Duration wait) {
        quietUntil = clock.instant().plus(wait);
    }

    /** How long the service still wants to be left alone. */
    Optional<Duration> quiet() {
        Instant until = quietUntil;
        Instant now = clock.instant();
        return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }
}
