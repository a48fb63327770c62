package acquaint.ui;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/** What can be done with the selected messages. */
final class ConversationMenu extends ContextMenu {

    ConversationMenu(Texts texts, Runnable copy) {
        var item = new MenuItem(texts.get("conversation.copy"));
        item.setAccelerator(KeyCombination.keyCombination("Shortcut+C"));
        item.setOnAction(_ -> copy.run());
        getItems().setAll(item);
    }
}
