package acquaint.ui;

import java.util.List;
import javafx.scene.input.KeyCombination;

/** How the keys of a shortcut are written on this platform. */
final class KeyNames {

    private KeyNames() {}

    /** The first key. */
    static String of(Shortcut shortcut) {
        return name(shortcut.keys().getFirst());
    }

    static List<String> all(Shortcut shortcut) {
        return shortcut.keys().stream().map(KeyNames::name).toList();
    }

    private static String name(String key) {
        return Shortcut.isSingle(key) ? key : KeyCombination.keyCombination(key).getDisplayText();
    }
}
