package acquaint.ui;

import javafx.scene.control.MenuItem;

/** Makes menu items for actions that have a key, with the key beside the words so that people learn it by use. */
final class KeyedItem {

    private KeyedItem() {}

    /**
     * A combination is shown as the item's accelerator; {@link Keys} hears it first, so it never acts twice. A single
     * letter would act while typing if it were an accelerator, so it stands in the text.
     */
    static MenuItem of(Shortcut shortcut, Keys keys, Texts texts) {
        var item = new MenuItem();
        item.setUserData(shortcut);
        String words = texts.of(shortcut);
        item.acceleratorProperty().bind(keys.keymap().accelerator(shortcut));
        item.textProperty().bind(keys.keymap().inForceProperty().map(all -> all.get(shortcut).stream().findFirst().filter(Chord::isSingle)
                .filter(_ -> all.get(shortcut).stream().allMatch(Chord::isSingle)).map(key -> texts.get("menu.with-key", words, key.display())).orElse(words)));
        item.setOnAction(_ -> keys.run(shortcut));
        return item;
    }
}
