package acquaint.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;

/** The page of the welcome that leads to the demo desk. */
public final class WelcomeLookAroundController implements WelcomeStep {

    private final DemoVisit visit;

    @FXML private Button openDemo;
    @FXML private ProgressIndicator opening;

    public WelcomeLookAroundController(DemoVisit visit) {
        this.visit = visit;
    }

    @FXML
    private void initialize() {
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
