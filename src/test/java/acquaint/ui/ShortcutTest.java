package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShortcutTest {

    @Test
    void noTwoActionsOfOnePlaceShareAKey() {
        for (Shortcut one : Shortcut.values()) {
            for (Shortcut other : Shortcut.values()) {
                if (one != other && one.meets(other)) {
                    one.usual().forEach(key -> assertFalse(other.usual().contains(key), () -> key.name() + " is " + one + " and " + other));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyActionHasAKeyThatCanBePressed(Shortcut shortcut) {
        assertFalse(shortcut.usual().isEmpty());
        for (Chord key : shortcut.usual()) {
            assertTrue(!key.isSingle() || key.name().matches("[A-Z?/]"), key.name());
            assertEquals(Optional.empty(), KeyRefusal.of(key), key.name());
            assertEquals(Optional.of(key), Chord.read(key.name()), "what the settings keep is read as the same");
        }
    }

    @Test
    void theSameKeysWrittenAnotherWayAreTheSame() {
        assertEquals(Chord.read("Shortcut+Shift+J"), Chord.read("Shift+Shortcut+J"));
        assertEquals(Chord.read("J"), Chord.read("j"));
        assertNotEquals(Chord.read("Shortcut+J"), Chord.read("Shortcut+Shift+J"));
        if (!System.getProperty("os.name").startsWith("Mac")) {
            assertEquals(Chord.read("Shortcut+J"), Chord.read("Ctrl+J"));
        }
    }
}
