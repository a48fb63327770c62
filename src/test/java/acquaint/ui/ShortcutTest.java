package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShortcutTest {

    @Test
    void noTwoActionsShareAKey() {
        var owners = new HashMap<Object, Shortcut>();
        for (Shortcut shortcut : Shortcut.values()) {
            for (String key : shortcut.keys()) {
                Object pressed = Shortcut.isSingle(key) ? key : KeyCombination.keyCombination(key);
                Shortcut other = owners.put(pressed, shortcut);
                assertNull(other, () -> key + " is " + shortcut + " and " + other);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyActionHasAKeyThatCanBePressed(Shortcut shortcut) {
        assertFalse(shortcut.keys().isEmpty());
        for (String key : shortcut.keys()) {
            if (Shortcut.isSingle(key)) {
                assertTrue(key.matches("[A-Z?/]"), key);
            } else {
                assertTrue(KeyCombination.valueOf(key).getName().length() > 1, key);
            }
        }
    }

    /** On many European keyboards Ctrl+Alt is AltGr, which types characters such as @ and backslash. */
    @ParameterizedTest
    @EnumSource
    void noActionTakesTheKeysThatTypeACharacterElsewhere(Shortcut shortcut) {
        for (String key : shortcut.keys()) {
            assertFalse(key.contains("Alt") && (key.contains("Shortcut") || key.contains("Ctrl")), key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMenuShowsOnlyKeysThatWorkWhileTyping(Shortcut shortcut) {
        assertEquals(shortcut.keys().stream().anyMatch(key -> key.length() > 1), shortcut.accelerator().isPresent());
    }
}
