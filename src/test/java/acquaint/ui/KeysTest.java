package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysTest {

    private final List<Shortcut> done = new ArrayList<>();
    private final Keymap keymap = new Keymap(Map.of(), _ -> {});
    private final Keys keys = new Keys(keymap);
    private TextField field;
    private ListView<String> list;
    private Button button;

    @BeforeEach
    void showAScene() {
        for (Shortcut shortcut : Shortcut.values()) {
            keys.on(shortcut, () -> done.add(shortcut));
        }
        FxThread.run(() -> {
            field = new TextField();
            list = new ListView<>(FXCollections.observableArrayList("first", "second"));
            button = new Button("Send");
            var scene = new Scene(new VBox(field, list, button));
            keys.listenTo(scene);
        });
    }

    @Test
    void aSingleLetterActsWhereNothingIsBeingTyped() {
        type(button, "j");
        type(list, "e");
        assertEquals(List.of(Shortcut.NEXT_TICKET, Shortcut.CLOSE_OR_REOPEN), done);
    }

    @Test
    void aSingleLetterIsOnlyTextWhileTyping() {
        FxThread.run(() -> field.getScene().getRoot().applyCss());
        type(field, "j");
        type(field, "?");
        type(field, "/");
        assertEquals(List.of(), done);
        assertEquals("j?/", field.getText());
    }

    /** A field without its skin consumes nothing, as a real one does with what it has no use for. */
    @Test
    void aCharacterThatTheFieldHasNoUseForIsNoShortcutEither() {
        type(field, "j");
        assertEquals(List.of(), done);
    }

    @Test
    void signsActByTheCharacterWhateverKeyTypedThem() {
        type(button, "?");
        type(button, "/");
        assertEquals(List.of(Shortcut.SHORTCUTS, Shortcut.FILTER), done);
    }

    @Test
    void aCombinationActsEvenWhileTypingAndBeforeTheField() {
        press(field, KeyCode.ENTER, false, true);
        press(field, KeyCode.DOWN, true, false);
        assertEquals(List.of(Shortcut.SEND, Shortcut.NEXT_TICKET), done);
    }

    @Test
    void aLetterOfACombinationIsNoSingleLetter() {
        press(button, KeyCode.J, false, true);
        FxThread.run(() -> Event.fireEvent(button, key(KeyEvent.KEY_TYPED, "j", KeyCode.UNDEFINED, false, true)));
        assertEquals(List.of(Shortcut.DRAFT), done);
    }

    @Test
    void anotherKeyActsAtOnceAndTheFormerNoLonger() {
        keymap.assign(Shortcut.SEND, List.of(Chord.read("Shortcut+G").orElseThrow()));
        keymap.assign(Shortcut.CLOSE_OR_REOPEN, List.of(Chord.read("Y").orElseThrow()));
        press(field, KeyCode.G, false, true);
        press(field, KeyCode.ENTER, false, true);
        type(button, "y");
        type(button, "e");
        assertEquals(List.of(Shortcut.SEND, Shortcut.CLOSE_OR_REOPEN), done);
    }

    @Test
    void aKeyOfTwoPlacesDoesWhatItDoesInTheOneThatIsShown() {
        type(button, "k");
        keys.placeIs(() -> Place.PROMISES);
        keys.in(Place.PROMISES, Shortcut.PROMISE_KEPT, () -> done.add(Shortcut.PROMISE_KEPT));
        type(button, "k");
        assertEquals(List.of(Shortcut.PREVIOUS_TICKET, Shortcut.PROMISE_KEPT), done);
    }

    @Test
    void aShortcutHasOneAction() {
        assertThrows(IllegalStateException.class, () -> keys.on(Shortcut.SEND, () -> {}));
    }

    private void type(Node node, String character) {
        FxThread.run(() -> {
            node.requestFocus();
            Event.fireEvent(node, key(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED, false, false));
        });
    }

    private void press(Node node, KeyCode code, boolean alt, boolean control) {
        FxThread.run(() -> {
            node.requestFocus();
            Event.fireEvent(node, key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, alt, control));
        });
    }

    /** {@code shortcut} is Control, or Command on a Mac. */
    private static KeyEvent key(javafx.event.EventType<KeyEvent> type, String character, KeyCode code, boolean alt, boolean shortcut) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return new KeyEvent(type, character, "", code, false, shortcut && !mac, alt, shortcut && mac);
    }
}
