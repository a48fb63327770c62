package acquaint.command;

/** Why something cannot be done, in words for the user, who needs no stack trace. */
public final class CouldNot extends Exception {

    public CouldNot(String message) {
        super(message);
    }

    public CouldNot(String message, Throwable cause) {
        super(message, cause);
    }
}
