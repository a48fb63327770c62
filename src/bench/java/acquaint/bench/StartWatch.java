package acquaint.bench;

import acquaint.MeasuredProgram;
import acquaint.ui.Screen;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * An empty window, or the program on a desk, in a process of its own that says when its first frame and its queue are drawn and how much memory it has. Arguments:
 * {@code empty}, or {@code program}, the desk, the arguments' {@code --demo} or {@code -}, and the minutes of work after the start (0 ends at once, -1 before memory
 * is told); or {@code ready} and the desk, for the program that stays ready, is hidden, and hides again a second after each time that it was shown, until it is ended.
 * Uses nothing of JavaFX but what is public, so that it runs in the image, too: a frame counts as drawn when the next pulse comes.
 */
public final class StartWatch {

    static final String FIRST = "first";
    static final String USABLE = "usable";
    static final String STARTED = "started ";
    static final String WORKED = "worked ";
    /** The window is hidden and the program ready; what follows is how much memory it has. */
    static final String READY = "ready ";

    private static final long LOOK_MILLIS = 2;
    private static final long PATIENCE_SECONDS = 120;
    /** By then the closed tickets are read, memory is open and the sentence model is loaded. */
    private static final long SETTLE_MILLIS = 12_000;
    /** A user looks at it, and what follows the first frame is done. */
    private static final long LOOKED_AT_MILLIS = 1_000;
    private static final long STEP_MILLIS = 1_500;
    private static final List<KeyCode> NEXT = List.of(KeyCode.ALT, KeyCode.DOWN);

    /** One key or chord a step: five tickets are looked at, one of them answered with the draft; history, palette and filter are used. */
    private static final List<List<KeyCode>> ROUND = List.of(
            NEXT, NEXT, List.of(KeyCode.CONTROL, KeyCode.J), List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J), List.of(KeyCode.CONTROL, KeyCode.ENTER),
            NEXT, List.of(KeyCode.CONTROL, KeyCode.T), List.of(KeyCode.ESCAPE),
            NEXT, List.of(KeyCode.CONTROL, KeyCode.K), List.of(KeyCode.R), List.of(KeyCode.E), List.of(KeyCode.ESCAPE),
            NEXT, List.of(KeyCode.CONTROL, KeyCode.F), List.of(KeyCode.O), List.of(KeyCode.R), List.of(KeyCode.BACK_SPACE), List.of(KeyCode.BACK_SPACE));

    private StartWatch() {}

    public static void main(String[] arguments) {
        if (arguments[0].equals("empty")) {
            Platform.startup(StartWatch::empty);
            return;
        }
        if (arguments[0].equals("ready")) {
            Thread.ofPlatform().name("measuring").start(StartWatch::stayReady);
            System.exit(MeasuredProgram.run(List.of("--data", arguments[1])));
        }
        double minutes = Double.parseDouble(arguments[3]);
        Thread.ofPlatform().name("measuring").start(() -> watch(minutes));
        System.exit(MeasuredProgram.run(arguments[2].equals("-") ? List.of("--data", arguments[1]) : List.of("--data", arguments[1], arguments[2])));
    }

    private static void empty() {
        var stage = new Stage();
        var scene = new Scene(new StackPane(new Label("Nothing")), 1280, 800);
        whenDrawn(scene, () -> true, () -> {
            System.out.println(FIRST);
            System.out.println(USABLE);
            Platform.exit();
        });
        stage.setScene(scene);
        stage.show();
    }

    private static void watch(double minutes) {
        try {
            var stage = stage().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var usable = new CompletableFuture<Screen>();
            Platform.runLater(() -> {
                var screen = new Screen(stage.getScene());
                whenDrawn(stage.getScene(), () -> true, () -> System.out.println(FIRST));
                whenDrawn(stage.getScene(), screen::showsQueue, () -> {
                    System.out.println(USABLE);
                    usable.complete(screen);
                });
                Platform.requestNextPulse();
            });
            Screen screen = usable.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (minutes >= 0) {
                Thread.sleep(SETTLE_MILLIS);
                System.out.println(STARTED + ResidentMemory.ofThisProcess().now());
                work(screen, minutes);
                System.out.println(WORKED + ResidentMemory.ofThisProcess().now());
            }
            close(stage);
        } catch (Exception e) {
            fail(e);
        }
    }

    private static void stayReady() {
        try {
            Stage stage = stage().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var screen = new CompletableFuture<Screen>();
            Platform.runLater(() -> screen.complete(new Screen(stage.getScene())));
            awaitQueue(stage, screen.get(), () -> {});
            Thread.sleep(SETTLE_MILLIS);
            while (true) {
                hide(stage);
                Thread.sleep(LOOKED_AT_MILLIS);
                System.out.println(READY + ResidentMemory.ofThisProcess().now());
                awaitQueue(stage, screen.get(), () -> System.out.println(USABLE));
                Thread.sleep(LOOKED_AT_MILLIS);
            }
        } catch (Exception e) {
            fail(e);
        }
    }

    private static void hide(Stage stage) throws Exception {
        var hidden = new CompletableFuture<Void>();
        Platform.runLater(() -> stage.setOnHidden(_ -> hidden.complete(null)));
        close(stage);
        hidden.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns when the queue is drawn in a window that is shown; {@code then} runs before. */
    private static void awaitQueue(Stage stage, Screen screen, Runnable then) throws Exception {
        var drawn = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            whenDrawn(stage.getScene(), () -> stage.isShowing() && screen.showsQueue(), () -> {
                then.run();
                drawn.complete(null);
            });
            Platform.requestNextPulse();
        });
        drawn.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void close(Stage stage) {
        Platform.runLater(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private static void fail(Exception e) {
        e.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    /** Works as an agent does, only without a pause for thought: see {@link #ROUND}. */
    private static void work(Screen screen, double minutes) throws InterruptedException {
        long end = System.nanoTime() + (long) (minutes * 60e9);
        var press = new CompletableFuture<Robot>();
        Platform.runLater(() -> press.complete(new Robot()));
        Robot robot = press.join();
        for (int step = 0; System.nanoTime() < end; step++) {
            List<KeyCode> keys = ROUND.get(step % ROUND.size());
            Platform.runLater(() -> {
                keys.forEach(robot::keyPress);
                keys.reversed().forEach(robot::keyRelease);
            });
            Thread.sleep(STEP_MILLIS);
        }
    }

    private static CompletableFuture<Stage> stage() throws InterruptedException {
        var found = new CompletableFuture<Stage>();
        while (true) {
            try {
                Platform.runLater(() -> {
                    Window.getWindows().addListener((ListChangeListener<Window>) _ -> take(found));
                    take(found);
                });
                return found;
            } catch (IllegalStateException e) {
                // JavaFX has no word for "started" but that it takes events.
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private static void take(CompletableFuture<Stage> found) {
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage stage && stage.getScene() != null) {
                found.complete(stage);
            }
        }
    }

    /** Looks after each layout; the pulse after the one that holds it comes when that one was handed to be drawn. */
    private static void whenDrawn(Scene scene, BooleanSupplier shown, Runnable drawn) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private boolean seen;

            @Override
            public void run() {
                if (!seen && shown.getAsBoolean()) {
                    seen = true;
                    afterTheNextPulse(drawn);
                }
            }
        });
    }

    private static void afterTheNextPulse(Runnable drawn) {
        new AnimationTimer() {
            private boolean begun;

            @Override
            public void handle(long now) {
                if (begun) {
                    stop();
                    drawn.run();
                }
                begun = true;
            }
        }.start();
    }
}
