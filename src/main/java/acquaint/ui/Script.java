package acquaint.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Does one thing after another in the window, each when what it needs has come on screen. JavaFX thread only. */
public final class Script {

    private static final Duration LOOK = Duration.millis(40);

    private record Step(String name, BooleanSupplier ready, Runnable action, Duration patience) {}

    private final Queue<Step> steps = new ArrayDeque<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Timeline watch = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private Duration waited = Duration.ZERO;

    /** When {@code ready}, does {@code action}; a step that is not ready within {@code patience} ends the script by its {@code name}. */
    public Script when(String name, Duration patience, BooleanSupplier ready, Runnable action) {
        steps.add(new Step(name, ready, action, patience));
        return this;
    }

    /** Starts; the future ends with the last step, or with the step that could not be done. */
    public CompletableFuture<Void> play() {
        watch.setCycleCount(Animation.INDEFINITE);
        watch.play();
        return ended;
    }

    private void look() {
        Step step = steps.peek();
        if (step == null) {
            watch.stop();
            ended.complete(null);
            return;
        }
        try {
            if (step.ready().getAsBoolean()) {
                steps.remove();
                waited = Duration.ZERO;
                step.action().run();
            } else {
                waited = waited.add(LOOK);
                if (waited.greaterThan(step.patience())) {
                    throw new IllegalStateException("waited in vain: " + step.name());
                }
            }
        } catch (RuntimeException e) {
            watch.stop();
            ended.completeExceptionally(e);
        }
    }
}
