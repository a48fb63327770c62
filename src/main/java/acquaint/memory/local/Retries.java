package acquaint.memory.local;

import acquaint.memory.MemoryException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** When a thread is to work: when it is nudged, and after a failure not before a pause is over. Any thread; one of them works. */
final class Retries {

    private static final System.Logger LOG = System.getLogger(Retries.class.getName());

    private final Backoff backoff;
    private volatile Optional<Exception> trouble = Optional.empty();

    // Guarded by this.
    private int failures;
    private boolean nudged = true;
    private long resumeAt = System.nanoTime();

    Retries(Backoff backoff) {
        this.backoff = backoff;
    }

    /** There may be something to do. Returns at once; after a failure the pause holds. */
    synchronized void nudge() {
        nudged = true;
        notifyAll();
    }

    /** Waits until there may be something to do. */
    synchronized void await() throws InterruptedException {
        long left = resumeAt - System.nanoTime();
        while (left > 0 || !nudged) {
            if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                wait();
            }
            left = resumeAt - System.nanoTime();
        }
        nudged = false;
    }

    synchronized void succeeded() {
        failures = 0;
        trouble = Optional.empty();
    }

    /** Begins a pause, which is longer after each failure; what was to be done is tried again after it. */
    synchronized void failed(Exception e) {
        failures++;
        Optional<Duration> asked = e instanceof MemoryException said ? said.retryAfter() : Optional.empty();
        boolean lasting = e instanceof EmbeddingsException said && said.problem().isLasting();
        Duration pause = backoff.pause(failures, lasting, asked, ThreadLocalRandom.current());
        // Each kind of failure once, not every few minutes.
        Level level = trouble.map(Exception::getMessage).equals(Optional.ofNullable(e.getMessage())) ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "what memories mean could not be told; tried again in " + pause.toSeconds() + " s", e);
        trouble = Optional.of(e);
        resumeAt = System.nanoTime() + pause.toNanos();
        nudge();
    }

    /** It works again, as somebody else found out: a pause is over. */
    synchronized void goOn() {
        if (failures > 0) {
            succeeded();
            resumeAt = System.nanoTime();
            nudge();
        }
    }

    /** What went wrong the last time, until it works again. */
    Optional<Exception> trouble() {
        return trouble;
    }
}
