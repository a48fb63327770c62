package acquaint.ui;

import acquaint.casework.BoardCard;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done to the selected card; what cannot is greyed. JavaFX thread only. */
final class HandoffMenu extends ContextMenu {

    private final Map<HandoffAction, MenuItem> items = new EnumMap<>(HandoffAction.class);

    HandoffMenu(HandoffActions actions, Supplier<Optional<BoardCard>> selected, Runnable read, Runnable openTicket, Keys keys, Texts texts) {
        var open = new MenuItem(texts.get("board.menu.open"));
        open.setOnAction(_ -> read.run());
        var ticket = new MenuItem(texts.get("handoff.open-ticket"));
        ticket.setOnAction(_ -> openTicket.run());
        getItems().setAll(open, ticket, new SeparatorMenuItem());
        for (HandoffAction action : HandoffAction.values()) {
            MenuItem item = KeyedItem.of(action.shortcut(), keys, texts);
            items.put(action, item);
            getItems().add(item);
        }
        setOnShowing(_ -> {
            Optional<BoardCard> card = selected.get();
            open.setDisable(card.isEmpty());
            ticket.setDisable(card.isEmpty());
            items.forEach((action, item) -> item.setDisable(card.isEmpty() || actions.refusal(action, card.get().handoff()).isPresent()));
        });
    }
}
