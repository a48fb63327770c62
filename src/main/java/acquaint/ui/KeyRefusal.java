package acquaint.ui;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/** Why keys cannot be given to an action: something else needs them everywhere. */
public enum KeyRefusal {
    /** Copying, pasting, undoing and selecting in texts. */
    TEXT,
    /** Moving in texts and lists, pressing buttons, closing. */
    MOVING,
    /** Keys that open menus. */
    MENU,
    /** On many keyboards Ctrl+Alt is AltGr, which types characters such as @ and backslash. */
    TYPING,
    /** Quitting, and what desktops keep for themselves. */
    SYSTEM;

    private static final Set<KeyCode> EDITING = EnumSet.of(KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Z, KeyCode.Y, KeyCode.A, KeyCode.INSERT);
    private static final Set<KeyCode> OF_SYSTEMS = EnumSet.of(KeyCode.Q, KeyCode.SPACE);
    private static final Set<KeyCode> OF_LISTS = EnumSet.of(KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.KP_UP, KeyCode.KP_DOWN, KeyCode.KP_LEFT,
            KeyCode.KP_RIGHT, KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.BACK_SPACE, KeyCode.DELETE);
    private static final Set<KeyCode> ALONE = EnumSet.of(KeyCode.ENTER, KeyCode.SPACE, KeyCode.INSERT, KeyCode.F2);

    /** Empty where the keys are free to be given. */
    static Optional<KeyRefusal> of(Chord chord) {
        return chord.combination().filter(KeyCodeCombination.class::isInstance).map(KeyCodeCombination.class::cast).flatMap(KeyRefusal::of);
    }

    private static Optional<KeyRefusal> of(KeyCodeCombination keys) {
        KeyCode code = keys.getCode();
        boolean shortcut = isDown(keys.getShortcut());
        boolean alt = isDown(keys.getAlt());
        boolean others = shortcut || alt || isDown(keys.getControl()) || isDown(keys.getMeta());
        if (code == KeyCode.TAB || code == KeyCode.ESCAPE || OF_LISTS.contains(code) && !alt || ALONE.contains(code) && !others) {
            return Optional.of(MOVING);
        }
        if (alt && (shortcut || isDown(keys.getControl()))) {
            return Optional.of(TYPING);
        }
        if (code == KeyCode.F10 || alt && (code.isLetterKey() || code.isDigitKey())) {
            return Optional.of(MENU);
        }
        if (shortcut && EDITING.contains(code)) {
            return Optional.of(TEXT);
        }
        boolean kept = isDown(keys.getMeta()) || alt && (code == KeyCode.F4 || code == KeyCode.SPACE) || shortcut && OF_SYSTEMS.contains(code);
        return kept ? Optional.of(SYSTEM) : Optional.empty();
    }

    private static boolean isDown(ModifierValue value) {
        return value == ModifierValue.DOWN;
    }
}
