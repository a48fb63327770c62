package acquaint.bench;

import acquaint.TimelineWindow;
import acquaint.ui.ShownTimeline;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * Opens the history of a customer with many tickets by its key, again and again, and measures from the key until it is painted. Prints JSON. Arguments:
 * tickets, messages of each, openings.
 */
public final class TimelineBenchmark {

    /** Milliseconds from the key press until the newest page is drawn, and what of them the JavaFX thread itself took; {@code load} is the machine's. */
    record Results(int tickets, int messages, Latencies.Summary open, Latencies.Summary work, double load) {}

    private static final int WARM_UP = 30;
    private static final long PAUSE_MILLIS = 150;

    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();

    private final ShownTimeline timeline;
    private long work;

    private TimelineBenchmark(Stage stage) {
        this.timeline = new ShownTimeline(stage.getScene());
    }

    public static void main(String[] arguments) throws Exception {
        int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        int openings = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
        Path directory = TimelineWindow.desk(Files.createTempDirectory("timeline"), tickets, messages);
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.get();
        Stage stage = onFxThread(Stage::new);
        try (TimelineWindow window = onFxThread(() -> TimelineWindow.open(directory, tickets, stage))) {
            await(window::isOpen);
            Thread.sleep(3_000);
            var bench = onFxThread(() -> new TimelineBenchmark(stage));
            for (int i = 0; i < WARM_UP; i++) {
                bench.open();
            }
            var times = new Latencies();
            var work = new Latencies();
            for (int i = 0; i < openings; i++) {
                times.add(bench.open());
                work.add(bench.work);
            }
            System.out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(new Results(tickets, messages, times.summary(),
                    work.summary(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())));
        }
        Runtime.getRuntime().halt(0);
    }

    private long open() throws Exception {
        var drawn = new CompletableFuture<Long>();
        long begun = onFxThread(() -> {
            timeline.scene().addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (timeline.isShown()) {
                        timeline.scene().removePostLayoutPulseListener(this);
                        Painted.afterThisPulse(at -> {
                            work = WORK.getCurrentThreadCpuTime() - work;
                            drawn.complete(at);
                        });
                    }
                }
            });
            long now = System.nanoTime();
            work = WORK.getCurrentThreadCpuTime();
            press(KeyCode.T, true);
            return now;
        });
        long took = drawn.get(ProgramWindow.PATIENCE_SECONDS, TimeUnit.SECONDS) - begun;
        onFxThread(() -> {
            press(KeyCode.T, true);
            return null;
        });
        await(timeline::isGone);
        Thread.sleep(PAUSE_MILLIS);
        return took;
    }

    private void press(KeyCode code, boolean control) {
        Event.fireEvent(timeline.scene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private static void await(BooleanSupplier shown) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(ProgramWindow.PATIENCE_SECONDS);
        while (!onFxThread(shown::getAsBoolean)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the window does not show what was waited for");
            }
            Thread.sleep(5);
        }
    }

    private static <T> T onFxThread(Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(ProgramWindow.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
