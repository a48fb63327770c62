package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/** Lines of bytes from a stream. Holds one line at a time, and never more than {@link #LONGEST} bytes of it. */
final class LineReader implements AutoCloseable {

    /** 16 MiB: a thousand times the longest real conversation seen, and no danger to a heap of 1 GB. */
    static final int LONGEST = 16 << 20;
    private static final int BUFFER = 64 * 1024;

    /** A line without its end; {@code tooLong} when only its start was kept. */
    record Raw(long number, byte[] bytes, boolean tooLong) {

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }

        String text() throws UnusableLine {
            if (tooLong) {
                throw new UnusableLine("is longer than " + (LONGEST >> 20) + " MB; one line must hold one conversation");
            }
            try {
                return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                throw new UnusableLine(hasUtf16Mark()
                        ? "is UTF-16 text; save the file as UTF-8"
                        : "is not UTF-8 text; save the file as UTF-8");
            }
        }

        private boolean hasUtf16Mark() {
            return bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int until;
    private long position;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** How many bytes have been handed out or passed over. */
    long position() {
        return position;
    }

    Optional<Raw> next() throws IOException {
        line.reset();
        if (!hasMore()) {
            return Optional.empty();
        }
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && hasMore()) {
            int end = endOfLine();
            ended = end < until;
            int length = Math.min(end - from, LONGEST - line.size());
            tooLong |= length < end - from;
            line.write(buffer, from, length);
            advance(ended ? end + 1 : end);
        }
        number++;
        return Optional.of(new Raw(number, withoutByteOrderMark(line.toByteArray()), tooLong));
    }

    private int endOfLine() {
        int end = from;
        while (end < until && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private void advance(int to) {
        position += to - from;
        from = to;
    }

    private boolean hasMore() throws IOException {
        if (from == until) {
            from = 0;
            until = Math.max(0, in.read(buffer));
        }
        return from < until;
    }

    private byte[] withoutByteOrderMark(byte[] bytes) {
        boolean marked = number == 1 && bytes.length >= 3
                && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
