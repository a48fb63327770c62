package acquaint.channel;

/** A reply that did not leave. Retryable when the same reply may be taken later, such as when a folder or server is away. */
public final class ChannelException extends Exception {

    private final boolean retryable;

    public ChannelException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    public ChannelException(String message, boolean retryable) {
        this(message, retryable, null);
    }

    public boolean retryable() {
        return retryable;
    }
}
