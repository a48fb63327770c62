package acquaint;

import acquaint.command.BuildVersion;
import acquaint.instance.FirstInstance;
import acquaint.model.Errand;
import acquaint.store.DamagedDesk;
import acquaint.store.Desk;
import acquaint.store.NewerDesk;
import acquaint.ui.Background;
import acquaint.ui.StartDialogs;
import acquaint.ui.Texts;
import acquaint.ui.Theme;
import acquaint.update.VersionNumber;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The program as a window: opens the desk while JavaFX starts, asks what to do when the desk cannot simply be opened, and closes
 * everything in order. Where there is no display, the window is drawn in memory and walks through one ticket.
 */
final class AcquaintApplication {

    private static final int DONE = 0;
    private static final int COULD_NOT = 3;
    private static final double[] SIZE = {1280, 800};

    private final DeskSeat seat;
    private final PrintWriter out;
    /** What is still to be shown once there is a window. JavaFX thread. */
    private List<Errand> errands;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final DeskMoves moves;
    private Wiring wiring;
    private FirstInstance ear;

    /** The seat is the caller's to close. */
    AcquaintApplication(DeskSeat seat, List<Errand> errands, PrintWriter out) {
        this.seat = seat;
        this.errands = errands;
        this.out = out;
        this.moves = new DeskMoves(seat, this);
    }

    /** Shows the window and returns when it was closed, with the exit code. Main thread. */
    int run(Display display) throws Exception {
        if (!display.present()) {
            Display.drawInMemory();
        }
        FutureTask<Wiring> opening = open();
        Platform.setImplicitExit(false);
        // Fonts may be loaded on any thread, and by the time that JavaFX has started they are.
        var fonts = CompletableFuture.runAsync(Theme::loadFonts, work -> Thread.ofVirtual().name("work-fonts").start(work));
        Thread.ofPlatform().name("javafx").daemon().start(() -> launch(() -> {
            fonts.join();
            begin(opening, display.present());
        }));
        try {
            return await();
        } finally {
            Platform.exit();
        }
    }

