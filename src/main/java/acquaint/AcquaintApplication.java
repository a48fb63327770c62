package acquaint;

import acquaint.instance.DeskLock;
import acquaint.instance.FirstInstance;
import acquaint.instance.OtherInstance;
import acquaint.model.Errand;
import acquaint.settings.DeskReplacement;
import acquaint.settings.FirstRun;
import acquaint.store.DamagedDesk;
import acquaint.store.Desk;
import acquaint.store.NewerDesk;
import acquaint.ui.Background;
import acquaint.ui.StartDialogs;
import acquaint.ui.Texts;
import acquaint.ui.Theme;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The program as a window: opens the desk while JavaFX starts, asks what to do when the desk cannot simply be opened, goes to the
 * demo desk and back, and closes everything in order. Where there is no display, the window is drawn in memory and walks through one ticket.
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
    /** Desks that were left and are being closed. */
    private CompletableFuture<Void> left = CompletableFuture.completedFuture(null);
    private Background moving;
    private Wiring wiring;
    private FirstInstance ear;

    /** The seat is the caller's to close. */
    AcquaintApplication(DeskSeat seat, List<Errand> errands, PrintWriter out) {
        this.seat = seat;
        this.errands = errands;
        this.out = out;
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
        return opening(() -> Wiring.open(seat.directory(), seat.isDemo()));
    }

    private static FutureTask<Wiring> opening(Callable<Wiring> work) {
        var opening = new FutureTask<>(work);
        Thread.ofVirtual().name("work-opening").start(opening);
        return opening;
    }

    /** JavaFX thread. Nothing is on screen yet, so waiting for the desk here keeps nobody waiting. */
    void begin(FutureTask<Wiring> opening, boolean onScreen) {
        try {
            wiring = opening.get();
            show(onScreen);
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

    private void show(boolean onScreen) throws IOException {
        var window = new WindowWiring(wiring, seat.isDemo());
        ear = FirstInstance.listen(seat.directory().root(),
                new LaterStarts(wiring.services(), asked -> window.background().onFxThread(() -> front(window, asked))));
        moving = new Background(ended::completeExceptionally);
        window.signIn().onSignedIn(() -> window.window().close(() -> again(window, onScreen)));
        if (!walks(onScreen)) {
            prepareMoves(window);
        }
        var stage = new Stage();
        window.window().show(stage, () -> {
            window.background().close();
            ended.complete(DONE);
        });
        List<Errand> first = errands;
        errands = List.of();
        if (walks(onScreen)) {
            walk(window, stage, onScreen);
        } else {
            wiring.settingsSetAside().ifPresent(file ->
                    new StartDialogs(window.texts()).settingsSetAside(file.getFileName().toString()));
            if (first.isEmpty()) {
                window.window().whenFurnished(window::welcomeNewcomer);
            }
        }
        carryOut(window, first);
        SystemErrands.listen(asked -> window.background().onFxThread(() -> front(window, asked)));
    }

    private static void front(WindowWiring window, List<Errand> asked) {
        window.window().toFront();
        carryOut(window, asked);
    }

    private static void carryOut(WindowWiring window, List<Errand> asked) {
        window.window().whenFurnished(() -> window.errands().carryOut(asked));
    }

    private void prepareMoves(WindowWiring window) {
        if (!seat.isDemo()) {
            window.demo().onEnter(() -> move(window, new NextDesk(seat.demo(), true)));
            return;
        }
        seat.own().ifPresent(own -> window.demo().onLeave(() -> move(window, new NextDesk(own, false))));
        if (seat.canBeReset()) {
            window.demo().onReset(() -> askToReset(window));
        }
    }

    /** To another desk; this one stays until the other is open. */
    private void move(WindowWiring window, NextDesk next) {
        window.demo().busy(true);
        var looks = window.looks();
        moving.run(() -> next.open(looks)).then(found -> {
            window.demo().busy(false);
            switch (found) {
                case NextDesk.Found.Open open -> moveTo(window, open);
                case NextDesk.Found.Elsewhere(OtherInstance other) -> follow(window, other);
                case NextDesk.Found.Occupied occupied -> new StartDialogs(window.texts()).taken(occupied.directory().toString());
            }
        }).onFailure(problem -> {
            window.demo().busy(false);
            window.background().report(problem);
        });
    }

    private void moveTo(WindowWiring window, NextDesk.Found.Open next) {
        if (next.demo()) {
            window.firstSteps().done(FirstRun.Step.LOOK_AROUND);
        }
        window.window().close(() -> {
            Wiring before = leave(window);
            DeskLock lock = seat.move(next.directory(), next.demo(), next.lock());
            left = left.thenRunAsync(() -> giveBack(before, lock), work -> Thread.ofVirtual().name("work-leaving").start(work));
            wiring = next.wiring();
            showAgain();
        });
    }

    private static void giveBack(Wiring before, DeskLock lock) {
        before.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another window has that desk open: it comes to the front, and who wanted back to their desk needs this one no more. */
    private void follow(WindowWiring window, OtherInstance other) {
        moving.run(() -> {
            try (other) {
                other.toFront();
            }
            return null;
        }).then(_ -> {
            if (seat.isDemo()) {
                window.window().close(() -> {
                    window.background().close();
                    ended.complete(DONE);
                });
            }
        }).onFailure(window.background()::report);
    }

    /** What came to the desk since it was opened may be somebody's own. */
    private void askToReset(WindowWiring window) {
        moving.run(seat::canBeReset).then(may -> {
            if (!may) {
                new StartDialogs(window.texts()).kept();
            } else if (window.demo().mayReset()) {
                window.window().close(() -> reset(window));
            }
        });
    }

    private void reset(WindowWiring window) {
        var looks = window.looks();
        Stage waiting = new StartDialogs(window.texts()).resetting(window.window());
        Wiring before = leave(window);
        moving.run(() -> {
            before.close();
            return NextDesk.anew(seat.directory(), looks);
        }).then(anew -> {
            wiring = anew;
            showAgain();
            waiting.close();
        }).onFailure(problem -> {
            waiting.close();
            begin(open(), true);
            var dialogs = new StartDialogs(window.texts());
            if (problem instanceof DeskReplacement.NotPutBack halfway) {
                dialogs.notPutBack(halfway.folder().toString(), halfway.getMessage());
            } else {
                dialogs.notReset(problem.getMessage());
            }
        });
    }

    private void showAgain() {
        try {
            show(true);
        } catch (IOException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    /** The desk as somebody else sees it: closed and opened again, with all that was typed on disk. */
    private void again(WindowWiring window, boolean onScreen) {
        Wiring before = leave(window);
        begin(opening(() -> {
            before.close();
            return Wiring.open(seat.directory(), seat.isDemo());
        }), onScreen);
    }

    /** Nobody works in the window or through it any more; what is still open is returned. */
    private Wiring leave(WindowWiring window) {
        window.background().close();
        Wiring before = wiring;
        wiring = null;
        hush();
        return before;
    }

    private void hush() {
        try {
            if (ear != null) {
                ear.close();
            }
            ear = null;
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
            left.join();
        }
    }
}
