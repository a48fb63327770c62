package acquaint.ui;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.stage.Popup;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A notice that stands there at once and is gone at once, for those who asked for less motion. JavaFX thread only. */
final class StillNotice {

    private static final double MARGIN = 16;
    private static final double WIDEST = 360;

    private final Popup popup = new Popup();
    private final Label label;

    StillNotice(String words) {
        label = new Label(words, new FontIcon(Feather.INFO));
        label.setWrapText(true);
        label.setMaxWidth(WIDEST);
        label.getStyleClass().add("still-notice");
        label.setOnMouseClicked(_ -> popup.hide());
        popup.getContent().add(label);
    }

    /** In the lower right of the window. */
    void show(Window window, Duration stay) {
        popup.setOnShown(_ -> {
            popup.setX(window.getX() + window.getWidth() - popup.getWidth() - MARGIN);
            popup.setY(window.getY() + window.getHeight() - popup.getHeight() - MARGIN);
        });
        popup.show(window);
        var pause = new PauseTransition(stay);
        pause.setOnFinished(_ -> popup.hide());
        pause.play();
    }
}
