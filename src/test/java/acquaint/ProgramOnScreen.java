package acquaint;

import acquaint.instance.DeskLock;
import acquaint.settings.DataDirectory;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.ui.Picture;
import acquaint.ui.Theme;
import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Pair;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The program itself, from its start on, in a directory of its own, with a hand that clicks and types in whichever window it shows. */
final class ProgramOnScreen implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 90;

    private final FxRobot robot = new FxRobot();
    private final DeskSeat seat;
    private final CompletableFuture<Integer> ended;

    private ProgramOnScreen(DeskSeat seat, CompletableFuture<Integer> ended) {
        this.seat = seat;
        this.ended = ended;
    }

    static ProgramOnScreen start(Path directory) throws Exception {
        return start(directory, UnaryOperator.identity());
    }

    /** {@code chosen} are settings that somebody made before; a window of 1000 pixels is as wide as the headless screen. */
    static ProgramOnScreen start(Path directory, UnaryOperator<Settings> chosen) throws Exception {
        return start(directory, chosen, program -> {
            var opening = program.open();
            return () -> program.begin(opening, true);
        });
    }

    /** {@code begin} says what is done on the JavaFX thread to have the desk opened and shown. */
    static ProgramOnScreen start(Path directory, UnaryOperator<Settings> chosen, Function<AcquaintApplication, Runnable> begin) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        var data = new DataDirectory(directory).create();
        var file = new SettingsFile(data.settings());
        Settings first = Settings.firstStart("lee.park").withLanguage(Optional.of("en")).withTheme(Settings.Theme.LIGHT).withWindow(new Settings.Window(0, 0, 1000, 800, false));
        file.save(chosen.apply(file.load(first).settings()));
        var seat = new DeskSeat(Optional.of(data), data.demo(), false, DeskLock.acquire(data.root()).orElseThrow());
        var program = new AcquaintApplication(seat, List.of(), new PrintWriter(new StringWriter()));
        Runnable beginning = begin.apply(program);
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, () -> {
            Theme.loadFonts();
            beginning.run();
            return null;
        });
        var ended = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            try {
                ended.complete(program.await());
            } catch (Throwable e) {
                ended.completeExceptionally(e);
            }
        });
        return new ProgramOnScreen(seat, ended);
    }

    /** The newest window that has no owner. */
    Stage stage() {
        return windows().filter(Stage.class::isInstance).map(Stage.class::cast).filter(stage -> stage.getOwner() == null && stage.getScene().lookup(".main") != null)
                .reduce((_, last) -> last).orElseThrow(() -> new AssertionError("no window is open"));
    }

    long mainWindows() {
        return onFx(() -> windows().filter(window -> window.getScene().lookup(".main") != null).count());
    }

    private static Stream<Window> windows() {
        return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
    }

    void see(String what, Callable<Boolean> there) throws Exception {
        if (ended.isCompletedExceptionally()) {
            throw new AssertionError("the program has failed", ended.exceptionNow());
        }
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, there);
        } catch (TimeoutException e) {
            throw new AssertionError("never saw " + what + "; on screen: " + words(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** All words on screen. */
    String words() {
        return onFx(() -> windows().map(window -> DeskOnScreen.texts(window.getScene().getRoot())).collect(Collectors.joining("\n--\n")));
    }

    boolean shows(String words) {
        return words().contains(words);
    }

    /** Whether a window is open, and its title has these words. */
    boolean isTitled(String words) {
        return onFx(() -> windows().anyMatch(window -> window instanceof Stage stage && stage.getTitle() != null && stage.getTitle().contains(words)
                && stage.getScene().lookup(".main") != null));
    }

    boolean isVisible(String query) {
        return onFx(() -> windows().anyMatch(window -> window.getScene().getRoot().lookupAll(query).stream().anyMatch(ProgramOnScreen::isShown)));
    }

    /** Clicks the node that is found and shown. */
    void click(String query) {
        click(robot.lookup(query).match(ProgramOnScreen::isShown).<Node>query());
    }

    /** What is scrolled out of sight cannot be clicked, whatever the robot does. */
    private void click(Node node) {
        if (!onFx(() -> isInSight(node))) {
            throw new AssertionError("out of sight: " + node);
        }
        robot.clickOn(node);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isInSight(Node node) {
        Bounds own = node.localToScreen(node.getBoundsInLocal());
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane && !each.localToScreen(each.getBoundsInLocal()).contains(own.getCenterX(), own.getCenterY())) {
                return false;
            }
        }
        return true;
    }

    /** Clicks what says exactly this: a button, a row or an entry of a menu. */
    void clickWords(String words) {
        robot.clickOn(robot.lookup((Node node) -> node instanceof Labeled labeled && words.equals(labeled.getText()) && isShown(node)).<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks the uppermost of those that are found and shown. */
    void clickTop(String query) {
        click(onFx(() -> robot.lookup(query).match(ProgramOnScreen::isShown).<Node>queryAll().stream()
                .min(Comparator.comparingDouble(node -> node.localToScreen(node.getBoundsInLocal()).getMinY())).orElseThrow(() -> new AssertionError("no " + query))));
    }

    /** A drop of a file as the system tells of it. */
    void drop(String query, Path file) {
        this.<Node>with(query, target -> {
            var files = Toolkit.getToolkit().createLocalClipboard();
            files.putContent(new Pair<>(DataFormat.FILES, List.of(file.toFile())));
            Dragboard board = DragboardHelper.createDragboard(files);
            target.fireEvent(new DragEvent(target, target, DragEvent.DRAG_DROPPED, board, 10, 10, 10, 10, TransferMode.COPY, null, target, null));
        });
    }

    /** The words of each node that is found and shown. */
    List<String> textsOf(String query) {
        return onFx(() -> robot.lookup(query).match(ProgramOnScreen::isShown).<Node>queryAll().stream().map(node -> DeskOnScreen.texts(node).strip()).toList());
    }

    /** All their words. */
    String textIn(String query) {
        return String.join("\n", textsOf(query));
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(String words) {
        robot.write(words);
        WaitForAsyncUtils.waitForFxEvents();
    }

    <N extends Node> void with(String query, Consumer<N> action) {
        onFx(() -> {
            action.accept(robot.lookup(query).match(ProgramOnScreen::isShown).query());
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    Optional<String> focused() {
        return onFx(() -> Optional.ofNullable(stage().getScene().getFocusOwner()).map(Node::getId));
    }

    Picture snapshot() {
        return onFx(() -> Picture.of(stage().getScene()));
    }

    /** A picture of the dialog on top. */
    Picture snapshotOfDialog() {
        return onFx(() -> Picture.of(windows().filter(window -> window.getScene().lookup(".main") == null).reduce((_, last) -> last).orElseThrow().getScene()));
    }

    /** Waits until what was asked for has been laid out and drawn. */
    void calm() {
        WaitForAsyncUtils.waitForFxEvents(30);
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
    }

    <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, work);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** Whether the program has ended by itself. */
    boolean hasEnded() {
        return ended.isDone();
    }

    /** Closes as a user does, by the window. */
    @Override
    public void close() throws Exception {
        if (!ended.isDone()) {
            onFx(() -> {
                Stage main = stage();
                windows().filter(window -> window instanceof Stage dialog && dialog.getOwner() == main).forEach(Window::hide);
                main.fireEvent(new javafx.stage.WindowEvent(main, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
                return null;
            });
        }
        ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        seat.close();
        LogManager.getLogManager().readConfiguration();
    }
}
