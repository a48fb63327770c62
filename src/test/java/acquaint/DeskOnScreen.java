package acquaint;

import acquaint.casework.QueueView;
import acquaint.casework.Replies.SendRequest;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.QueueRow;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.memory.everos.Limits;
import acquaint.memory.everos.server.EverOsServer;
import acquaint.reply.Drafting;
import acquaint.reply.LanguageModel;
import acquaint.settings.DataDirectory;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.MemorySettings;
import acquaint.settings.ModelChoice;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Sharing;
import acquaint.ui.Picture;
import acquaint.ui.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A real desk with its memory in a directory, open in the real window, and a hand that clicks and types in it. */
final class DeskOnScreen implements AutoCloseable {

    /** The headless platform's screen is 1000 pixels wide; popups beyond it cannot be drawn. */
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 800;
    /** Far beyond any real wait; only a fault waits that long. */
    private static final long PATIENCE_SECONDS = 40;
    /** So many pulses in a row without a change, 60 of which are a second. */
    private static final int CALM_PULSES = 12;
    /** What never stands still, such as a bar of progress, is drawn as it is by then. */
    private static final int MOST_PULSES = 180;

    private final FxRobot robot = new FxRobot();
    private Wiring wiring;
    private WindowWiring window;
    private Stage stage;

    private DeskOnScreen(Wiring wiring) {
        this.wiring = wiring;
    }

    static DeskOnScreen open(Path directory) throws Exception {
        return open(directory, Settings.Theme.LIGHT, "en", WIDTH, HEIGHT);
    }

    static DeskOnScreen open(Path directory, Settings.Theme theme, String language, double width, double height) throws Exception {
        return open(directory, false, theme, language, width, height);
    }

    /** With settings of the test's choice. */
    static DeskOnScreen openWith(Path directory, UnaryOperator<Settings> chosen) throws Exception {
        return open(directory, false, Settings.Theme.LIGHT, "en", WIDTH, HEIGHT, chosen, WORDS_ALONE, Optional.empty());
    }

    /** As somebody of the team, with the most that was granted. */
    static DeskOnScreen openAs(Path directory, String name) throws Exception {
        return openAs(directory, name, Settings.Theme.LIGHT, "en", WIDTH, HEIGHT);
    }

    static DeskOnScreen openAs(Path directory, String name, Settings.Theme theme, String language, double width, double height) throws Exception {
        Settings kept = Colleague.settings(directory, name).withLanguage(Optional.of(language)).withTheme(theme);
        return open(directory, false, theme, language, width, height, _ -> kept, WORDS_ALONE, Optional.empty());
    }

    static DeskOnScreen openDemo(Path directory, Settings.Theme theme, String language, double width, double height) throws Exception {
        return open(directory, true, theme, language, width, height);
    }

    /** A desk whose drafts this model writes. */
    static DeskOnScreen openWriting(Path directory, boolean demo, LanguageModel model, Settings.Theme theme, double width, double height) throws Exception {
        return open(directory, demo, theme, "en", width, height, UnaryOperator.identity(), WORDS_ALONE, Optional.empty(), Optional.of(model));
    }

    /** A demo desk again, with the settings that were saved. */
    static DeskOnScreen openAsLeft(Path directory) throws Exception {
        Settings kept = new SettingsFile(new DataDirectory(directory).settings()).load(Settings.firstStart("lee.park")).settings();
        return open(directory, true, kept.theme(), "en", WIDTH, HEIGHT, _ -> kept, WORDS_ALONE, Optional.empty());
    }

    /** No test of the window needs the sentence model, which takes a second to load. */
    private static final MemoryEnvironment WORDS_ALONE = new MemoryEnvironment(Optional.empty(), Optional.empty(), true);

    /** A desk that remembers at a service, with little patience. */
    static DeskOnScreen openAt(EverOsServer server, Path directory, boolean demo, double width, double height) throws Exception {
        return open(directory, demo, Settings.Theme.LIGHT, "en", width, height,
                chosen -> chosen.withMemory(MemorySettings.EMBEDDED.use(new MemoryChoice.EverOs(version(server), server.url(), "test"))),
                new MemoryEnvironment(Optional.empty(), server.isCloud() ? Optional.of(EverOsServer.KEY) : Optional.empty(), true),
                Optional.of(new MemoryWorkshop.Patience(
                        new Limits(4, 2, 0, Duration.ofSeconds(2), Duration.ofMillis(1_500), Duration.ofMillis(1_500)), Duration.ofMillis(600))));
    }

