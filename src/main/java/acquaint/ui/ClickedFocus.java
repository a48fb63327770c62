package acquaint.ui;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Marks the focus owners of a window and its dialogs while the pointer was used last: the ring is for the keyboard. JavaFX's own {@code focus-visible} is lost where the program gives
 * the focus back, such as to the button that opened a sheet or a dialog which was closed by a key. JavaFX thread only.
 */
final class ClickedFocus {

    private static final PseudoClass CLICKED = PseudoClass.getPseudoClass("clicked");

    /** A dialog's scene goes with it. */
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean byPointer;

    void watch(Scene scene) {
        scenes.add(scene);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> used(true));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> used(false));
        scene.focusOwnerProperty().subscribe((before, now) -> {
            mark(before, false);
            mark(now, byPointer);
        });
    }

    private void used(boolean pointer) {
        byPointer = pointer;
        scenes.forEach(scene -> mark(scene.getFocusOwner(), pointer));
    }

    private static void mark(Node node, boolean clicked) {
        if (node != null) {
            node.pseudoClassStateChanged(CLICKED, clicked);
        }
    }
}
