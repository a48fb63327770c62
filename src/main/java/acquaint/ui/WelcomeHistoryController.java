package acquaint.ui;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** The page of the welcome on which conversations are brought in, by choosing files or by dropping them. */
public final class WelcomeHistoryController implements WelcomeStep {

    private static final Set<ImportController.State> AT_WORK = Set.of(ImportController.State.RUNNING, ImportController.State.CANCELLING);

    /** One line of a file, as it may be. */
    private static final String EXAMPLE = """
            {"id": "A-17", "channel": "email", "customer": {"id": "c-9", "name": "Ana Ruiz", "email": "ana@example.org"}, \
            "messages": [{"from": "customer", "at": "2026-03-03T18:00:47Z", "text": "My tent pole broke."}]}""";

    private final Keys keys;
    private final ArrayDeque<Path> waiting = new ArrayDeque<>();

    @FXML private Label example;
    @FXML private CopyButton copyExample;
    @FXML private VBox progress;
    @FXML private Label progressTitle;
    @FXML private Label progressCounts;
    @FXML private ProgressBar progressBar;

    private ImportController imports;

    public WelcomeHistoryController(Keys keys) {
        this.keys = keys;
    }

    @FXML
    private void initialize() {
        example.setText(EXAMPLE);
        copyExample.offer(EXAMPLE);
    }

    @Override
    public void shown(Welcome welcome) {
        if (imports == null) {
            imports = welcome.imports();
            imports.getState().nameProperty().subscribe(_ -> follow());
            progressTitle.textProperty().bind(imports.titleProperty());
            progressCounts.textProperty().bind(imports.countsProperty());
            progressBar.progressProperty().bind(imports.progressProperty());
        }
    }

    private void follow() {
        ImportController.State state = imports.getState().get();
        progress.setVisible(state != ImportController.State.OFF);
        progressBar.setVisible(AT_WORK.contains(state));
        if (!AT_WORK.contains(state) && !waiting.isEmpty()) {
            imports.run(waiting.poll());
        }
    }

    @FXML
    private void choose() {
        keys.run(Shortcut.IMPORT);
    }

    /** Imports these files, one after the other. */
    void bring(List<Path> files) {
        waiting.addAll(files);
        if (!AT_WORK.contains(imports.getState().get())) {
            imports.run(waiting.poll());
        }
    }
}
