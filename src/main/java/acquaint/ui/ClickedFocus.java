package acquaint.ui;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Marks a focus owner while the pointer was used last: the ring is for the keyboard. JavaFX's own {@code focus-visible} is lost where the program gives the
 * focus back, such as to the button that opened a sheet which was closed by a key. JavaFX thread only.
 */
final class ClickedFocus {

    private static final PseudoClass CLICKED = PseudoClass.getPseudoClass("clicked");

    private final Scene scene;
    private boolean byPointer;

    private ClickedFocus(Scene scene) {
        this.scene = scene;
    }

    static void watch(Scene scene) {
        var watch = new ClickedFocus(scene);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> watch.used(true));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> watch.used(false));
        scene.focusOwnerProperty().subscribe((before, now) -> {
            mark(before, false);
            mark(now, watch.byPointer);
        });
    }

    private void used(boolean pointer) {
        byPointer = pointer;
        mark(scene.getFocusOwner(), pointer);
    }

    private static void mark(Node node, boolean clicked) {
        if (node != null) {
            node.pseudoClassStateChanged(CLICKED, clicked);
        }
    }
}
