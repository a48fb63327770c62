package acquaint.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The lines of a file from the last to the first, without reading what is not asked for. What stands behind the last line feed comes first,
 * even if it is nothing. For one thread.
 */
final class LinesFromEnd implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final RandomAccessFile file;
    /** Parts of the line that is being put together, in the order of the file. */
    private final Deque<byte[]> parts = new ArrayDeque<>();
    private byte[] block = {};
    /** Where {@link #block} begins in the file, and how much of it is not handed out yet. */
    private long start;
    private int left;
    private boolean done;

    LinesFromEnd(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        start = file.length();
    }

    /** The line before the one that was answered last, without its line feed. */
    Optional<byte[]> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        while (true) {
            for (int i = left - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return Optional.of(line(i));
                }
            }
            part(0);
            if (start == 0) {
                done = true;
                return Optional.of(joined());
            }
            load();
        }
    }

    private byte[] line(int feed) {
        part(feed + 1);
        left = feed;
        return joined();
    }

    private void part(int from) {
        byte[] piece = new byte[left - from];
        System.arraycopy(block, from, piece, 0, piece.length);
        parts.addFirst(piece);
        left = from;
    }

    private byte[] joined() {
        var line = new ByteArrayOutputStream();
        parts.forEach(line::writeBytes);
        parts.clear();
        return line.toByteArray();
    }

    private void load() throws IOException {
        int size = (int) Math.min(BLOCK, start);
        start -= size;
        block = new byte[size];
        file.seek(start);
        file.readFully(block);
        left = size;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
