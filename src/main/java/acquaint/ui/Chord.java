package acquaint.ui;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * Keys that are pressed together: a single character, which works only outside text fields, or a combination, which works
 * everywhere. {@code name} is what the settings keep, the same for every way to write the same keys; {@code combination}
 * is empty for a single character.
 */
record Chord(String name, Optional<KeyCombination> combination) {

    private static final Set<KeyCode> TYPE_NOTHING = EnumSet.of(KeyCode.ENTER, KeyCode.TAB, KeyCode.SPACE, KeyCode.ESCAPE, KeyCode.BACK_SPACE, KeyCode.DELETE,
            KeyCode.INSERT, KeyCode.PAUSE, KeyCode.PRINTSCREEN, KeyCode.CONTEXT_MENU);
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    /** {@code text} as {@link KeyCombination} names it, or one character; empty where it names no keys. */
    static Optional<Chord> read(String text) {
        if (text.length() == 1) {
            return single(text);
        }
        try {
            KeyCombination read = KeyCombination.valueOf(text.strip());
            return switch (read) {
                case KeyCodeCombination keys -> Optional.of(of(sameOnEverySystem(keys)));
                case KeyCharacterCombination typed when typed.getCharacter().length() == 1 -> Optional.of(of(typed));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Chord of(KeyCombination combination) {
        return new Chord(combination.getName(), Optional.of(combination));
    }

    private static Optional<Chord> single(String character) {
        char only = character.charAt(0);
        return Character.isWhitespace(only) || Character.isISOControl(only) || Character.isSurrogate(only)
                ? Optional.empty() : Optional.of(new Chord(character.toUpperCase(Locale.ROOT), Optional.empty()));
    }

    /** By the character that was typed rather than the key, so that {@code ?} and {@code /} are found on every layout. */
    static Optional<Chord> typed(KeyEvent event) {
        boolean withOthers = event.isControlDown() || event.isMetaDown() || event.isAltDown();
        return withOthers || event.getCharacter().length() != 1 ? Optional.empty() : single(event.getCharacter());
    }

    /** What was pressed, where that is a combination or a key that types nothing; empty for a key that is typed, and for a modifier alone. */
    static Optional<Chord> pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean modified = event.isControlDown() || event.isMetaDown() || event.isAltDown();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED || !modified && types(code)) {
            return Optional.empty();
        }
        return Optional.of(of(sameOnEverySystem(new KeyCodeCombination(code, value(event.isShiftDown()), value(event.isControlDown()),
                value(event.isAltDown()), value(event.isMetaDown()), ModifierValue.UP))));
    }

    private static boolean types(KeyCode code) {
        return !(code.isFunctionKey() || code.isNavigationKey() || code.isWhitespaceKey() || code.isMediaKey() || TYPE_NOTHING.contains(code));
    }

    /** The key that menus use on this system is written as the shortcut key, so that settings can be carried to another system. */
    private static KeyCodeCombination sameOnEverySystem(KeyCodeCombination keys) {
        boolean shortcut = keys.getShortcut() == ModifierValue.DOWN || (MAC ? keys.getMeta() : keys.getControl()) == ModifierValue.DOWN;
        return new KeyCodeCombination(keys.getCode(), keys.getShift(), MAC ? keys.getControl() : ModifierValue.UP, keys.getAlt(),
                MAC ? ModifierValue.UP : keys.getMeta(), value(shortcut));
    }

    private static ModifierValue value(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }

    boolean isSingle() {
        return combination.isEmpty();
    }

    boolean matches(KeyEvent event) {
        return combination.filter(keys -> keys.match(event)).isPresent();
    }

    /** How it is written on this system. */
    String display() {
        return combination.map(KeyCombination::getDisplayText).orElse(name);
    }
}