    /** A desk whose settings share its memory with other programs, or do not; {@code key} is the environment's. */
    static DeskOnScreen openSharing(Path directory, Sharing sharing, Optional<String> key, Settings.Theme theme, String language) throws Exception {
        return open(directory, false, theme, language, WIDTH, HEIGHT, chosen -> chosen.withSharing(sharing).withMeaning(new MeaningChoice.WordsAlone()),
                new MemoryEnvironment(Optional.empty(), key), Optional.empty());
    }

    /** A desk whose memory finds as these settings say, unless {@code environment} says otherwise. */
    static DeskOnScreen openFinding(Path directory, MeaningChoice meaning, MemoryEnvironment environment, Settings.Theme theme, String language) throws Exception {
        return open(directory, false, theme, language, WIDTH, HEIGHT, chosen -> chosen.withMeaning(meaning), environment, Optional.empty());
    }

    /** A desk whose settings have a model write, which speaks as OpenAI does at this address. */
    static DeskOnScreen openAsking(Path directory, URI model, String name) throws Exception {
        return open(directory, false, Settings.Theme.LIGHT, "en", WIDTH, HEIGHT, chosen -> chosen.withModel(new ModelChoice.Server(ModelChoice.Provider.OPENAI, model, name)),
                WORDS_ALONE, Optional.empty());
    }

    private static MemoryChoice.Version version(EverOsServer server) {
        return switch (server.speech()) {
            case CLOUD_V1 -> MemoryChoice.Version.CLOUD_V1;
            case CLOUD_V2 -> MemoryChoice.Version.CLOUD_V2;
            case SELF_HOSTED, SELF_HOSTED_EARLY, BEFORE_1_0 -> MemoryChoice.Version.SELF_HOSTED;
        };
    }

    private static DeskOnScreen open(Path directory, boolean demo, Settings.Theme theme, String language, double width, double height)
            throws Exception {
        return open(directory, demo, theme, language, width, height, UnaryOperator.identity(), WORDS_ALONE, Optional.empty());
    }

    private static DeskOnScreen open(Path directory, boolean demo, Settings.Theme theme, String language, double width, double height,
            UnaryOperator<Settings> chosen, MemoryEnvironment environment, Optional<MemoryWorkshop.Patience> patience) throws Exception {
        return open(directory, demo, theme, language, width, height, chosen, environment, patience, Optional.empty());
    }

    private static DeskOnScreen open(Path directory, boolean demo, Settings.Theme theme, String language, double width, double height,
            UnaryOperator<Settings> chosen, MemoryEnvironment environment, Optional<MemoryWorkshop.Patience> patience, Optional<LanguageModel> model) throws Exception {
        new SettingsFile(new DataDirectory(directory).settings()).save(
                chosen.apply(Settings.firstStart("lee.park").withLanguage(Optional.of(language)).withTheme(theme)));
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        var desk = new DeskOnScreen(Wiring.open(new DataDirectory(directory), demo, environment, patience));
        desk.show(demo, width, height, model, () -> Wiring.open(new DataDirectory(directory), demo, environment, patience));
        return desk;
    }

