package acquaint.memory;

/** Memory could not do what was asked. The kind is what the user interface has words for. */
public final class MemoryException extends Exception {

    public enum Kind {
        /** The engine cannot be reached or its files cannot be read; try again later. */
        AWAY,
        /** No answer within the deadline. */
        LATE,
        /** The engine understood and said no; repeating will not help. */
        REFUSED
    }

    private final Kind kind;

    public MemoryException(Kind kind, String message) {
        this(kind, message, null);
    }

    public MemoryException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
