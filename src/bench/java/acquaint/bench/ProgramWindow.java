package acquaint.bench;

import acquaint.MeasuredProgram;
import acquaint.ui.Screen;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * The program's window, watched from outside: nothing in the program knows of it. The program runs on the main thread as it
 * always does; who measures works on a thread of its own.
 */
final class ProgramWindow {

    /** Longer than anything that is measured may take, also on a machine at its limits. */
    static final long PATIENCE_SECONDS = 60;

    private static final long LOOK_MILLIS = 2;
    private static final int QUIET_SECONDS = 5;
    private static final int MOST_SETTLING_SECONDS = 600;
    /** A tenth of a processor. */
    private static final long QUIET_NANOS = 100_000_000;

    /** What is done to the window while the program runs. */
    interface Measuring {
        void with(ProgramWindow window) throws Exception;
    }

    private final CompletableFuture<Stage> stage = new CompletableFuture<>();
    private Screen screen;

    private ProgramWindow() {}

    /** Starts the program on this desk, measures, closes its window, and returns the program's exit code. Main thread. */
    static int run(String desk, Measuring measuring) {
        var window = new ProgramWindow();
        Thread.ofPlatform().name("measuring").start(() -> window.measure(measuring));
        return MeasuredProgram.run(List.of("--data", desk));
    }

    private void measure(Measuring measuring) {
        try {
            watchForStage();
            stage.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            measuring.with(this);
            close();
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /** JavaFX has no word for "started" but that it takes events. */
    private void watchForStage() throws InterruptedException {
        while (true) {
            try {
                Platform.runLater(this::findStage);
                return;
            } catch (IllegalStateException e) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private void findStage() {
        Window.getWindows().addListener((ListChangeListener<Window>) _ -> take());
        take();
    }

    private void take() {
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage found && found.getScene() != null) {
                stage.complete(found);
            }
        }
    }

    /** Returns when {@code shown} held in a pulse and that pulse was painted. */
    void await(java.util.function.Predicate<Screen> shown) throws Exception {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            var look = new Look(screen().scene(), () -> shown.test(screen()), _ -> done.complete(null));
            look.begin();
            Platform.requestNextPulse();
        });
        done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns when the program has done what it does in the background after its start: when it leaves the processors alone for five seconds. */
    void awaitQuiet() throws InterruptedException {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        int quiet = 0;
        for (int second = 0; second < MOST_SETTLING_SECONDS && quiet < QUIET_SECONDS; second++) {
            long before = process.getProcessCpuTime();
            Thread.sleep(1_000);
            quiet = process.getProcessCpuTime() - before < QUIET_NANOS ? quiet + 1 : 0;
        }
    }

    /** JavaFX thread. */
    Screen screen() {
        if (screen == null) {
            screen = new Screen(stage.join().getScene());
        }
        return screen;
    }

    Scene scene() {
        return stage.join().getScene();
    }

    /** Carries {@code work} out on the JavaFX thread and waits for it. */
    <T> T onFxThread(java.util.concurrent.Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void close() {
        Platform.runLater(() -> stage.join().fireEvent(new WindowEvent(stage.join(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /** Looks after each layout whether something is on screen, and tells when the pulse that brought it was painted. */
    record Look(Scene scene, BooleanSupplier shown, LongConsumer painted, Runnable[] listener) {

        Look(Scene scene, BooleanSupplier shown, LongConsumer painted) {
            this(scene, shown, painted, new Runnable[1]);
        }

        void begin() {
            listener[0] = this::look;
            scene.addPostLayoutPulseListener(listener[0]);
        }

        private void look() {
            if (shown.getAsBoolean()) {
                scene.removePostLayoutPulseListener(listener[0]);
                Painted.afterThisPulse(painted);
            }
        }
    }
}