    /** {@code again} opens the desk for who signs in next. */
    private void show(boolean demo, double width, double height, Optional<LanguageModel> model, Callable<Wiring> again) {
        var furnished = new CompletableFuture<Void>();
        onFx(() -> {
            Theme.loadFonts();
            window = model.isEmpty() ? new WindowWiring(wiring, demo) : new WindowWiring(wiring, demo, wiring.drafting().replies(
                    new Drafting.Means(() -> model, Drafting.Means.NONE.template(), List::of, () -> java.util.Locale.ENGLISH)));
            stage = new Stage();
            window.window().show(stage, () -> {});
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            window.signIn().onSignedIn(() -> window.window().close(() -> {
                window.background().close();
                wiring.close();
                wiring = opened(again);
                show(demo, width, height, model, again);
            }));
            window.window().whenFurnished(() -> furnished.complete(null));
            return null;
        });
        if (!Platform.isFxApplicationThread()) {
            furnished.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private static Wiring opened(Callable<Wiring> opening) {
        try {
            return opening.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Wiring wiring() {
        return wiring;
    }

    Stage stage() {
        return stage;
    }

    WindowWiring window() {
        return window;
    }

    /** A colleague answers at once, without the eight seconds that the window holds a reply. */
    void replyAsColleague(TicketId ticket, String words, boolean close) throws Exception {
        long seen = wiring.conversations().open(ticket).messages().getLast().position();
        wiring.replies().send(new SendRequest(MessageId.random(), ticket, words, seen, close));
    }

    /** Waits until everything that was promised is done. */
    void settle() throws Exception {
        see("an empty outbox", () -> wiring.outbox().remaining() == 0);
    }

    /** Waits until {@code there}; the message of the failure says what was waited for and what is on screen instead. */
    void see(String what, Callable<Boolean> there) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, there);
        } catch (TimeoutException e) {
            throw new AssertionError("never saw " + what + "; on screen: " + onFx(() -> windows().map(each -> texts(each.getScene().getRoot()))
                    .collect(java.util.stream.Collectors.joining("\n--\n"))), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(String words) {
        robot.write(words);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void click(String query) {
        robot.clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks what a screen reader calls so. */
    void clickSpoken(String name) {
        robot.clickOn(robot.lookup((Node node) -> isShown(node)
                && (name.equals(node.getAccessibleText()) || node instanceof ButtonBase button && name.equals(button.getText()))).<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks what says exactly this in a part of the window. */
    void clickOnText(String part, String words) throws Exception {
        robot.clickOn(onFx(() -> first(part).lookupAll(".hyperlink").stream().filter(node -> node instanceof Labeled l && words.equals(l.getText()))
                .findFirst().orElseThrow(() -> new AssertionError("nothing says " + words))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks an entry of the menu that is open. */
    void clickMenu(String entry) {
        robot.clickOn(robot.lookup(".menu-item .label").match(node -> node instanceof Labeled l && entry.equals(l.getText())).<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks a button of the dialog on top by its words. */
    void clickButton(String words) throws Exception {
        robot.clickOn(onFx(() -> dialog().getRoot().lookupAll(".button").stream().filter(node -> node instanceof Labeled l && words.equals(l.getText()))
                .findFirst().orElseThrow(() -> new AssertionError("no button " + words))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void clickQueueRow(String subject) throws Exception {
        // By its text, as a person finds it; the row is scrolled into sight first.
        onFx(() -> {
            queue().getItems().stream().filter(r -> r.subject().equals(subject)).findFirst().ifPresent(queue()::scrollTo);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        Node row = robot.lookup(".queue-subject").match(node -> node instanceof Labeled l && subject.equals(l.getText())).query();
        robot.clickOn(row);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void chooseView(QueueView view) {
        click("#view-" + view.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    void focusQueue() throws Exception {
        onFx(() -> {
            queue().requestFocus();
            return null;
        });
    }

    /** Does something on the JavaFX thread in one go, so that nothing comes between. */
    void atOnce(Runnable action) throws Exception {
        onFx(() -> {
            action.run();
            return null;
        });
    }

    void fire(String query) {
        onFx(() -> {
            ((ButtonBase) first(query)).fire();
            return null;
        });
    }

    boolean queueShows(String subject) throws Exception {
        return onFx(() -> queue().isVisible() && queue().getItems().stream().map(QueueRow::subject).anyMatch(subject::equals));
    }

    int queueSize() throws Exception {
        return onFx(() -> queue().getItems().size());
    }

    void select(TicketId ticket) throws Exception {
        atOnce(() -> window.workspace().select(ticket));
    }

    boolean isOpen(Ticket ticket) throws Exception {
        return isOpen(ticket.id());
    }

    boolean isOpen(TicketId ticket) throws Exception {
        return onFx(() -> window.workspace().open().filter(open -> open.id().equals(ticket)).isPresent());
    }

    void importFile(Path file) throws Exception {
        atOnce(() -> window.window().importFile(file));
    }

    Picture snapshot() throws Exception {
        return onFx(() -> Picture.of(stage.getScene()));
    }

    /** The window as it would be at another size; the headless screen itself cannot show more than 1000 by 1000. */
    Picture snapshot(double width, double height) throws Exception {
        return onFx(() -> {
            var root = stage.getScene().getRoot();
            for (int pass = 0; pass < 3; pass++) {
                root.resize(width, height);
                root.layout();
            }
            return Picture.of(root);
        });
    }

    /** The window with the popups that lie over it; a picture of a scene alone has none of them. */
    Picture snapshotWithPopups() throws Exception {
        return onFx(() -> {
            Picture picture = Picture.of(stage.getScene());
            windows().filter(each -> each != stage).forEach(each -> picture.with(each.getScene().getRoot(),
                    (int) (each.getX() - stage.getX() - stage.getScene().getX()), (int) (each.getY() - stage.getY() - stage.getScene().getY())));
            return picture;
        });
    }

    /** A picture of the dialog on top. */
    Picture snapshotOfDialog() throws Exception {
        return onFx(() -> Picture.of(dialog()));
    }

    /** The scene of the dialog on top. */
    private javafx.scene.Scene dialog() {
        return windows().filter(each -> each != stage).reduce((_, last) -> last).orElseThrow(() -> new AssertionError("no dialog is shown")).getScene();
    }

    private static java.util.stream.Stream<javafx.stage.Window> windows() {
        return javafx.stage.Window.getWindows().stream().filter(javafx.stage.Window::isShowing);
    }

    boolean dialogShows(String words) throws Exception {
        return onFx(() -> windows().filter(each -> each != stage).anyMatch(each -> texts(each.getScene().getRoot()).contains(words)));
    }

    /** Types into what has the focus in the dialog on top; the headless platform leaves the robot's keys with the window below. */
    void typeInDialog(String words) throws Exception {
        for (char letter : words.toCharArray()) {
            key(KeyEvent.KEY_TYPED, String.valueOf(letter), KeyCode.UNDEFINED, false);
        }
    }

    /** Presses a key, with the system's shortcut key or without, on what has the focus in the dialog on top. */
    void pressInDialog(KeyCode code, boolean shortcut) throws Exception {
        key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, shortcut);
        if (code.isLetterKey() && !shortcut) {
            key(KeyEvent.KEY_TYPED, code.getName().toLowerCase(java.util.Locale.ROOT), KeyCode.UNDEFINED, false);
        }
        if (onFx(() -> windows().anyMatch(each -> each != stage))) {
            key(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code, shortcut);
        }
    }

    private void key(javafx.event.EventType<KeyEvent> type, String character, KeyCode code, boolean shortcut) throws Exception {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        atOnce(() -> javafx.event.Event.fireEvent(dialog().getFocusOwner(), new KeyEvent(type, character, "", code, false, shortcut && !mac, false, shortcut && mac)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Does something with a node of the dialog on top. */
    <N extends Node> void inDialog(String query, java.util.function.Consumer<N> action) throws Exception {
        onFx(() -> {
            @SuppressWarnings("unchecked")
            N node = (N) dialog().lookup(query);
            action.accept(node);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Shows the page of the settings with this name. */
    void turnTo(String page) throws Exception {
        this.<TabPane>inDialog(".settings-tabs", tabs -> tabs.getSelectionModel().select(tabs.getTabs().stream()
                .filter(tab -> tab.getText().equals(page)).findFirst().orElseThrow(() -> new AssertionError("no page " + page))));
    }

    /** Scrolls the dialog on top until a part of it begins at the upper edge, or as far as it goes. */
    void scrollDialogTo(String query) throws Exception {
        atOnce(() -> {
            Node wanted = dialog().lookup(query);
            Node around = wanted;
            while (!(around instanceof ScrollPane)) {
                around = around.getParent();
            }
            var scroll = (ScrollPane) around;
            Node content = scroll.getContent();
            double top = content.sceneToLocal(wanted.localToScene(0, 0)).getY();
            double beyond = content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(beyond <= 0 ? 0 : Math.min(1, top / beyond));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Fires a button of the dialog on top that asks a question of its own, and answers that one by the button with these words. */
    void answer(String query, Callable<Boolean> asked, String answer) throws Exception {
        javafx.scene.Scene asking = onFx(this::dialog);
        // The question is modal: firing returns only when it is answered.
        Platform.runLater(() -> ((ButtonBase) asking.lookup(query)).fire());
        see("the question", asked);
        atOnce(() -> dialog().getRoot().lookupAll(".button").stream().map(ButtonBase.class::cast)
                .filter(button -> button.getText().equals(answer)).findFirst().orElseThrow(() -> new AssertionError("no button " + answer)).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A picture of one part of the window. */
    Picture snapshot(String query) throws Exception {
        return onFx(() -> Picture.of(first(query)));
    }

    /** Waits until what all windows show has stayed the same for some pulses: it is laid out and drawn then. */
    void calm() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        String before = "";
        for (int same = 0, pulse = 0; same < CALM_PULSES && pulse < MOST_PULSES; pulse++) {
            nextPulse();
            String now = onFx(() -> windows().map(each -> looks(each.getScene().getRoot())).collect(java.util.stream.Collectors.joining()));
            same = now.equals(before) ? same + 1 : 0;
            before = now;
        }
    }

    private void nextPulse() {
        var drawn = new CompletableFuture<Void>();
        atOnceUnchecked(() -> {
            var scene = stage.getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    drawn.complete(null);
                }
            });
            Platform.requestNextPulse();
        });
        drawn.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void atOnceUnchecked(Runnable action) {
        onFx(() -> {
            action.run();
            return null;
        });
    }

    /** Where each node is and what it says; a fading one looks otherwise with each pulse. */
    private static String looks(Node node) {
        var own = node.getBoundsInParent().toString() + node.getOpacity() + (node instanceof Labeled labeled ? labeled.getText() : "");
        return node instanceof javafx.scene.Parent parent && node.isVisible()
                ? own + parent.getChildrenUnmodifiable().stream().map(DeskOnScreen::looks).collect(java.util.stream.Collectors.joining()) : own;
    }

    /** Reads something from the first node that the query finds, on the JavaFX thread. */
    <N extends Node, T> T read(String query, Function<N, T> reading) {
        return onFx(() -> {
            @SuppressWarnings("unchecked")
            N node = (N) first(query);
            return reading.apply(node);
        });
    }

    /** Whether these words stand in the conversation or the draft. */
    boolean shows(String words) throws Exception {
        return onFx(() -> texts(first(".conversation")).contains(words)
                || texts(first(".draft-layer")).contains(words));
    }

    boolean memoryShows(String words) throws Exception {
        return onFx(() -> texts(first(".memory-sections")).contains(words));
    }

    /** Whether these words stand in the part of the window that the query finds. */
    boolean partShows(String query, String words) throws Exception {
        return onFx(() -> texts(first(query)).contains(words));
    }

    /** All words of that part of the window. */
    String textIn(String query) throws Exception {
        return onFx(() -> texts(first(query)));
    }

    boolean showsText(String words) throws Exception {
        return onFx(() -> texts(stage.getScene().getRoot()).contains(words));
    }

    boolean isVisible(String query) throws Exception {
        return onFx(() -> {
            Node node = first(query);
            return node != null && isShown(node);
        });
    }

    boolean isDisabled(String query) throws Exception {
        return onFx(() -> first(query).isDisabled());
    }

    String composerText() throws Exception {
        return onFx(() -> ((TextArea) first(".composer-text")).getText());
    }

    String textOf(String query) throws Exception {
        return onFx(() -> ((Labeled) first(query)).getText());
    }

    List<Message> messages(Ticket ticket) {
        return wiring.conversations().open(ticket.id()).messages();
    }

    Ticket ticket(Ticket ticket) {
        return wiring.conversations().open(ticket.id()).ticket();
    }

    /** The root of what is on top: the window, or a dialog over it. */
    javafx.scene.Parent top() {
        return onFx(() -> windows().filter(each -> each instanceof Stage).reduce((_, last) -> last).orElseThrow().getScene().getRoot());
    }

    /** Closes as a user does, by the window. */
    @Override
    public void close() {
        var closed = new CompletableFuture<Void>();
        onFx(() -> {
            // A dialog that a test left open would take the keys of the next one.
            List.copyOf(Window.getWindows()).stream().filter(open -> open instanceof Stage dialog && dialog.getOwner() == stage).forEach(Window::hide);
            window.window().close(() -> closed.complete(null));
            return null;
        });
        closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        window.background().close();
        wiring.close();
    }

    @SuppressWarnings("unchecked")
    private ListView<QueueRow> queue() {
        return (ListView<QueueRow>) first(".queue-rows");
    }

    <T> T onFx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, work);
    }

    /** The first that is shown: places that are hidden have nodes of the same name. */
    private Node first(String query) {
        return stage.getScene().getRoot().lookupAll(query).stream().filter(DeskOnScreen::isShown).findFirst().orElseGet(() -> stage.getScene().lookup(query));
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** All words that are shown in a part of the window. */
    static String texts(Node root) {
        if (root == null || !root.isVisible()) {
            return "";
        }
        return switch (root) {
            case javafx.scene.control.TableRow<?> row -> row.getChildrenUnmodifiable().stream().map(DeskOnScreen::texts).collect(java.util.stream.Collectors.joining());
            case Labeled labeled when labeled.getGraphic() == null -> labeled.getText() + "\n";
            case TextInputControl input -> input.getText() + "\n";
            case Text text -> text.getText() + "\n";
            case javafx.scene.Parent parent -> parent.getChildrenUnmodifiable().stream()
                    .map(DeskOnScreen::texts).collect(java.util.stream.Collectors.joining());
            default -> "";
        };
    }
}
