package acquaint.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Says over the demo desk that all on it is invented, and leads back. */
public final class DemoStripController {

    private final DemoVisit visit;

    @FXML private HBox root;
    @FXML private Button resetDemo;
    @FXML private Button leaveDemo;

    public DemoStripController(DemoVisit visit) {
        this.visit = visit;
    }

    @FXML
    private void initialize() {
        root.setVisible(visit.isHere());
        resetDemo.visibleProperty().bind(visit.canReset());
        leaveDemo.visibleProperty().bind(visit.canLeave());
        root.disableProperty().bind(visit.busyProperty());
    }

    @FXML
    private void reset() {
        visit.reset();
    }

    @FXML
    private void leave() {
        visit.leave();
    }
}
