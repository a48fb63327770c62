package acquaint.ui;

import acquaint.settings.MemoryChoice;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;

/** All that can be chosen in the window, a page for each matter; the list at the left turns the pages, a box above them where there is no room for it. */
public final class SettingsController {

    /** What can be shown first. */
    enum Page {
        APPEARANCE("settings-pages.appearance"),
        NOTIFICATIONS("settings-pages.notifications"),
        MEMORY("settings-pages.memory"),
        MODEL("settings-pages.model"),
        PRIVACY("settings-pages.privacy"),
        PROMPT("settings-pages.prompt"),
        TEAM("settings-pages.team"),
        KEYBOARD("settings-pages.keyboard"),
        UPDATES("settings-pages.updates");

        private final String key;

        Page(String key) {
            this.key = key;
        }

        /** The text that stands on its tab. */
        String key() {
            return key;
        }
    }

    /** With less room than this the pages are as wide as the window. */
    private static final double LEAST_WITH_LIST = 560;

    @FXML private VBox root;
    @FXML private ComboBox<Tab> pageBox;
    @FXML private ListView<Tab> pages;
    @FXML private TabPane tabs;
    @FXML private Tab appearanceTab;
    @FXML private Tab notificationsTab;
    @FXML private Tab memoryTab;
    @FXML private Tab modelTab;
    @FXML private Tab privacyTab;
    @FXML private Tab promptTab;
    @FXML private Tab teamTab;
    @FXML private Tab keyboardTab;
    @FXML private MemorySettingsController memoryController;
    @FXML private ModelSettingsController modelController;
    @FXML private PrivacySettingsController privacyController;
    @FXML private PromptSettingsController promptController;
    @FXML private TeamSettingsController teamController;
    @FXML private Tab updatesTab;
    @FXML private UpdateSettingsController updatesController;
    @FXML private KeyboardSettingsController keyboardController;

    @FXML
    private void initialize() {
        pages.getItems().setAll(tabs.getTabs());
        pages.setCellFactory(_ -> new PageCell());
        pageBox.visibleProperty().bind(root.widthProperty().greaterThan(0).and(root.widthProperty().lessThan(LEAST_WITH_LIST)));
        pageBox.getItems().setAll(tabs.getTabs());
        pageBox.setCellFactory(_ -> new PageCell());
        pageBox.setButtonCell(new PageCell());
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            pages.getSelectionModel().select(tab);
            pageBox.setValue(tab);
        });
        pageBox.valueProperty().addListener((_, _, tab) -> tabs.getSelectionModel().select(tab));
        pages.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (tab != null) {
                tabs.getSelectionModel().select(tab);
            }
        });
    }

    void show(Page page) {
        tabs.getSelectionModel().select(switch (page) {
            case APPEARANCE -> appearanceTab;
            case NOTIFICATIONS -> notificationsTab;
            case MEMORY -> memoryTab;
            case MODEL -> modelTab;
            case PRIVACY -> privacyTab;
            case PROMPT -> promptTab;
            case TEAM -> teamTab;
            case UPDATES -> updatesTab;
            case KEYBOARD -> keyboardTab;
        });
    }

    /** Says who copies the desk's history to another memory. */
    void onCopy(Consumer<MemoryChoice> handler) {
        memoryController.onCopy(handler);
    }

    /** Says what closes the settings. */
    void onDone(Runnable handler) {
        memoryController.onDone(handler);
    }

    /** Gives up what is under way: the settings are closed. */
    void leave() {
        memoryController.leave();
        modelController.leave();
        privacyController.leave();
        promptController.leave();
        teamController.leave();
        updatesController.leave();
        keyboardController.leave();
    }

    private static final class PageCell extends ListCell<Tab> {
        @Override
        protected void updateItem(Tab tab, boolean empty) {
            super.updateItem(tab, empty);
            setText(empty ? null : tab.getText());
        }
    }
}
