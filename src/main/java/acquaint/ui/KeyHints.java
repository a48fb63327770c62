package acquaint.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Writes the keys in force beside words, so that people learn them by use; what is written follows a change of keys. JavaFX thread only. */
final class KeyHints {

    private final Keymap keymap;
    private final Texts texts;

    KeyHints(Keymap keymap, Texts texts) {
        this.keymap = keymap;
        this.texts = texts;
    }

    /** The words, with the first key behind them where there is one. */
    ObservableValue<String> beside(String words, Shortcut shortcut) {
        return keymap.shown(shortcut).map(key -> key.isEmpty() ? words : texts.get("keys.beside", words, key));
    }

    /** A tip that says what this control does and by which key. */
    void tip(Control control, Shortcut shortcut) {
        tip(control, texts.of(shortcut), shortcut);
    }

    void tip(Control control, String words, Shortcut shortcut) {
        var tip = new Tooltip();
        tip.textProperty().bind(beside(words, shortcut));
        control.setTooltip(tip);
    }

    /** The control's words, with the key. */
    void label(Labeled control, String words, Shortcut shortcut) {
        control.textProperty().bind(beside(words, shortcut));
    }
}
