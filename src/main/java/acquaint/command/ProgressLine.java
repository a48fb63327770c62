package acquaint.command;

import java.time.Duration;
import java.util.Locale;

/** One line on standard error that is written over as work goes on; nothing where nobody watches. */
final class ProgressLine implements AutoCloseable {

    /** Ten times a second: enough to look alive, too seldom to cost anything. */
    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final Terminal terminal;
    private long next = System.nanoTime();
    private int width;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(String format, Object... values) {
        if (!terminal.interactive() || System.nanoTime() - next < 0) {
            return;
        }
        next = System.nanoTime() + PAUSE;
        String text = String.format(Locale.ENGLISH, format, values);
        terminal.err().print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.err().flush();
        width = text.length();
    }

    /** Takes the line away, so that something else can be written. */
    void clear() {
        if (width > 0) {
            terminal.err().print('\r' + " ".repeat(width) + '\r');
            terminal.err().flush();
            width = 0;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
