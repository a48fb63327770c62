package acquaint.ui;

import acquaint.casework.Imports;
import acquaint.casework.Imports.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.stage.FileChooser;
import javafx.util.Duration;

/** Importing conversations while work goes on: a strip with progress and cancel, then the report. */
public final class ImportController {

    /** Where the import stands. */
    public enum State { OFF, RUNNING, CANCELLING, DONE, DONE_IN_PART, CANCELLED, FAILED }

    private final Imports imports;
    private final Background background;
    private final Dialogs dialogs;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final AtomicReference<Progress> latest = new AtomicReference<>();
    private final Timeline watching = new Timeline(new KeyFrame(Duration.millis(100), _ -> showProgress()));

    @FXML private Label title;
    @FXML private Label counts;
    @FXML private ProgressBar bar;
    @FXML private TextArea problems;

    private Thread worker;
    private File lastFolder;

    public ImportController(Imports imports, Background background, Dialogs dialogs, Keys keys, Texts texts) {
        this.imports = imports;
        this.background = background;
        this.dialogs = dialogs;
        this.texts = texts;
        watching.setCycleCount(Animation.INDEFINITE);
        keys.on(Shortcut.IMPORT, this::choose);
    }

    public ScreenState<State> getState() {
        return state;
    }

    boolean isRunning() {
        return state.get() == State.RUNNING || state.get() == State.CANCELLING;
    }

    /** What is imported, or how that ended. */
    ReadOnlyStringProperty titleProperty() {
        return title.textProperty();
    }

    ReadOnlyStringProperty countsProperty() {
        return counts.textProperty();
    }

    ReadOnlyDoubleProperty progressProperty() {
        return bar.progressProperty();
    }

    /** Imports {@code file}, showing how far it is. */
    void run(Path file) {
        if (isRunning()) {
            return;
        }
        title.setText(texts.get("import.running", file.getFileName()));
        counts.setText("");
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        latest.set(null);
        state.set(State.RUNNING);
        watching.playFromStart();
        background.run(() -> {
            worker = Thread.currentThread();
            return imports.run(file, latest::set);
        }).then(result -> ended(file, result)).onFailure(problem -> failed(file, problem));
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("import.choose"));
        chooser.setInitialDirectory(lastFolder);
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(texts.get("import.type"), "*.jsonl", "*.ndjson", "*.json", "*.eml"),
                new FileChooser.ExtensionFilter(texts.get("import.any"), "*.*"));
        File chosen = chooser.showOpenDialog(dialogs.window());
        if (chosen != null) {
            lastFolder = chosen.getParentFile();
            run(chosen.toPath());
        }
    }

    /** The import ends after the conversation at hand, and says what it had done. */
    @FXML
    private void cancel() {
        if (state.get() == State.RUNNING && worker != null) {
            state.set(State.CANCELLING);
            worker.interrupt();
        }
    }

    @FXML
    private void dismiss() {
        state.set(State.OFF);
    }

    private void showProgress() {
        Progress progress = latest.get();
        if (progress != null) {
            bar.setProgress(progress.fraction());
            counts.setText(countsOf(progress));
        }
    }

    private void ended(Path file, Progress result) {
        watching.stop();
        counts.setText(countsOf(result));
        bar.setProgress(result.fraction());
        problems.setText(result.bad().stream()
                .map(bad -> texts.get("import.bad-line", bad.line(), bad.reason())).collect(Collectors.joining("\n")));
        State next = result.cancelled() ? State.CANCELLED : result.bad().isEmpty() ? State.DONE : State.DONE_IN_PART;
        title.setText(texts.get(switch (next) {
            case CANCELLED -> "import.cancelled";
            case DONE_IN_PART -> "import.done-in-part";
            default -> "import.done";
        }, file.getFileName(), result.bad().size()));
        state.set(next);
    }

    private void failed(Path file, Throwable problem) {
        watching.stop();
        if (problem instanceof IOException) {
            title.setText(texts.get("import.failed", file.getFileName()));
            counts.setText(problem.getMessage());
            state.set(State.FAILED);
        } else {
            state.set(State.OFF);
            background.report(problem);
        }
    }

    private String countsOf(Progress progress) {
        return texts.get("import.counts", progress.tickets(), progress.customers(), progress.messages(), progress.skipped());
    }
}
