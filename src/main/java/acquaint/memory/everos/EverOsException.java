package acquaint.memory.everos;

import acquaint.memory.MemoryException;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that the service did not answer with success. {@code status} is the HTTP status, or 0 where none came. {@code
 * certainlyNotDone} says whether what the call would have written was certainly not written. Never holds a key.
 */
public final class EverOsException extends MemoryException {

    private final int status;
    private final boolean certainlyNotDone;

    public EverOsException(Kind kind, int status, boolean certainlyNotDone, String message, Throwable cause, Optional<Duration> retryAfter) {
        super(kind, message, cause, retryAfter);
        this.status = status;
        this.certainlyNotDone = certainlyNotDone;
    }

    public int status() {
        return status;
    }

    public boolean certainlyNotDone() {
        return certainlyNotDone;
    }

    /** Whether the server was set up without what the call needs, such as a model for embeddings: asking again does not help. */
    boolean isForWantOfACapability() {
        return status == 503 && String.valueOf(getMessage()).contains("CAPABILITY_UNAVAILABLE");
    }

    /** Whether the server does not know the path, which an older server may know by another. */
    boolean isUnknownPath() {
        return status == 404 || status == 405;
    }
}
