package acquaint.instance;

import java.io.IOException;
import java.io.Writer;

/** Sends what is written as {@code {"<stream>": "text"}} lines: at each flush, and whenever enough has come together. */
final class LineWriter extends Writer {

    private static final int ENOUGH = 8192;

    private final JsonLines lines;
    private final String stream;
    private final StringBuilder text = new StringBuilder();

    LineWriter(JsonLines lines, String stream) {
        this.lines = lines;
        this.stream = stream;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        for (int from = offset; from < offset + length; from += ENOUGH) {
            text.append(buffer, from, Math.min(ENOUGH, offset + length - from));
            if (text.length() >= ENOUGH) {
                send();
            }
        }
    }

    /** A pair of surrogates that the cut would part stays together for the next piece. */
    private void send() throws IOException {
        int end = text.length();
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        if (end > 0) {
            lines.write(JsonLines.JSON.createObjectNode().put(stream, text.substring(0, end)));
            text.delete(0, end);
        }
    }

    @Override
    public void flush() throws IOException {
        send();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
