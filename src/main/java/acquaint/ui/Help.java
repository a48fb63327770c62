package acquaint.ui;

import acquaint.casework.diagnostics.Program;
import acquaint.settings.FirstRun;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What the help menu offers beside the keys. JavaFX thread only. */
public final class Help {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;
    private static final double ABOUT_WIDTH = 640;
    private static final double ABOUT_HEIGHT = 440;

    private final Welcome welcome;
    private final FirstSteps steps;
    private final FirstStepActions actions;
    private final Windows windows;
    private final SystemPrograms programs;
    private final Program program;
    private final Texts texts;

    public Help(Welcome welcome, FirstSteps steps, FirstStepActions actions, Windows windows, SystemPrograms programs, Program program, Texts texts) {
        this.welcome = welcome;
        this.steps = steps;
        this.actions = actions;
        this.windows = windows;
        this.programs = programs;
        this.program = program;
        this.texts = texts;
    }

    Welcome welcome() {
        return welcome;
    }

    /** Somebody chose the memory, be it the one that was in use before. */
    void memoryChosen() {
        steps.done(FirstRun.Step.CONNECT_MEMORY);
    }

    /** Somebody looks at the sheet of keys. */
    void keysShown() {
        steps.done(FirstRun.Step.LEARN_KEYS);
    }

    List<MenuItem> firstItems() {
        return actions.areOffered() ? List.of(item("menu.welcome", welcome::open), item("menu.checklist", this::showChecklist), new SeparatorMenuItem()) : List.of();
    }

    List<MenuItem> lastItems() {
        return List.of(new SeparatorMenuItem(), item("menu.logs", () -> programs.open(program.directory().logs())), item("menu.diagnostics", this::showDiagnostics), item("menu.about", this::showAbout));
    }

    private void showAbout() {
        windows.<AboutController>open("about", texts.get("about.title"), ABOUT_WIDTH, ABOUT_HEIGHT, _ -> {}).onMore(this::showLicences, this::showDiagnostics);
    }

    private void showLicences() {
        windows.<LicencesController>open("licences", texts.get("licences.title"), WIDTH, HEIGHT, _ -> {});
    }

    private void showDiagnostics() {
        windows.<DiagnosticsController>open("diagnostics", texts.get("diagnostics.title"), WIDTH, HEIGHT, DiagnosticsController::leave);
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Whoever asks for the list has been greeted. */
    private void showChecklist() {
        steps.change(now -> now.asWelcomed().withDismissed(false).withFolded(false));
        steps.look();
    }
}
