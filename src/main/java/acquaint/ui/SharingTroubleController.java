package acquaint.ui;

import acquaint.casework.MemorySharing;
import acquaint.settings.Sharing;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says in the window, from its start on, that the memory should be shared and is not; work goes on meanwhile. */
public final class SharingTroubleController {

    private final MemorySharing sharing;
    private final Background background;
    private final Keys keys;
    private final Texts texts;

    @FXML private HBox root;
    @FXML private Label why;

    public SharingTroubleController(MemorySharing sharing, Background background, Keys keys, Texts texts) {
        this.sharing = sharing;
        this.background = background;
        this.keys = keys;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        sharing.listen(status -> background.onFxThread(() -> show(status)));
        show(sharing.status());
    }

    private void show(MemorySharing.Status status) {
        // While it is tried again, what was wrong stays to be read.
        if (status.state() != MemorySharing.State.STARTING) {
            root.setVisible(status.isTrouble());
            why.setText(SharingWords.of(status, texts));
        }
    }

    @FXML
    private void again() {
        Sharing choice = sharing.status().choice();
        background.run(() -> {
            sharing.choose(choice);
            return null;
        });
    }

    @FXML
    private void openSettings() {
        keys.run(Shortcut.SETTINGS);
    }

    @FXML
    private void dismiss() {
        root.setVisible(false);
    }
}
