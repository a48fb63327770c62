package acquaint.ui;

import acquaint.model.QueueRow;
import acquaint.settings.Settings;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import javafx.util.Duration;

/** How the rows of the queue stand in their list, tall or compact, with ages that go with the clock; and how one is chosen. JavaFX thread only. */
final class QueueList {

    private final ListView<QueueRow> list;
    private final ToggleButton compact;
    private final Preferences preferences;
    private final Texts texts;
    private final TimeWords times;
    private Runnable chosen = () -> {};

    QueueList(ListView<QueueRow> list, ToggleButton compact, Preferences preferences, Texts texts, TimeWords times) {
        this.list = list;
        this.compact = compact;
        this.preferences = preferences;
        this.texts = texts;
        this.times = times;
        compact.setSelected(preferences.get().density() == Settings.Density.COMPACT);
        compact.setOnAction(_ -> changeDensity());
        showDensity();
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !list.getSelectionModel().isEmpty()) {
                chosen.run();
            }
        });
        keepAges();
    }

    /** Says what follows when a ticket is chosen, be it the one that is open already. */
    void onChosen(Runnable then) {
        chosen = then;
    }

    private void changeDensity() {
        preferences.change(settings -> settings.withDensity(compact.isSelected() ? Settings.Density.COMPACT : Settings.Density.COMFORTABLE));
        showDensity();
    }

    private void showDensity() {
        boolean narrow = compact.isSelected();
        list.setFixedCellSize(QueueCell.height(narrow));
        list.setCellFactory(_ -> {
            var cell = new QueueCell(narrow, texts, times);
            cell.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                    chosen.run();
                }
            });
            return cell;
        });
    }

    /** Ages are words such as "3 min": they change with the clock, not with the desk. */
    private void keepAges() {
        var ageing = new Timeline(new KeyFrame(Duration.minutes(1), _ -> list.refresh()));
        ageing.setCycleCount(Animation.INDEFINITE);
        // A clock that runs keeps what it looks at, also when the window is gone.
        list.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false).subscribe(shown -> {
            if (shown) {
                ageing.play();
            } else {
                ageing.stop();
            }
        });
    }
}
