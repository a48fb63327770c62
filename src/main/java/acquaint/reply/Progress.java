package acquaint.reply;

/**
 * Follows a model that writes, and lets the agent stop it and keep what it wrote so far. Made for one piece of writing; {@link #stop} may be
 * called from any thread.
 */
public abstract class Progress {

    private boolean stopped;
    private Thread writer;

    /** More of the text, as the customer would read it; called by the writing thread. */
    protected abstract void more(String piece);

    /** Ends the writing; what was written so far becomes the result. */
    public final synchronized void stop() {
        stopped = true;
        if (writer != null) {
            writer.interrupt();
        }
    }

    /** From here on a stop interrupts this thread. */
    final synchronized void begin() {
        writer = Thread.currentThread();
        if (stopped) {
            writer.interrupt();
        }
    }

    /** From here on a stop does nothing any more; answers whether there was one, whose interrupt is taken back then. */
    final synchronized boolean end() {
        writer = null;
        if (stopped) {
            Thread.interrupted();
        }
        return stopped;
    }
}
