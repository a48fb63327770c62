package acquaint.ui;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Brings the tokens of a model to the screen: gathered on the thread that reads them, handed over at the beginning of the next pulse, so that a
 * flood of them costs at most one layout a frame. Made and closed on the JavaFX thread; {@link #add} is for any thread.
 */
final class TokenFeed {

    private final Consumer<String> shown;
    private final StringBuilder gathered = new StringBuilder();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            flush();
        }
    };
    private boolean asked;
    private boolean closed;

    /** {@code shown} is given what came since the last pulse, on the JavaFX thread. */
    TokenFeed(Consumer<String> shown) {
        this.shown = shown;
    }

    /** Gathers one more piece. */
    void add(String piece) {
        synchronized (gathered) {
            gathered.append(piece);
            if (asked) {
                return;
            }
            asked = true;
        }
        // A running timer keeps the pulses coming; it runs only while something waits to be shown.
        Platform.runLater(pulse::start);
    }

    /** Shows now what has been gathered. */
    void flush() {
        pulse.stop();
        String pieces;
        synchronized (gathered) {
            pieces = gathered.toString();
            gathered.setLength(0);
            asked = false;
        }
        if (!closed && !pieces.isEmpty()) {
            shown.accept(pieces);
        }
    }

    /** Nothing is shown any more, whatever still comes. */
    void close() {
        closed = true;
        pulse.stop();
    }
}
