package acquaint.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Notices that stand there at once and are gone at once, for those who asked for less motion; the newest is the lowest. JavaFX thread only. */
final class StillNotices {

    private static final double MARGIN = 16;
    private static final double GAP = 8;
    private static final double WIDEST = 360;
    /** More would cover what is worked with. */
    private static final int MOST = 4;

    private final Popup popup = new Popup();
    private final VBox notices = new VBox(GAP);

    StillNotices() {
        notices.setAlignment(Pos.BOTTOM_RIGHT);
        popup.getContent().add(notices);
        popup.setHideOnEscape(false);
        popup.setAnchorLocation(AnchorLocation.WINDOW_BOTTOM_RIGHT);
    }

    /** In the lower right of the window, above none and below all that stand there already. */
    void show(Window window, String words, Duration stay) {
        var label = new Label(words, new FontIcon(Feather.INFO));
        label.setWrapText(true);
        label.setMaxWidth(WIDEST);
        label.getStyleClass().add("still-notice");
        label.setOnMouseClicked(_ -> take(label));
        if (notices.getChildren().size() == MOST) {
            notices.getChildren().removeFirst();
        }
        notices.getChildren().add(label);
        popup.show(window, window.getX() + window.getWidth() - MARGIN, window.getY() + window.getHeight() - MARGIN);
        var pause = new PauseTransition(stay);
        pause.setOnFinished(_ -> take(label));
        pause.play();
    }

    private void take(Node notice) {
        notices.getChildren().remove(notice);
        if (notices.getChildren().isEmpty()) {
            popup.hide();
        }
    }
}
