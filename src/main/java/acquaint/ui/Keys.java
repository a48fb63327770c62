package acquaint.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * What each {@link Shortcut} does, and who hears it: controllers say what they do, the window asks. One place, so that no
 * two actions can share a key unnoticed and the sheet cannot lie. JavaFX thread.
 */
public final class Keys {

    private final Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);

    /** Says what a shortcut does; one action each. */
    public void on(Shortcut shortcut, Runnable action) {
        if (actions.put(shortcut, action) != null) {
            throw new IllegalStateException(shortcut + " has two actions");
        }
    }

    /** Does what the shortcut would do; for menus and buttons. */
    public void run(Shortcut shortcut) {
        Runnable action = actions.get(shortcut);
        if (action != null) {
            action.run();
        }
    }

    /** Listens on a window's scene. Combinations are caught before the focused control sees them, single keys after. */
    public void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        for (Shortcut shortcut : actions.keySet()) {
            for (String key : shortcut.keys()) {
                if (!Shortcut.isSingle(key) && KeyCombination.keyCombination(key).match(event)) {
                    event.consume();
                    run(shortcut);
                    return;
                }
            }
        }
    }

    /** By the character that was typed rather than the key, so that {@code ?} and {@code /} work on every layout. */
    private void typed(KeyEvent event) {
        boolean chord = event.isControlDown() || event.isMetaDown() || event.isAltDown();
        if (chord || isTyping(event) || event.getCharacter().isEmpty()) {
            return;
        }
        String typed = event.getCharacter().toUpperCase(java.util.Locale.ROOT);
        for (Shortcut shortcut : actions.keySet()) {
            if (shortcut.keys().contains(typed)) {
                event.consume();
                run(shortcut);
                return;
            }
        }
    }

    private static boolean isTyping(KeyEvent event) {
        return event.getTarget() instanceof Node node
                && node.getScene() != null
                && node.getScene().getFocusOwner() instanceof TextInputControl input
                && input.isEditable();
    }
}
