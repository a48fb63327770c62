package acquaint.ui;

import acquaint.model.Priority;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The things that can be done to the open ticket, as menu items; ticks follow the ticket. */
final class TicketMenu {

    private final TicketActions actions;
    private final Workspace workspace;
    private final Keys keys;
    private final Texts texts;

    TicketMenu(TicketActions actions, Workspace workspace, Keys keys, Texts texts) {
        this.actions = actions;
        this.workspace = workspace;
        this.keys = keys;
        this.texts = texts;
    }

    List<MenuItem> items() {
        var unassign = new MenuItem(texts.get("ticket.menu.unassign"));
        unassign.setOnAction(_ -> actions.assign(Optional.empty()));
        return List.of(statuses(), priorities(), item(Shortcut.TAGS), item(Shortcut.ESCALATE), new SeparatorMenuItem(),
                item(Shortcut.ASSIGN_TO_ME), unassign, item(Shortcut.LOG_MESSAGE), item(Shortcut.MARK_UNREAD));
    }

    /** An item for an action that has a key, with the key beside it so that people learn it by use. */
    MenuItem item(Shortcut shortcut) {
        return KeyedItem.of(shortcut, keys, texts);
    }

    private Menu statuses() {
        var menu = new Menu(texts.get("ticket.menu.status"));
        var items = new ArrayList<RadioMenuItem>();
        for (TicketStatus status : TicketStatus.values()) {
            var item = new RadioMenuItem(texts.of(status));
            item.setOnAction(_ -> {
                item.setSelected(false);
                choose(status);
            });
            items.add(item);
        }
        menu.getItems().setAll(items);
        workspace.openProperty().addListener((_, _, open) -> {
            Ticket ticket = open.conversation().ticket();
            for (TicketStatus status : TicketStatus.values()) {
                RadioMenuItem item = items.get(status.ordinal());
                item.setSelected(status == ticket.status());
                item.setDisable(status != ticket.status() && !ticket.status().canBecome(status));
            }
        });
        return menu;
    }

    /** Nothing is escalated without a brief. */
    private void choose(TicketStatus status) {
        if (status == TicketStatus.ESCALATED) {
            keys.run(Shortcut.ESCALATE);
        } else {
            actions.status(status);
        }
    }

    private Menu priorities() {
        var menu = new Menu(texts.get("ticket.menu.priority"));
        List<RadioMenuItem> items = Arrays.stream(Priority.values()).map(priority -> {
            var item = new RadioMenuItem(texts.of(priority));
            item.setOnAction(_ -> actions.priority(priority));
            return item;
        }).toList();
        menu.getItems().setAll(items);
        workspace.openProperty().addListener((_, _, open) -> items.forEach(item ->
                item.setSelected(items.indexOf(item) == open.conversation().ticket().priority().ordinal())));
        return menu;
    }
}
