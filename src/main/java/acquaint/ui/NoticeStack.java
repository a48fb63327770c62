package acquaint.ui;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
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

/**
 * Notices at the upper edge of a window, the newest the lowest. The first lies over the free part of the menu bar, and further ones over the head of the conversation:
 * none covers what is written in, sent with or searched by. JavaFX thread only.
 */
final class NoticeStack {

    private static final double MARGIN = 4;
    private static final double GAP = 6;
    /** More would cover what is read. */
    private static final int MOST = 3;
    private static final Duration FADE = Duration.millis(200);

    private final Popup popup = new Popup();
    private final VBox notices = new VBox(GAP);
    private Window window;
    private Node middle;

    NoticeStack() {
        notices.setAlignment(Pos.TOP_CENTER);
        notices.widthProperty().subscribe(this::centre);
        popup.getContent().add(notices);
        popup.setHideOnEscape(false);
        popup.setAutoFix(false);
        popup.setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
    }

    /** Centred above {@code over} while that is in the window, and in the window otherwise. */
    void setPlace(Window owner, Node over) {
        window = owner;
        middle = over;
    }

    /** Below all that stand there already; {@code moving}: whether it may come and go softly. */
    void show(String words, Duration stay, boolean moving) {
        var label = new Label(words, new FontIcon(Feather.INFO));
        label.setWrapText(true);
        label.getStyleClass().add("notice");
        label.setOnMouseClicked(_ -> take(label));
        if (notices.getChildren().size() == MOST) {
            notices.getChildren().removeFirst();
        }
        notices.getChildren().add(label);
        popup.show(window);
        centre();
        if (moving) {
            fade(label, 0, 1);
        }
        var pause = new PauseTransition(stay);
        pause.setOnFinished(_ -> {
            if (moving) {
                fade(label, 1, 0).setOnFinished(_ -> take(label));
            } else {
                take(label);
            }
        });
        pause.play();
    }

    private static FadeTransition fade(Node notice, double from, double to) {
        var fade = new FadeTransition(FADE, notice);
        fade.setFromValue(from);
        fade.setToValue(to);
        fade.play();
        return fade;
    }

    private void centre() {
        if (popup.isShowing()) {
            Bounds all = onScreen(window.getScene().getRoot());
            Bounds under = middle.getScene() == window.getScene() ? onScreen(middle) : all;
            popup.setAnchorX(under.getCenterX() - notices.getWidth() / 2);
            popup.setAnchorY(all.getMinY() + MARGIN);
        }
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private void take(Node notice) {
        notices.getChildren().remove(notice);
        if (notices.getChildren().isEmpty()) {
            popup.hide();
        }
    }
}
