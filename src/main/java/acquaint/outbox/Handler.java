package acquaint.outbox;

import acquaint.store.Effect;
import java.util.List;

/**
 * Carries out effects of one kind, on a worker thread. Returning normally acknowledges all of them. An interrupt means that
 * the program stops: what was begun must be left so that it can be repeated, or be reported as interrupted.
 */
public interface Handler {

    /** How many consecutive effects of one ticket one call may get. */
    default int batch() {
        return 1;
    }

    void carryOut(List<Effect> effects) throws Retryable, Rejected, InterruptedException;

    /** It did not work this time; nothing was done. */
    final class Retryable extends Exception {
        public Retryable(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** It will not work however often it is tried. */
    final class Rejected extends Exception {
        public Rejected(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
