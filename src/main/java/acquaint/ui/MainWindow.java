package acquaint.ui;

import acquaint.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The window itself: where it stands, what it wears, and that nothing is lost when it closes. JavaFX thread only. */
public final class MainWindow {

    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 980;
    private static final double LEAST_HEIGHT = 640;

    private final Views views;
    private final Theme theme;
    private final Zoom zoom;
    private final Motion motion;
    private final Keys keys;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Preferences preferences;
    private final BooleanSupplier staysReady;
    private final String title;
    private MainController controller;
    private Runnable closed = () -> {};
    private Stage stage;
    private boolean left;
    /** The user has closed it, and it will be hidden when all of it is there. */
    private boolean leaving;
    private boolean hidden;

    /** {@code staysReady}: whether the window is only hidden when the user closes it. */
    public MainWindow(Views views, Theme theme, Zoom zoom, Motion motion, Keys keys, Dialogs dialogs, Notices notices, Preferences preferences,
            BooleanSupplier staysReady, String title) {
        this.views = views;
        this.theme = theme;
        this.zoom = zoom;
        this.motion = motion;
        this.keys = keys;
        this.dialogs = dialogs;
        this.notices = notices;
        this.preferences = preferences;
        this.staysReady = staysReady;
        this.title = title;
    }

    /**
     * Shows the window on {@code target} with the first rows in it, or without where those take long: painted once with them it is usable sooner than painted twice.
     * {@code whenShown} runs then, {@code trouble} hears why it cannot be shown, and {@code whenClosed} runs after everything typed is on disk and the window is gone.
     */
    public void show(Stage target, Runnable whenShown, Consumer<RuntimeException> trouble, Runnable whenClosed) {
        stage = target;
        closed = whenClosed;
        Views.View<MainController> view = views.load("main");
        controller = view.controller();
        var scene = zoom.scene(view.root(), WIDTH, HEIGHT);
        theme.dress(scene);
        motion.dress(scene);
        keys.listenTo(scene);
        dialogs.setWindow(stage, dialog -> {
            zoom.dress(dialog);
            motion.dress(dialog);
        });
        notices.setPlace(stage, controller.conversation());
        stage.setTitle(title);
        ICONS.forEach(size -> stage.getIcons().add(new Image(MainWindow.class.getResource("/icon/acquaint-" + size + ".png").toExternalForm())));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        restorePlace();
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (staysReady.getAsBoolean()) {
                leaving = true;
                controller.furnishing().whenDone(this::hide);
            } else {
                close(closed);
            }
        });
        controller.onQuit(() -> close(closed));
        controller.queue().whenAnswered(() -> {
            if (!left) {
                try {
                    stage.show();
                    whenShown.run();
                } catch (RuntimeException e) {
                    trouble.accept(e);
                }
            }
        });
    }

    /** As above, with nothing to follow. */
    public void show(Stage target, Runnable whenClosed) {
        show(target, () -> {}, problem -> {
            throw problem;
        }, whenClosed);
    }

    /** Loads what the first look at the queue can do without; {@code then} follows. */
    public void furnish(Runnable then) {
        controller.furnishing().begin(then);
    }

    /** Runs {@code action} when all that the window has is there, which is soon after the queue is on screen. */
    public void whenFurnished(Runnable action) {
        controller.furnishing().whenDone(action);
    }

    /** Ends the window; {@code closed} runs after everything typed is on disk and the window is gone. */
    public void close(Runnable closed) {
        left = true;
        save(() -> {
            stage.close();
            closed.run();
        });
    }

    /** Out of sight, and ready to be shown at once, unless it was asked for meanwhile: whatever goes on behind the window goes on. */
    private void hide() {
        if (leaving) {
            leaving = false;
            save(() -> {});
            hidden = true;
            dialogs.hold(true);
            stage.hide();
        }
    }

    /** Ends the window, as {@link #close} does, where the user has closed it while the program stays ready, and nothing that was begun goes on behind it; whether it does. */
    public boolean closeUnseen(Runnable closed) {
        boolean unseen = hidden && !controller.isBusy();
        if (unseen) {
            close(closed);
        }
        return unseen;
    }

    private void save(Runnable then) {
        rememberPlace();
        controller.finish(() -> preferences.whenSaved(then));
    }

    /** Brings the window before the user's eyes. */
    public void toFront() {
        leaving = false;
        if (hidden) {
            hidden = false;
            dialogs.hold(false);
            restorePlace();
            stage.show();
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** A window that stands where this one stands, with {@code words} and a sign that something goes on, while there is none to work in; what is returned takes it away. */
    Runnable standIn(String words) {
        var label = new Label(words, new ProgressIndicator());
        label.setContentDisplay(ContentDisplay.TOP);
        label.setGraphicTextGap(12);
        var scene = zoom.scene(new StackPane(label), stage.getScene().getWidth(), stage.getScene().getHeight());
        theme.dress(scene);
        motion.dress(scene);
        var standing = new Stage();
        standing.setTitle(stage.getTitle());
        standing.getIcons().setAll(stage.getIcons());
        standing.setScene(scene);
        standing.setX(stage.getX());
        standing.setY(stage.getY());
        standing.setOnCloseRequest(WindowEvent::consume);
        standing.show();
        return standing::close;
    }

    /** Has the system tell of what happens on the desk while this window is not looked at. */
    public void tellOutside(DesktopAlerts alerts) {
        alerts.begin(stage, this::toFront, controller::showQueue, () -> close(closed));
    }

    /** Imports a file as if it had been chosen in the menu. */
    public void importFile(Path file) {
        controller.furnishing().imports().run(file);
    }

    MainController controller() {
        return controller;
    }

    /** Whether the window is on screen; there is none before {@link #show}. */
    public ReadOnlyBooleanProperty stageShowing() {
        return stage.showingProperty();
    }

    Stage stage() {
        return stage;
    }

    private void restorePlace() {
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        preferences.get().window().flatMap(left -> WindowPlace.on(screens, left)).ifPresentOrElse(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        }, stage::centerOnScreen);
    }

    private void rememberPlace() {
        var place = new Settings.Window(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        preferences.change(settings -> settings.withWindow(place));
    }
}
