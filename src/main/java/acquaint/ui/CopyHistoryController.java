package acquaint.ui;

import acquaint.casework.CopyProgress;
import acquaint.casework.MemoryEngines;
import acquaint.memory.MemoryException;
import acquaint.settings.MemoryChoice;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.util.Duration;

/**
 * Copying the desk's history to another memory while work goes on, and working with that memory when it is done. What was
 * begun and not finished is offered again at the next start.
 */
public final class CopyHistoryController {

    /** Where the copying stands. */
    public enum State { OFF, RUNNING, STOPPING, STOPPED, DONE }

    private final MemoryEngines engines;
    private final Background background;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final AtomicReference<CopyProgress> latest = new AtomicReference<>();
    private final Timeline watching = new Timeline(new KeyFrame(Duration.millis(100), _ -> showProgress()));

    @FXML private Label title;
    @FXML private Label counts;
    @FXML private ProgressBar bar;

    private MemoryChoice target;
    private volatile Thread worker;

    public CopyHistoryController(MemoryEngines engines, Background background, Texts texts) {
        this.engines = engines;
        this.background = background;
        this.texts = texts;
        watching.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        background.run(engines::unfinishedCopy).then(unfinished -> unfinished.ifPresent(choice -> {
            if (state.get() == State.OFF) {
                target = choice;
                background.run(() -> engines.copied(choice)).then(progress -> stopped(progress, ""));
            }
        })).onFailure(background::report);
    }

    public ScreenState<State> getState() {
        return state;
    }

    boolean isRunning() {
        return state.get() == State.RUNNING || state.get() == State.STOPPING;
    }

    /** Copies to {@code choice}, and works with it afterwards. */
    void run(MemoryChoice choice) {
        if (isRunning()) {
            return;
        }
        target = choice;
        title.setText(texts.get("copy.running", name()));
        counts.setText("");
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        latest.set(null);
        state.set(State.RUNNING);
        watching.playFromStart();
        background.run(() -> {
            worker = Thread.currentThread();
            engines.copy(choice, latest::set);
            engines.use(choice, Optional.empty());
            // What the former memory took between the end of the copying and the exchange.
            return engines.copy(choice, latest::set);
        }).then(this::done).onFailure(this::failed);
    }

    private String name() {
        return MemoryWords.of(target, texts);
    }

    @FXML
    private void resume() {
        run(target);
    }

    @FXML
    private void stop() {
        if (state.get() == State.RUNNING && worker != null) {
            state.set(State.STOPPING);
            worker.interrupt();
        }
    }

    @FXML
    private void dismiss() {
        state.set(State.OFF);
    }

    private void showProgress() {
        CopyProgress progress = latest.get();
        if (progress != null) {
            bar.setProgress(progress.total() == 0 ? 1 : (double) progress.done() / progress.total());
            counts.setText(countsOf(progress));
        }
    }

    private String countsOf(CopyProgress progress) {
        String words = texts.get("copy.counts", progress.done(), progress.total());
        return progress.refused() == 0 ? words : words + " · " + texts.get("copy.refused", progress.refused());
    }

    private void done(CopyProgress progress) {
        watching.stop();
        title.setText(texts.get("copy.done", name()));
        counts.setText(countsOf(progress));
        state.set(State.DONE);
    }

    private void failed(Throwable problem) {
        watching.stop();
        String why = switch (problem) {
            case InterruptedException _ -> "";
            case MemoryException e -> texts.of(e.kind());
            case IOException e -> String.valueOf(e.getMessage());
            default -> {
                background.report(problem);
                yield "";
            }
        };
        MemoryChoice choice = target;
        background.run(() -> engines.copied(choice)).then(progress -> stopped(progress, why));
    }

    private void stopped(CopyProgress progress, String why) {
        title.setText(texts.get("copy.stopped", name()));
        counts.setText(why.isEmpty() ? countsOf(progress) : countsOf(progress) + " · " + why);
        state.set(State.STOPPED);
    }
}
