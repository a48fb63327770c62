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
        var item = new MenuItem(texts.of(shortcut));
        shortcut.accelerator().ifPresentOrElse(item::setAccelerator,
                () -> item.setText(texts.get("menu.with-key", texts.of(shortcut), KeyNames.of(shortcut))));
        item.setOnAction(_ -> keys.run(shortcut));
        return item;
    }
}
