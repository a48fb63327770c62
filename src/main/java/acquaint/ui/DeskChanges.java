package acquaint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Tells the panes that tickets have changed. However many changes come, an import's for example, panes hear of them at most
 * ten times a second. JavaFX thread only.
 */
public final class DeskChanges {

    private static final Duration PAUSE = Duration.millis(100);

    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicBoolean onTheWay = new AtomicBoolean();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean again;

    /** {@code source} takes a listener that it runs on whichever thread changes something; what it answers is closed with the window. */
    public DeskChanges(Function<Runnable, AutoCloseable> source, Background background) {
        pause.setOnFinished(_ -> {
            if (again) {
                tell();
            }
        });
        background.hold(source.apply(() -> {
            if (onTheWay.compareAndSet(false, true)) {
                background.onFxThread(this::changed);
            }
        }));
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        onTheWay.set(false);
        if (pause.getStatus() == javafx.animation.Animation.Status.RUNNING) {
            again = true;
        } else {
            tell();
        }
    }

    private void tell() {
        again = false;
        pause.playFromStart();
        listeners.forEach(Runnable::run);
    }
}
