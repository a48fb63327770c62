package acquaint.ui;

import acquaint.casework.QueueView;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Menu;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window: menus, the three panes side by side, and the strip for what runs in the background. */
public final class MainController {

    private final Preferences preferences;
    private final Theme theme;
    private final Zoom zoom;
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
    private final Background background;
    private final Keys keys;
    private final Texts texts;

    /** Room for all that the settings of a service may say, on a screen of 800 lines. */
    private static final double SETTINGS_HEIGHT = 690;
    private static final double SETTINGS_WIDTH = 860;
    private static final double SETTINGS_LEAST_HEIGHT = 360;

    @FXML private Menu fileMenu;
    @FXML private Menu ticketMenu;
    @FXML private Menu viewMenu;
    @FXML private Menu helpMenu;
    @FXML private StackPane place;
    @FXML private StackPane tickets;
    @FXML private SplitPane split;
    @FXML private StackPane center;
    @FXML private VBox conversationPane;
    @FXML private StackPane memoryPane;
    @FXML private VBox strips;
    @FXML private QueueController queueController;
    private Furnishing furnishing;
    private Panes panes;
    private Runnable quit = () -> {};

    public MainController(Preferences preferences, Theme theme, Zoom zoom, Dialogs dialogs, Views views, DraftSaver aside, Places places, Workspace workspace,
            TicketActions actions, EvidenceOpening opening, BriefWriting brief, DraftLearning learning, Help help, Background background, Keys keys, Texts texts) {
        this.preferences = preferences;
        this.theme = theme;
        this.zoom = zoom;
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
        this.background = background;
        this.keys = keys;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        keys.on(Shortcut.SHORTCUTS, this::showShortcuts);
        panes = new Panes(split, preferences);
        keys.on(Shortcut.TOGGLE_MEMORY, panes::toggleMemory);
        opening.beforeAll(places::showConversation);
        opening.beforeRemembered(() -> panes.bring(Panes.Pane.MEMORY));
        workspace.selectedProperty().subscribe(ticket -> {
            if (ticket != null && !queueController.isWalking()) {
                panes.bring(Panes.Pane.CONVERSATION);
            }
        });
        places.onShow(Place.TICKETS, () -> panes.bring(Panes.Pane.QUEUE));
        places.onConversation(() -> panes.bring(Panes.Pane.CONVERSATION));
        queueController.onChosen(places::showConversation);
        keys.on(Shortcut.SETTINGS, () -> showSettings(SettingsController.Page.MEMORY));
        keys.on(Shortcut.MODEL_SETTINGS, () -> showSettings(SettingsController.Page.MODEL));
        keys.on(Shortcut.TOGGLE_THEME, theme::toggle);
        keys.on(Shortcut.ZOOM_IN, zoom::larger);
        keys.on(Shortcut.ZOOM_OUT, zoom::smaller);
        keys.on(Shortcut.ZOOM_RESET, zoom::usual);
        var menus = new MainMenus(preferences, theme, dialogs, keys, () -> quit.run(), texts);
        fileMenu.getItems().setAll(menus.file());
        ticketMenu.getItems().setAll(new TicketMenu(actions, workspace, keys, texts).items());
        viewMenu.getItems().setAll(menus.view());
        viewMenu.getItems().addAll(learning.items());
        helpMenu.getItems().setAll(help.firstItems());
        helpMenu.getItems().addAll(menus.help());
        helpMenu.getItems().addAll(help.lastItems());
        new PlaceStack(place, tickets, views, places);
        new SheetFocus(tickets, split, keys::isCovered, background);
        furnishing = new Furnishing(views, background, new Furnishing.Room(conversationPane, memoryPane, tickets, center, strips));
        workspace.hold();
        furnishing.whenDone(this::furnished);
        furnishing.whenDone(workspace::release);
    }

    /** Says how the program is ended from the menu. */
    void onQuit(Runnable action) {
        quit = action;
    }

    /** Brings all that {@link #initialize} did not, once the queue is on screen. */
    Furnishing furnishing() {
        return furnishing;
    }

    private void furnished() {
        furnishing.composer().beforeWriting(places::showConversation);
        furnishing.palette().offer(List.of(fileMenu, viewMenu, helpMenu), ticketMenu, this::showSettings);
        help.welcome().over(tickets, furnishing.imports(), furnishing.copying());
    }

    public ReadOnlyBooleanProperty memoryShownProperty() {
        return panes.memoryShownProperty();
    }

    public boolean isMemoryShown() {
        return panes.memoryShownProperty().get();
    }

    QueueController queue() {
        return queueController;
    }

    /** Shows all tickets of a view. */
    void showQueue(QueueView view) {
        places.show(Place.TICKETS);
        queueController.chooseAll(view);
    }

    /** The pane between queue and memory. */
    Node conversation() {
        return conversationPane;
    }

    /** Saves everything typed and the window's shape; {@code then} runs when it is on disk. */
    void finish(Runnable then) {
        panes.rememberDividers();
        brief.finish();
        aside.saveNow();
        if (furnishing.composer() == null) {
            then.run();
        } else {
            furnishing.composer().finish(then);
        }
    }

    /** Whether something that the user began goes on and would be cut off by the end. */
    boolean isBusy() {
        return furnishing.imports().isRunning() || furnishing.copying().isRunning();
    }

    private void showSettings(SettingsController.Page page) {
        Views.View<SettingsController> view = views.load("settings");
        view.controller().onCopy(target -> furnishing.copying().run(target));
        view.controller().show(page);
        var dialog = new Dialog<Void>();
        dialogs.dress(dialog, texts.get("memory-settings.title"), null);
        dialog.getDialogPane().setPrefSize(SETTINGS_WIDTH, SETTINGS_HEIGHT);
        dialog.getDialogPane().setMinHeight(SETTINGS_LEAST_HEIGHT);
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
        var dialog = new Dialog<ButtonType>();
        var change = new ButtonType(texts.get("shortcuts.change"), ButtonBar.ButtonData.LEFT);
        dialogs.dress(dialog, texts.get("shortcuts.title"), null);
        dialog.getDialogPane().setPrefWidth(900);
        dialog.getDialogPane().setContent(views.load("shortcuts").root());
        dialog.getDialogPane().getButtonTypes().setAll(change, new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.showAndWait().filter(change::equals).ifPresent(_ -> showSettings(SettingsController.Page.KEYBOARD));
    }
}
