package acquaint.ui;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * Marks the focus owners of each window, dialog and pop-over that opens while the pointer was used last: the ring is for the keyboard. JavaFX's own {@code focus-visible} is lost where
 * the program gives the focus back, such as to the button that opened a sheet or a dialog which was closed by a key. JavaFX thread only.
 */
final class ClickedFocus {

    private static final PseudoClass CLICKED = PseudoClass.getPseudoClass("clicked");

    /** A dialog's scene goes with it. */
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    /** Held here, since the list of windows holds it weakly: it outlives them all. */
    private final ListChangeListener<Window> opened = this::opened;
    private boolean byPointer;

    ClickedFocus() {
        Window.getWindows().addListener(new WeakListChangeListener<>(opened));
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().stream().map(Window::getScene).filter(Objects::nonNull).filter(scenes::add).forEach(this::watch);
        }
    }

    private void watch(Scene scene) {
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
