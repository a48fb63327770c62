package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.QueueRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What the palette can do now, in words: the keys' actions, what stands in menus only, places and settings; tickets, customers and handoffs as they are found. JavaFX thread only. */
public final class PaletteEntries {

    private static final Map<SettingsController.Page, List<String>> SETTINGS = Map.of(
            SettingsController.Page.APPEARANCE, List.of("appearance.colours", "appearance.size", "appearance.motion", "menu.language"),
            SettingsController.Page.MEMORY, List.of("memory-settings.heading", "memory-meaning.heading", "memory-sharing.share"),
            SettingsController.Page.MODEL, List.of("model-settings.heading", "model-settings.service"),
            SettingsController.Page.PROMPT, List.of("prompt-settings.heading"),
            SettingsController.Page.PRIVACY, List.of("privacy-settings.countries", "privacy-settings.names", "privacy-settings.guard", "privacy-settings.ledger"),
            SettingsController.Page.TEAM, List.of("team-settings.members", "team-settings.rules", "team-settings.targets"),
            SettingsController.Page.KEYBOARD, List.of("keyboard-settings.heading"));

    /** Of a subject, so that the ticket's number and customer stand beside it. */
    private static final int LONGEST = 56;
    private static final Set<Shortcut> OF_DRAFT = EnumSet.of(Shortcut.TO_DRAFT, Shortcut.ACCEPT_DRAFT, Shortcut.REFINE_DRAFT);

    private final Keys keys;
    private final Workspace workspace;
    private final Places places;
    private final DraftProposal proposal;
    private final SentReplies sent;
    private final OpenHandoff handoff;
    private final Texts texts;

    public PaletteEntries(Keys keys, Workspace workspace, Places places, DraftProposal proposal, SentReplies sent, OpenHandoff handoff, Texts texts) {
        this.keys = keys;
        this.workspace = workspace;
        this.places = places;
        this.proposal = proposal;
        this.sent = sent;
        this.handoff = handoff;
        this.texts = texts;
    }

    /** {@code menus} are of the window, {@code ofTicket} of the open ticket; {@code showSettings} opens a page. */
    List<PaletteEntry> now(List<Menu> menus, Menu ofTicket, Consumer<SettingsController.Page> showSettings) {
        var entries = new ArrayList<PaletteEntry>();
        Arrays.stream(Shortcut.values()).filter(each -> each != Shortcut.PALETTE && keys.isHeard(each)).map(this::action).forEach(entries::add);
        menus.forEach(menu -> addItems(menu, title(menu), "", entries));
        if (keys.isHeard(Shortcut.TAGS) && workspace.open().isPresent()) {
            addItems(ofTicket, title(ofTicket), "", entries);
        }
        SETTINGS.forEach((page, labels) -> {
            String name = texts.get(page.key());
            entries.add(setting(page.name(), name, texts.of(Shortcut.SETTINGS), () -> showSettings.accept(page)));
            labels.stream().map(texts::get).filter(label -> !label.equals(name))
                    .forEach(label -> entries.add(setting(page.name() + label, label, texts.get("palette.in-settings", name), () -> showSettings.accept(page))));
        });
        return entries;
    }

    private static PaletteEntry setting(String id, String words, String detail, Runnable action) {
        return PaletteEntry.of(PaletteGroup.SETTING, "setting " + id, words, detail, action);
    }

    private PaletteEntry action(Shortcut shortcut) {
        boolean goes = Arrays.stream(Place.values()).anyMatch(place -> place.shortcut() == shortcut);
        return new PaletteEntry(goes ? PaletteGroup.PLACE : PaletteGroup.ACTION, shortcut.name(), plain(texts.of(shortcut)), "", Optional.of(shortcut), refusal(shortcut),
                () -> keys.press(shortcut), Optional.empty());
    }

    private Optional<String> refusal(Shortcut shortcut) {
        boolean ofTicket = shortcut.group() == Shortcut.Group.TICKET || shortcut.group() == Shortcut.Group.COMPOSER && shortcut != Shortcut.UNDO_SEND;
        if (ofTicket && workspace.open().isEmpty()) {
            return Optional.of(texts.get("palette.no-ticket"));
        }
        if (shortcut == Shortcut.UNDO_SEND && sent.lastProperty().get() == null) {
            return Optional.of(texts.get("palette.nothing-sent"));
        }
        boolean noDraft = OF_DRAFT.contains(shortcut) && proposal.versionProperty().get() == null;
        return noDraft ? Optional.of(texts.get("palette.no-draft")) : Optional.empty();
    }

    /** Items with keys are actions already. */
    private void addItems(Menu menu, String title, String before, List<PaletteEntry> entries) {
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu inner) {
                addItems(inner, title, texts.get("palette.within", title(inner), ""), entries);
            } else if (!(item instanceof SeparatorMenuItem) && !(item.getUserData() instanceof Shortcut) && !item.isDisable() && item.isVisible()) {
                String words = before + plain(item.getText());
                entries.add(PaletteEntry.of(PaletteGroup.ACTION, title + words, words, title, item::fire));
            }
        }
    }

    private static String title(MenuItem menu) {
        return menu.getText().replace("_", "");
    }

    private static String plain(String words) {
        return words.replace("…", "").strip();
    }

    private static String shortened(String subject) {
        String shown = Emoji.showable(subject);
        return shown.length() <= LONGEST ? shown : shown.substring(0, Character.isHighSurrogate(shown.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1).strip() + "…";
    }

    PaletteEntry ticket(QueueRow row) {
        return PaletteEntry.of(PaletteGroup.TICKET, "ticket " + row.ticket(), shortened(row.subject()),
                texts.get("palette.ticket", row.ticket(), row.customerName(), texts.of(row.status())), () -> places.openTicket(row.ticket()));
    }

    PaletteEntry customer(QueueRow newest) {
        return new PaletteEntry(PaletteGroup.CUSTOMER, "customer " + newest.customer(), newest.customerName(), texts.get("palette.customer", newest.ticket(), shortened(newest.subject())),
                Optional.empty(), Optional.empty(), () -> places.openTicket(newest.ticket()), Optional.of(() -> showHistory(newest)));
    }

    PaletteEntry handoff(BoardCard card) {
        return PaletteEntry.of(PaletteGroup.HANDOFF, "handoff " + card.handoff().id(), shortened(card.subject()),
                texts.get("palette.handoff", card.handoff().ticket(), card.customerName(), texts.of(card.handoff().state())), () -> {
                    places.show(Place.BOARD);
                    handoff.open(card);
                });
    }

    /** The history is that of the open ticket's customer, which has to be read first. */
    private void showHistory(QueueRow newest) {
        places.openTicket(newest.ticket());
        if (workspace.open().filter(open -> open.id().equals(newest.ticket())).isPresent()) {
            keys.press(Shortcut.TIMELINE);
            return;
        }
        workspace.openProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(javafx.beans.value.ObservableValue<? extends OpenTicket> open, OpenTicket before, OpenTicket now) {
                workspace.openProperty().removeListener(this);
                if (now.id().equals(newest.ticket())) {
                    keys.press(Shortcut.TIMELINE);
                }
            }
        });
    }
}
