package acquaint.ui;

import acquaint.casework.diagnostics.Diagnostics;
import acquaint.casework.diagnostics.DiagnosticsReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;

/** Shows what a diagnostics file will hold, and writes it when that has been seen. */
public final class DiagnosticsController {

    /** How far it is. */
    public enum State { GATHERING, READY, SAVING, SAVED, FAILED }

    private final Diagnostics diagnostics;
    private final Background background;
    private final Background.Slot working;
    private final Dialogs dialogs;
    private final SystemPrograms programs;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.GATHERING);

    @FXML private ListView<String> files;
    @FXML private TextArea content;
    @FXML private TextField target;
    @FXML private Button saveDiagnostics;
    @FXML private Label status;

    private DiagnosticsReport report;
    private Path saved;

    public DiagnosticsController(Diagnostics diagnostics, Background background, Dialogs dialogs, SystemPrograms programs, Texts texts) {
        this.diagnostics = diagnostics;
        this.background = background;
        this.working = background.slot();
        this.dialogs = dialogs;
        this.programs = programs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        files.getSelectionModel().selectedItemProperty().addListener((_, _, name) -> {
            content.setText(name == null ? "" : report.files().get(name));
            content.setScrollTop(0);
        });
        target.setText(Path.of(System.getProperty("user.home"), "acquaint-" + LocalDate.now(ZoneId.systemDefault()) + ".zip").toString());
        target.textProperty().addListener(_ -> saveDiagnostics.setDisable(target.getText().isBlank()));
        working.run(diagnostics::gather).then(this::show).onFailure(this::failed);
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** The window is closed. */
    void leave() {
        working.cancel();
    }

    private void show(DiagnosticsReport gathered) {
        report = gathered;
        files.getItems().setAll(gathered.files().keySet());
        files.getSelectionModel().selectFirst();
        state.set(State.READY);
    }

    @FXML
    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("diagnostics.title"));
        File entered = new File(target.getText());
        chooser.setInitialFileName(entered.getName());
        if (entered.getParentFile() != null && entered.getParentFile().isDirectory()) {
            chooser.setInitialDirectory(entered.getParentFile());
        }
        File chosen = chooser.showSaveDialog(dialogs.window());
        if (chosen != null) {
            target.setText(chosen.getPath());
        }
    }

    @FXML
    private void save() {
        state.set(State.SAVING);
        String entered = target.getText().strip();
        working.run(() -> {
            Path archive = Path.of(entered).toAbsolutePath();
            report.save(archive);
            return archive;
        }).then(archive -> {
            saved = archive;
            status.setText(texts.get("diagnostics.saved", archive));
            state.set(State.SAVED);
        }).onFailure(this::failed);
    }

    private void failed(Throwable problem) {
        state.set(report == null ? State.FAILED : State.READY);
        switch (problem) {
            case FileAlreadyExistsException _ -> status.setText(texts.get("diagnostics.exists"));
            case InvalidPathException _ -> status.setText(texts.get("diagnostics.not-saved", target.getText()));
            case IOException e -> status.setText(texts.get("diagnostics.not-saved", String.valueOf(e.getMessage())));
            default -> background.report(problem);
        }
    }

    @FXML
    private void openFolder() {
        programs.open(saved.getParent());
    }
}
