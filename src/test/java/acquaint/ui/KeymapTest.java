package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeymapTest {

    private final List<Map<String, List<String>>> kept = new ArrayList<>();
    private Keymap keymap = new Keymap(Map.of(), kept::add);

    @Test
    void theUsualKeysHoldWhereNobodyChoseOthers() {
        for (Shortcut shortcut : Shortcut.values()) {
            assertEquals(shortcut.usual(), keymap.keys(shortcut));
        }
        assertTrue(keymap.isAllUsual());
    }

    @Test
    void anOwnKeyIsKeptAndHoldsAgain() {
        keymap.assign(Shortcut.SEND, List.of(chord("Shortcut+G"), chord("F8")));
        assertEquals(Map.of("SEND", List.of("Shortcut+G", "F8")), kept.getLast());
        var again = new Keymap(kept.getLast(), kept::add);
        assertEquals(List.of(chord("Shortcut+G"), chord("F8")), again.keys(Shortcut.SEND));
        assertEquals("F8", new Keymap(Map.of("SEND", List.of("F8")), kept::add).shown(Shortcut.SEND).getValue());
    }

    @Test
    void anActionCanGoWithoutAKey() {
        keymap = new Keymap(Map.of("DRAFT", List.of()), kept::add);
        assertEquals(List.of(), keymap.keys(Shortcut.DRAFT));
        assertEquals("", keymap.shown(Shortcut.DRAFT).getValue());
        assertEquals(null, keymap.accelerator(Shortcut.DRAFT).getValue());
    }

    @Test
    void whatOfTheFileIsUnreadableUnknownOrRefusedIsLeftOutAndTheRestHolds() {
        keymap = new Keymap(Map.of("SEND", List.of("Ctrl+Nonsense"), "DRAFT", List.of("Shortcut+C"), "TO_THE_MOON", List.of("M"), "TAGS", List.of("X")), kept::add);
        assertEquals(Shortcut.SEND.usual(), keymap.keys(Shortcut.SEND));
        assertEquals(Shortcut.DRAFT.usual(), keymap.keys(Shortcut.DRAFT));
        assertEquals(List.of(chord("X")), keymap.keys(Shortcut.TAGS));
        keymap.assign(Shortcut.TAGS, List.of(chord("Y")));
        assertEquals(Map.of("TO_THE_MOON", List.of("M"), "TAGS", List.of("Y")), kept.getLast(), "another version's action keeps its keys");
    }

    @Test
    void entriesOfTheFileThatClashAreLeftOut() {
        keymap = new Keymap(Map.of("TAGS", List.of("E"), "DRAFT", List.of("Shortcut+G"), "SEND", List.of("Shortcut+G")), kept::add);
        assertEquals(Shortcut.TAGS.usual(), keymap.keys(Shortcut.TAGS), "E closes");
        assertEquals(List.of(chord("Shortcut+G")), keymap.keys(Shortcut.DRAFT));
        assertEquals(Shortcut.SEND.usual(), keymap.keys(Shortcut.SEND), "the first of two has the key");
    }

    @Test
    void twoActionsCanChangePlaces() {
        keymap = new Keymap(Map.of("TAGS", List.of("E"), "CLOSE_OR_REOPEN", List.of("T")), kept::add);
        assertEquals(List.of(chord("E")), keymap.keys(Shortcut.TAGS));
        assertEquals(List.of(chord("T")), keymap.keys(Shortcut.CLOSE_OR_REOPEN));
    }

    @Test
    void aKeyIsHeldOnlyWhereBothAreHeard() {
        assertEquals(List.of(Shortcut.ASSIGN_TO_ME), keymap.holders(chord("I"), Shortcut.TAGS));
        assertEquals(List.of(), keymap.holders(chord("I"), Shortcut.ACCEPT_HANDOFF), "the board is another place");
        assertEquals(List.of(Shortcut.ACCEPT_HANDOFF), keymap.holders(chord("A"), Shortcut.PLACE_RADAR), "the window's keys are heard everywhere");
        assertEquals(List.of(Shortcut.FILTER), keymap.holders(chord("/"), Shortcut.ACCEPT_HANDOFF), "the board has a filter too");
    }

    @Test
    void aKeyThatIsTakenIsTheOthersNoLonger() {
        keymap.assign(Shortcut.TAGS, List.of(chord("T"), chord("K")));
        assertEquals(List.of(chord("Alt+Up")), keymap.keys(Shortcut.PREVIOUS_TICKET));
        assertEquals(Shortcut.PROMISE_KEPT.usual(), keymap.keys(Shortcut.PROMISE_KEPT));
    }

    @Test
    void everyChangeCanBeTakenBack() {
        assertFalse(keymap.undoableProperty().get());
        keymap.assign(Shortcut.TAGS, List.of(chord("E")));
        keymap.resetAll();
        keymap.undo();
        assertEquals(List.of(), keymap.keys(Shortcut.CLOSE_OR_REOPEN));
        keymap.undo();
        assertTrue(keymap.isAllUsual());
        assertEquals(Map.of(), kept.getLast());
        assertFalse(keymap.undoableProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"Shortcut+C,TEXT", "Shortcut+Z,TEXT", "Shortcut+Shift+Z,TEXT", "Shortcut+A,TEXT", "Tab,MOVING", "Shortcut+Tab,MOVING", "Enter,MOVING", "Down,MOVING", "Shift+Up,MOVING", "Esc,MOVING",
            "Alt+F,MENU", "F10,MENU", "Shortcut+Alt+Q,TYPING", "Shortcut+Q,SYSTEM", "Alt+F4,SYSTEM"})
    void keysThatAreNeededElsewhereAreRefusedWithAReason(String key, KeyRefusal reason) {
        assertEquals(Optional.of(reason), KeyRefusal.of(chord(key)));
    }

    private static Chord chord(String text) {
        return Chord.read(text).orElseThrow();
    }
}
