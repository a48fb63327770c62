package acquaint.memory;

import java.time.Duration;
import java.util.Optional;

/**
 * Memory could not do what was asked. The kind is what the user interface has words for; {@code retryAfter} is how long
 * the engine itself asked to be left alone. The message is for the log and never holds a key.
 */
public class MemoryException extends Exception {

    public enum Kind {
        /** The engine cannot be reached or its files cannot be read; try again later. */
        AWAY(true),
        /** No answer within the deadline. */
        LATE(false),
        /** The service broke off with a fault of its own; it may work next time. */
        FAULT(false),
        /** The engine is at work on this very session; ask again shortly. */
        BUSY(false),
        /** The service does not know this key. */
        BAD_KEY(true),
        /** The account, or the address, does not speak the chosen version of the service. */
        WRONG_VERSION(true),
        /** More was asked than the account allows. */
        QUOTA(true),
        /** Nobody can tell whether what was written arrived; a person decides. */
        UNCERTAIN(false),
        /** The engine understood and said no; repeating will not help. */
        REFUSED(false);

        private final boolean whole;

        Kind(boolean whole) {
            this.whole = whole;
        }

        /** Whether every other call would meet the same, whatever it is about. */
        public boolean concernsAll() {
            return whole;
        }
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    public MemoryException(Kind kind, String message) {
        this(kind, message, null);
    }

    public MemoryException(Kind kind, String message, Throwable cause) {
        this(kind, message, cause, Optional.empty());
    }

    public MemoryException(Kind kind, String message, Throwable cause, Optional<Duration> retryAfter) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
