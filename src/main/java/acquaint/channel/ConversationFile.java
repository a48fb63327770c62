package acquaint.channel;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of conversations as JSON Lines, read one line at a time. A line that cannot be used is an answer with its number
 * and a reason, and the next one is read as if nothing had happened. Not safe for use by several threads.
 */
public final class ConversationFile implements AutoCloseable {

    /** What stands in one line that is not empty. Lines count from 1, empty ones included. */
    public sealed interface Line {

        long number();

        record Good(long number, ImportedConversation conversation) implements Line {}

        /** {@code reason} is in words for the user: what is wrong, in which field, and what is expected. */
        record Bad(long number, String reason) implements Line {}
    }

    private final LineReader lines;
    private final long size;

    private ConversationFile(LineReader lines, long size) {
        this.lines = lines;
        this.size = size;
    }

    /** Opens for reading. {@link FileSystemException} says in its kind or its reason why that cannot be. */
    public static ConversationFile open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a file");
        }
        return new ConversationFile(new LineReader(Files.newInputStream(file)), Files.size(file));
    }

    /** The next line that is not empty; empty at the end of the file. */
    public Optional<Line> next() throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                return line.map(this::understand);
            }
        }
        return Optional.empty();
    }

    private Line understand(LineReader.Raw line) {
        try {
            return new Line.Good(line.number(), ConversationLine.parse(line.text()));
        } catch (UnusableLine e) {
            return new Line.Bad(line.number(), e.getMessage());
        }
    }

    /** How much of the file has been read, in bytes, from 0 to 1; 0 for a stream whose length is unknown. */
    public double fraction() {
        return size == 0 ? 0 : Math.min(1, (double) lines.position() / size);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
