package acquaint.memory.serve;

/** Why files cannot be used for TLS: one line for the user, which names the file and says what to do. */
public final class BadTlsFiles extends Exception {

    BadTlsFiles(String message) {
        super(message);
    }

    BadTlsFiles(String message, Throwable cause) {
        super(message, cause);
    }
}
