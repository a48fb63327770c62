package acquaint.ui;

import acquaint.casework.LanguageModels;
import acquaint.casework.MemoryEngines;
import acquaint.casework.diagnostics.Program;
import acquaint.settings.MemoryChoice;
import acquaint.settings.ModelChoice;
import acquaint.update.Release;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.stage.Window;

/** What this program is, what it works with and where it keeps what it keeps. */
public final class AboutController {

    private final Program program;
    private final MemoryEngines engines;
    private final LanguageModels models;
    private final UpdateWatch updates;
    private final SystemPrograms programs;
    private final Texts texts;

    @FXML private Label version;
    @FXML private Label update;
    @FXML private Hyperlink updatePage;
    @FXML private Label java;
    @FXML private Label system;
    @FXML private Label memory;
    @FXML private Label model;
    @FXML private Label data;
    @FXML private Label logs;
    @FXML private CopyButton copyData;
    @FXML private CopyButton copyLogs;
    @FXML private CopyButton copyAll;

    private Runnable licences = () -> {};
    private Runnable diagnostics = () -> {};

    public AboutController(Program program, MemoryEngines engines, LanguageModels models, UpdateWatch updates, SystemPrograms programs, Texts texts) {
        this.program = program;
        this.engines = engines;
        this.models = models;
        this.updates = updates;
        this.programs = programs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        version.setText(texts.get("about.version", program.version()));
        java.setText(texts.get("about.java", System.getProperty("java.runtime.version"), System.getProperty("javafx.runtime.version")));
        system.setText(System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch"));
        memory.setText(switch (engines.current()) {
            case MemoryChoice.Embedded _ -> texts.get("about.memory.local");
            case MemoryChoice.EverOs service -> texts.get("about.at", texts.of(service.version()), service.url().getHost());
        });
        model.setText(switch (models.current()) {
            case ModelChoice.None _ -> texts.get("about.model.none");
            case ModelChoice.Server server -> texts.get("about.at", server.model(), server.url().getHost());
        });
        // Only while this is shown: what is known outlives the dialog.
        ObservableValue<UpdateWatch.Known> found = updates.knownProperty().when(update.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false));
        update.textProperty().bind(found.map(this::words));
        update.visibleProperty().bind(update.textProperty().isNotEmpty());
        update.managedProperty().bind(update.visibleProperty());
        updatePage.textProperty().bind(found.map(known -> page(known).map(URI::toString).orElse("")));
        updatePage.visibleProperty().bind(updatePage.textProperty().isNotEmpty());
        updatePage.managedProperty().bind(updatePage.visibleProperty());
        updatePage.setOnAction(_ -> page(updates.knownProperty().get()).ifPresent(programs::open));
        show(program.directory().root(), data, copyData);
        show(program.directory().logs(), logs, copyLogs);
        copyAll.offer(String.join("\n", version.getText(), java.getText(), system.getText(), memory.getText(), model.getText(), data.getText(), logs.getText()));
    }

    /** Nothing where nobody has asked, or nobody answered: the settings tell more of that. */
    private String words(UpdateWatch.Known known) {
        return switch (known) {
            case UpdateWatch.Known.Newer(Release release) -> texts.get("updates.newer", release.version(), program.version());
            case UpdateWatch.Known.Newest _ -> texts.get("updates.newest", program.version());
            default -> "";
        };
    }

    private static Optional<URI> page(UpdateWatch.Known known) {
        return known instanceof UpdateWatch.Known.Newer(Release release) ? release.url() : Optional.empty();
    }

    private static void show(Path path, Label label, CopyButton copy) {
        label.setText(path.toString());
        copy.offer(path.toString());
    }

    /** Says what shows the licences, and what gathers diagnostics. */
    void onMore(Runnable showLicences, Runnable showDiagnostics) {
        licences = showLicences;
        diagnostics = showDiagnostics;
    }

    @FXML
    private void openData() {
        programs.open(program.directory().root());
    }

    @FXML
    private void openLogs() {
        programs.open(program.directory().logs());
    }

    @FXML
    private void showLicences() {
        licences.run();
    }

    @FXML
    private void showDiagnostics() {
        diagnostics.run();
    }
}
