package acquaint.reply;

import java.time.Duration;
import java.util.Optional;

/**
 * A language model could not do what was asked. The kind is what the user interface has words for; {@code retryAfter} is how long the
 * service asked to be left alone. The message is for the log and never holds a key or what was sent.
 */
public class ModelException extends Exception {

    public enum Kind {
        /** The service cannot be reached. */
        AWAY,
        /** It did not answer, or went silent, for longer than it is waited for. */
        LATE,
        /** It does not know this key, or the key may not do this. */
        BAD_KEY,
        /** The account has no credit left. */
        NO_CREDIT,
        /** Too many requests at once; try again in a moment. */
        BUSY,
        /** It has no model of this name. */
        MODEL_NOT_FOUND,
        /** The address answers, but not as such a service does. */
        WRONG_URL,
        /** Prompt and answer together are more than the model can take. */
        TOO_LONG,
        /** It will not work on this content. */
        REFUSED,
        /** It broke off with a fault of its own, before or in the middle of the answer. */
        FAULT,
        /** The ledger could not be written, so nothing was sent. */
        NO_LEDGER
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    public ModelException(Kind kind, String message) {
        this(kind, message, null, Optional.empty());
    }

    public ModelException(Kind kind, String message, Throwable cause) {
        this(kind, message, cause, Optional.empty());
    }

    public ModelException(Kind kind, String message, Throwable cause, Optional<Duration> retryAfter) {
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
