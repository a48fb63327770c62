package acquaint.ui;

import acquaint.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** The menus of the window that do not concern one ticket. */
final class MainMenus {

    private final Preferences preferences;
    private final Theme theme;
    private final Dialogs dialogs;
    private final Keys keys;
    private final Runnable quit;
    private final Texts texts;

    MainMenus(Preferences preferences, Theme theme, Dialogs dialogs, Keys keys, Runnable quit, Texts texts) {
        this.preferences = preferences;
        this.theme = theme;
        this.dialogs = dialogs;
        this.keys = keys;
        this.quit = quit;
        this.texts = texts;
    }

    List<MenuItem> file() {
        var end = new MenuItem(texts.get("menu.quit"));
        end.setAccelerator(KeyCombination.keyCombination("Shortcut+Q"));
        end.setOnAction(_ -> quit.run());
        return List.of(KeyedItem.of(Shortcut.NEW_TICKET, keys, texts), KeyedItem.of(Shortcut.IMPORT, keys, texts),
                new SeparatorMenuItem(), KeyedItem.of(Shortcut.SIGN_IN, keys, texts), KeyedItem.of(Shortcut.SETTINGS, keys, texts), KeyedItem.of(Shortcut.MODEL_SETTINGS, keys, texts), new SeparatorMenuItem(), end);
    }

    List<MenuItem> view() {
        var items = new ArrayList<MenuItem>(List.of(themes(), languages(), new SeparatorMenuItem()));
        for (Place place : Place.values()) {
            items.add(KeyedItem.of(place.shortcut(), keys, texts));
        }
        items.addAll(List.of(new SeparatorMenuItem(), KeyedItem.of(Shortcut.TOGGLE_MEMORY, keys, texts), KeyedItem.of(Shortcut.TOGGLE_THEME, keys, texts),
                KeyedItem.of(Shortcut.FILTER, keys, texts), KeyedItem.of(Shortcut.PALETTE, keys, texts), new SeparatorMenuItem(), KeyedItem.of(Shortcut.ZOOM_IN, keys, texts), KeyedItem.of(Shortcut.ZOOM_OUT, keys, texts),
                KeyedItem.of(Shortcut.ZOOM_RESET, keys, texts)));
        return items;
    }

    List<MenuItem> help() {
        return List.of(KeyedItem.of(Shortcut.SHORTCUTS, keys, texts));
    }

    private Menu themes() {
        var menu = new Menu(texts.get("menu.theme"));
        var group = new ToggleGroup();
        for (Settings.Theme each : Settings.Theme.values()) {
            var item = new RadioMenuItem(texts.of(each));
            item.setToggleGroup(group);
            item.setOnAction(_ -> theme.choose(each));
            menu.getItems().add(item);
        }
        menu.setOnShowing(_ -> ((RadioMenuItem) menu.getItems().get(preferences.get().theme().ordinal())).setSelected(true));
        return menu;
    }

    /** The language takes effect at the next start: every pane is built with its words. */
    private Menu languages() {
        var menu = new Menu(texts.get("menu.language"));
        var group = new ToggleGroup();
        for (Optional<String> tag : AppearanceSettingsController.LANGUAGES) {
            var item = new RadioMenuItem(AppearanceSettingsController.name(tag, texts));
            item.setToggleGroup(group);
            item.setSelected(preferences.get().language().equals(tag));
            item.setOnAction(_ -> {
                preferences.change(settings -> settings.withLanguage(tag));
                dialogs.tell(Alert.AlertType.INFORMATION, texts.get("menu.language"), texts.get("menu.language.restart"));
            });
            menu.getItems().add(item);
        }
        return menu;
    }
}