    /** Returns when the window was closed and all is on disk, with the exit code. */
    int await() throws Exception {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            close();
        }
    }

    /** Returns when JavaFX has ended. */
    private void launch(Runnable begin) {
        try {
            Program.launch(begin);
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    /** What JavaFX knows of the program: the name of this class is the class of its windows, by which desktops tell whose they are. */
    public static final class Program extends Application {

        private static final AtomicReference<Runnable> BEGIN = new AtomicReference<>();

        private static void launch(Runnable begin) {
            BEGIN.set(begin);
            launch(Program.class);
        }

        @Override
        public void start(Stage unused) {
            BEGIN.getAndSet(null).run();
        }
    }

    /** Beside the start of JavaFX, which takes about as long. */
    FutureTask<Wiring> open() {
        var opening = new FutureTask<>(() -> Wiring.open(seat.directory(), seat.isDemo()));
        Thread.ofVirtual().name("work-opening").start(opening);
        return opening;
    }

    /** JavaFX thread. Nothing is on screen yet, so waiting for the desk here keeps nobody waiting. */
    void begin(FutureTask<Wiring> opening, boolean onScreen) {
        try {
            wiring = opening.get();
            show(onScreen, () -> {});
        } catch (ExecutionException e) {
            remedy(e.getCause(), onScreen);
        } catch (InterruptedException | IOException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private void remedy(Throwable problem, boolean onScreen) {
        if (!onScreen || !(problem instanceof DamagedDesk || problem instanceof NewerDesk)) {
            ended.completeExceptionally(problem);
            return;
        }
        var dialogs = new StartDialogs(new Texts(Locale.getDefault()));
        if (problem instanceof NewerDesk newer) {
            dialogs.newer(newer.found(), newer.known());
            ended.complete(COULD_NOT);
        } else if (problem instanceof DamagedDesk damaged) {
            remedy(damaged, dialogs);
        }
    }

    private void remedy(DamagedDesk damaged, StartDialogs dialogs) {
        Optional<Path> backup = damaged.backups().stream().findFirst();
        var remedy = dialogs.damaged(damaged.file().getFileName().toString(), backup.map(AcquaintApplication::day));
        if (remedy == StartDialogs.Remedy.QUIT) {
            ended.complete(COULD_NOT);
            return;
        }
        Desk.setAside(seat.directory().root());
        if (remedy == StartDialogs.Remedy.RESTORE_BACKUP) {
            Desk.restore(seat.directory().root(), backup.orElseThrow());
        }
        begin(open(), true);
    }

    /** Backups are named by their day: {@code desk-2026-11-23.db}. */
    private static String day(Path backup) {
        return backup.getFileName().toString().replaceFirst("^desk-", "").replaceFirst("\\.db$", "");
    }

    /** {@code then} follows when the window is on screen. */
    private void show(boolean onScreen, Runnable then) throws IOException {
        var window = new WindowWiring(wiring, seat.isDemo());
        ear = FirstInstance.listen(seat.directory().root(),
                new LaterStarts(wiring.services(), asked -> window.background().onFxThread(() -> front(window, asked)), version -> givesWay(window, version)));
        window.signIn().onSignedIn(() -> window.window().close(() -> again(window)));
        if (!walks(onScreen)) {
            moves.offer(window, new Background(ended::completeExceptionally));
        }
        var stage = new Stage();
        window.window().show(stage, () -> window.background().onFxThread(then), ended::completeExceptionally, () -> finish(window));
        List<Errand> first = errands;
        errands = List.of();
        if (walks(onScreen)) {
            walk(window, stage, onScreen);
        } else {
            wiring.settingsSetAside().ifPresent(file -> window.window().whenFurnished(() -> window.background().onFxThread(() ->
                    new StartDialogs(window.texts()).settingsSetAside(file.getFileName().toString()))));
            if (first.isEmpty()) {
                window.window().whenFurnished(window::welcomeNewcomer);
            }
        }
        carryOut(window, first);
        SystemErrands.listen(asked -> window.background().onFxThread(() -> front(window, asked)));
    }

    /** Whoever installed a newer version is not shown this one again: out of sight it ends. Not on the JavaFX thread. */
    private boolean givesWay(WindowWiring window, String version) {
        if (VersionNumber.of(version).flatMap(asked -> VersionNumber.of(BuildVersion.number()).filter(own -> asked.compareTo(own) > 0)).isEmpty()) {
            return false;
        }
        var leaving = new CompletableFuture<Optional<FirstInstance>>();
        window.background().onFxThread(() -> leaving.complete(window.window().closeUnseen(() -> finish(window)) ? Optional.of(ear) : Optional.empty()));
        Optional<FirstInstance> heard = leaving.join();
        // Who comes again is to wait for the desk, not to be heard once more.
        heard.ifPresent(AcquaintApplication::hush);
        return heard.isPresent();
    }

    private static void front(WindowWiring window, List<Errand> asked) {
        window.window().toFront();
        carryOut(window, asked);
    }

    private static void carryOut(WindowWiring window, List<Errand> asked) {
        window.window().whenFurnished(() -> window.errands().carryOut(asked));
    }

    /** With another desk, or the same one made anew; the one before was left. {@code then} follows when its window is on screen. */
    void goOn(Wiring next, Runnable then) {
        wiring = next;
        try {
            show(true, then);
        } catch (IOException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    /** With the desk as it lies on disk, which is opened in the background; the one before was left. {@code then} follows when its window is on screen, or the desk cannot be opened. */
    void openAgain(Background moving, Runnable then) {
        moving.run(() -> Wiring.open(seat.directory(), seat.isDemo())).then(opened -> goOn(opened, then)).onFailure(problem -> {
            then.run();
            remedy(problem, true);
        });
    }

    /** Everything that was asked of the program is done. */
    void finish(WindowWiring window) {
        window.background().close();
        ended.complete(DONE);
    }

    /** The desk as somebody else sees it: closed and opened again, with all that was typed on disk. */
    private void again(WindowWiring window) {
        Wiring before = leave(window);
        Runnable takeAway = new StartDialogs(window.texts()).opening(window.window());
        var moving = new Background(ended::completeExceptionally);
        moving.run(() -> {
            before.close();
            return null;
        }).then(_ -> openAgain(moving, takeAway));
    }

    /** Nobody works in the window or through it any more; what is still open is returned. */
    Wiring leave(WindowWiring window) {
        window.background().close();
        Wiring before = wiring;
        wiring = null;
        hush();
        return before;
    }

    private void hush() {
        if (ear != null) {
            hush(ear);
        }
        ear = null;
    }

    private static void hush(FirstInstance ear) {
        try {
            ear.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where nobody can look, and where the property asks for it: packaging lets an installed program show on a screen what it can. */
    private static boolean walks(boolean onScreen) {
        return !onScreen || Boolean.getBoolean("acquaint.walkthrough");
    }

    private void walk(WindowWiring window, Stage stage, boolean onScreen) {
        stage.setWidth(SIZE[0]);
        stage.setHeight(SIZE[1]);
        Path pictures = seat.directory().root().resolve("walkthrough");
        out.println(onScreen ? "The window walks through one ticket by itself."
                : "There is no display here, so the window is drawn in memory and walks through one ticket by itself.");
        window.window().whenFurnished(() -> window.walkthrough(() -> wiring.outbox().remaining() == 0, pictures, words -> {
            out.println(words);
            out.flush();
        }).play().whenComplete((_, problem) -> window.window().close(() -> {
            if (problem == null) {
                ended.complete(DONE);
            } else {
                ended.completeExceptionally(problem);
            }
        })));
    }

    private void close() {
        try {
            hush();
        } finally {
            if (wiring != null) {
                wiring.close();
            }
            moves.close();
        }
    }
}
