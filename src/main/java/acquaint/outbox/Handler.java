package acquaint.outbox;

import acquaint.store.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Carries out effects of one kind, on a worker thread. An interrupt means that the program stops: what was begun must be left
 * so that it can be repeated, or be reported as interrupted.
 */
public interface Handler {

    /** How many consecutive effects of one ticket one call may get. */
    default int batch() {
        return 1;
    }

    Outcome carryOut(List<Effect> effects) throws Retryable, Rejected, Unclear, InterruptedException;

    /** What came of effects that did not fail. */
    sealed interface Outcome {

        Outcome DONE = new Done(Optional.empty());

        /** All are acknowledged. {@code word} is the handler's own for what came of them. */
        record Done(Optional<String> word) implements Outcome {}

        /** The other side is at work: the same effects are given again {@code after} some time, in this state. */
        record LookAgain(Effect.State state, Duration after, Optional<String> word) implements Outcome {}
    }

    /**
     * It did not work this time; nothing was done, or repeating is harmless. {@code kind} is one word for the reason. Where
     * it {@code concernsAll}, every other effect of the lane would meet the same. {@code after} is how long to wait at least.
     */
    final class Retryable extends Exception {

        private final transient Reason reason;

        private record Reason(String kind, boolean concernsAll, Optional<Duration> after) {}

        public Retryable(Throwable cause) {
            this(cause, cause.getClass().getSimpleName(), false, Optional.empty());
        }

        public Retryable(Throwable cause, String kind, boolean concernsAll, Optional<Duration> after) {
            super(cause.getMessage(), cause);
            this.reason = new Reason(kind, concernsAll, after);
        }

        public String kind() {
            return reason.kind();
        }

        public boolean concernsAll() {
            return reason.concernsAll();
        }

        public Optional<Duration> after() {
            return reason.after();
        }
    }

    /** It will not work however often it is tried. {@code kind} is one word for the reason. */
    final class Rejected extends Exception {

        private final String kind;

        public Rejected(Throwable cause) {
            this(cause, cause.getClass().getSimpleName());
        }

        public Rejected(Throwable cause, String kind) {
            super(cause.getMessage(), cause);
            this.kind = kind;
        }

        public String kind() {
            return kind;
        }
    }

    /** Nobody can tell whether it was done: a person decides. */
    final class Unclear extends Exception {
        public Unclear(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
