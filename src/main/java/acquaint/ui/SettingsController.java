package acquaint.ui;

import acquaint.settings.MemoryChoice;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** All that can be chosen in the window, a tab for each matter. */
public final class SettingsController {

    /** What can be shown first. */
    enum Page { APPEARANCE, MEMORY, MODEL, PRIVACY, PROMPT, TEAM, UPDATES }

    @FXML private TabPane tabs;
    @FXML private Tab appearanceTab;
    @FXML private Tab memoryTab;
    @FXML private Tab modelTab;
    @FXML private Tab privacyTab;
    @FXML private Tab promptTab;
    @FXML private Tab teamTab;
    @FXML private MemorySettingsController memoryController;
    @FXML private ModelSettingsController modelController;
    @FXML private PrivacySettingsController privacyController;
    @FXML private PromptSettingsController promptController;
    @FXML private TeamSettingsController teamController;
    @FXML private Tab updatesTab;
    @FXML private UpdateSettingsController updatesController;

    void show(Page page) {
        tabs.getSelectionModel().select(switch (page) {
            case APPEARANCE -> appearanceTab;
            case MEMORY -> memoryTab;
            case MODEL -> modelTab;
            case PRIVACY -> privacyTab;
            case PROMPT -> promptTab;
            case TEAM -> teamTab;
            case UPDATES -> updatesTab;
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
    }
}
