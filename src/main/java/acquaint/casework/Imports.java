package acquaint.casework;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Brings conversations into the desk from a file, one transaction a conversation. */
public final class Imports {

    /** A line that was left out, counted from 1, and why in words for the user. */
    public record BadLine(long line, String reason) {}

    /**
     * How far an import is, or how it ended. {@code fraction} is by bytes, 0 to 1. {@code skipped} conversations were on
     * the desk already.
     */
    public record Progress(double fraction, long tickets, long customers, long messages, long skipped, List<BadLine> bad, boolean cancelled) {}

    /** Reads the whole file; an interrupt stops it after the conversation at hand, which the result says. {@code progress} is called after each conversation, on the calling thread. */
    public Progress run(Path file, Consumer<Progress> progress) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }
}
