package acquaint.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Hears the keys that are pressed while it has the focus, instead of what they would do. Esc gives up, Tab leaves. */
public final class KeyRecorder extends Label {

    private Consumer<Chord> heard = _ -> {};
    private Runnable givenUp = () -> {};

    public KeyRecorder() {
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("key-recorder");
        addEventFilter(KeyEvent.ANY, this::hear);
    }

    void onHeard(Consumer<Chord> listener) {
        heard = listener;
    }

    /** Says what follows when nothing is to be recorded after all. */
    void onGivenUp(Runnable listener) {
        givenUp = listener;
    }

    private void hear(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            return;
        }
        event.consume();
        if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
            givenUp.run();
            return;
        }
        Optional<Chord> chord = event.getEventType() == KeyEvent.KEY_PRESSED ? Chord.pressed(event)
                : event.getEventType() == KeyEvent.KEY_TYPED ? Chord.typed(event) : Optional.empty();
        chord.ifPresent(heard);
    }
}
