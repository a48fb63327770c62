package acquaint.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;

/** The page of the welcome that leads to the demo desk. */
public final class WelcomeLookAroundController implements WelcomeStep {

    private final DemoVisit visit;
    private final Keymap keymap;
    private final Texts texts;

    @FXML private Label draft;
    @FXML private Button openDemo;
    @FXML private ProgressIndicator opening;

    public WelcomeLookAroundController(DemoVisit visit, Keymap keymap, Texts texts) {
        this.visit = visit;
        this.keymap = keymap;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        draft.textProperty().bind(keymap.shown(Shortcut.DRAFT).map(key -> key.isEmpty() ? texts.get("welcome.look.draft.by-button") : texts.get("welcome.look.draft", key)));
        opening.visibleProperty().bind(visit.busyProperty());
        openDemo.disableProperty().bind(visit.busyProperty().or(visit.canEnter().not()));
    }

    @Override
    public void shown(Welcome welcome) {}

    @FXML
    private void enter() {
        visit.enter();
    }
}
