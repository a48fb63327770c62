package acquaint.ui;

import acquaint.settings.Settings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Menu;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/** The window: menus, the three panes side by side, and the strip for what runs in the background. */
public final class MainController {

    /** A customary division of such windows: list, conversation, context at about 25 : 52 : 23. */
    private static final double[] DIVIDERS = {0.345, 0.775};

    private final Preferences preferences;
    private final Theme theme;
    private final Dialogs dialogs;
    private final Views views;
    /** What is typed beside the composer. */
    private final DraftSaver aside;
    private final Places places;
    private final Workspace workspace;
    private final TicketActions actions;
    private final EvidenceOpening opening;
    private final BriefWriting brief;
    private final DraftLearning learning;
    private final Help help;
    private final Keys keys;
    private final Texts texts;
    private final String version;
    private final SimpleBooleanProperty memoryShown = new SimpleBooleanProperty(this, "memoryShown", true);

    /** Room for all that the settings of a service may say, on a screen of 800 lines. */
    private static final double SETTINGS_HEIGHT = 690;
    private static final double SETTINGS_WIDTH = 640;

    @FXML private Menu fileMenu;
    @FXML private Menu ticketMenu;
    @FXML private Menu viewMenu;
    @FXML private Menu helpMenu;
    @FXML private StackPane place;
    @FXML private StackPane tickets;
    @FXML private SplitPane panes;
    @FXML private Node memory;
    @FXML private MemoryController memoryController;
    @FXML private ComposerController composerController;
    @FXML private ImportController importPaneController;
    @FXML private CopyHistoryController copyPaneController;
    @FXML private QueueController queueController;

    public MainController(Preferences preferences, Theme theme, Dialogs dialogs, Views views, DraftSaver aside, Places places, Workspace workspace,
            TicketActions actions, EvidenceOpening opening, BriefWriting brief, DraftLearning learning, Help help, Keys keys, Texts texts, String version) {
        this.preferences = preferences;
        this.theme = theme;
        this.dialogs = dialogs;
        this.views = views;
        this.aside = aside;
        this.places = places;
        this.workspace = workspace;
        this.actions = actions;
        this.opening = opening;
        this.brief = brief;
        this.learning = learning;
        this.help = help;
        this.keys = keys;
        this.texts = texts;
        this.version = version;
    }

    @FXML
    private void initialize() {
        keys.on(Shortcut.SHORTCUTS, this::showShortcuts);
        keys.on(Shortcut.TOGGLE_MEMORY, this::toggleMemory);
        opening.beforeAll(() -> places.show(Place.TICKETS));
        opening.beforeRemembered(this::showMemory);
        keys.on(Shortcut.SETTINGS, () -> showSettings(SettingsController.Page.MEMORY));
        keys.on(Shortcut.MODEL_SETTINGS, () -> showSettings(SettingsController.Page.MODEL));
        keys.on(Shortcut.TOGGLE_THEME, theme::toggle);
        var menus = new MainMenus(preferences, theme, dialogs, keys, texts, version);
        fileMenu.getItems().setAll(menus.file());
        ticketMenu.getItems().setAll(new TicketMenu(actions, workspace, keys, texts).items());
        viewMenu.getItems().setAll(menus.view());
        viewMenu.getItems().addAll(learning.items());
        helpMenu.getItems().setAll(help.firstItems());
        helpMenu.getItems().addAll(menus.help());
        help.welcome().over(tickets, importPaneController, copyPaneController);
        new PlaceStack(place, tickets, views, places);
        restoreDividers();
    }

    public ReadOnlyBooleanProperty memoryShownProperty() {
        return memoryShown;
    }

    public boolean isMemoryShown() {
        return memoryShown.get();
    }

    ImportController imports() {
        return importPaneController;
    }

    MemoryController memory() {
        return memoryController;
    }

    QueueController queue() {
        return queueController;
    }

    /** Saves everything typed and the window's shape; {@code then} runs when it is on disk. */
    void finish(Runnable then) {
        rememberDividers();
        brief.finish();
        aside.saveNow();
        composerController.finish(then);
    }

    private void toggleMemory() {
        rememberDividers();
        memoryShown.set(!memoryShown.get());
        if (memoryShown.get()) {
            panes.getItems().add(memory);
            restoreDividers();
        } else {
            panes.getItems().remove(memory);
        }
    }

    private void showMemory() {
        if (!memoryShown.get()) {
            toggleMemory();
        }
    }

    private void restoreDividers() {
        for (int i = 0; i < panes.getDividers().size(); i++) {
            panes.setDividerPosition(i, preferences.get().dividers().getOrDefault("main-" + i, DIVIDERS[i]));
        }
    }

    private void rememberDividers() {
        double[] positions = panes.getDividerPositions();
        preferences.change(settings -> {
            Settings next = settings;
            for (int i = 0; i < positions.length; i++) {
                next = next.withDivider("main-" + i, positions[i]);
            }
            return next;
        });
    }

    private void showSettings(SettingsController.Page page) {
        Views.View<SettingsController> view = views.load("settings");
        view.controller().onCopy(copyPaneController::run);
        view.controller().show(page);
        var dialog = new Dialog<Void>();
        dialogs.dress(dialog, texts.get("memory-settings.title"), null);
        dialog.getDialogPane().setPrefSize(SETTINGS_WIDTH, SETTINGS_HEIGHT);
        dialog.getDialogPane().setContent(view.root());
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        view.controller().onDone(() -> {
            help.memoryChosen();
            dialog.close();
        });
        dialog.setOnHidden(_ -> view.controller().leave());
        dialog.show();
    }

    private void showShortcuts() {
        help.keysShown();
        var dialog = new Dialog<Void>();
        dialogs.dress(dialog, texts.get("shortcuts.title"), null);
        dialog.getDialogPane().setPrefWidth(820);
        dialog.getDialogPane().setContent(views.load("shortcuts").root());
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.show();
    }
}
