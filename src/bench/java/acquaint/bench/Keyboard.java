package acquaint.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/**
 * Presses keys and measures until what must follow is painted: from the key's dispatch on the JavaFX thread, through the
 * work in the background, until the right rows are laid out and drawn. Pulses come 60 times a
 * second, so up to 17 ms of each time is waiting for the next one. Not measured: what keyboard, system and screen add.
 */
final class Keyboard {

    private static final int LEAST_PAUSE = 25;
    private static final int PAUSE_SPREAD = 60;
    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();

    private final ProgramWindow window;
    private final Random random;
    private Robot robot;
    private long work;

    Keyboard(ProgramWindow window, long seed) {
        this.window = window;
        this.random = new Random(seed);
    }

    /** Returns in nanoseconds how long it took until each of {@code shown} was painted. */
    long[] press(KeyCode key, BooleanSupplier... shown) throws Exception {
        // A pause of no fixed length, so that a key meets the clock of the pulses at any moment, as an agent's does.
        Thread.sleep(LEAST_PAUSE + random.nextInt(PAUSE_SPREAD));
        var done = new CompletableFuture<Void>();
        long[] nanos = new long[shown.length];
        Platform.runLater(() -> begin(key, shown, nanos, done));
        try {
            done.get(ProgramWindow.PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            window.onFxThread(() -> {
                robot.keyRelease(key);
                return null;
            });
        }
        return nanos;
    }

    /** How many nanoseconds the JavaFX thread was on a processor for the last key: what does not depend on who else wants the processors. */
    long work() {
        return work;
    }

    /** As above, with another key held down meanwhile. */
    long pressWith(KeyCode held, KeyCode key, BooleanSupplier shown) throws Exception {
        window.onFxThread(() -> {
            robot().keyPress(held);
            return null;
        });
        try {
            return press(key, shown)[0];
        } finally {
            window.onFxThread(() -> {
                robot.keyRelease(held);
                return null;
            });
        }
    }

    private Robot robot() {
        if (robot == null) {
            robot = new Robot();
        }
        return robot;
    }

    private void begin(KeyCode key, BooleanSupplier[] shown, long[] nanos, CompletableFuture<Void> done) {
        int[] left = {shown.length};
        long[] begun = new long[1];
        long worked = WORK.getCurrentThreadCpuTime();
        for (int i = 0; i < shown.length; i++) {
            int at = i;
            new ProgramWindow.Look(window.scene(), shown[i], drawn -> {
                nanos[at] = drawn - begun[0];
                if (--left[0] == 0) {
                    work = WORK.getCurrentThreadCpuTime() - worked;
                    done.complete(null);
                }
            }).begin();
        }
        begun[0] = System.nanoTime();
        robot().keyPress(key);
    }
}
