package acquaint;

import acquaint.instance.DeskLock;
import acquaint.instance.OtherInstance;
import acquaint.settings.DeskReplacement;
import acquaint.settings.FirstRun;
import acquaint.ui.Background;
import acquaint.ui.StartDialogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** Takes the user to the demo desk, back to their own, and has the demo desk made anew. JavaFX thread; desks are opened and closed on others. */
final class DeskMoves {

    private final DeskSeat seat;
    private final AcquaintApplication application;
    /** Desks that were left and are being closed. */
    private CompletableFuture<Void> left = CompletableFuture.completedFuture(null);
    private Background moving;

    DeskMoves(DeskSeat seat, AcquaintApplication application) {
        this.seat = seat;
        this.application = application;
    }

    /** Lets the window ask for what can be had from this desk; problems on the way that nobody expects end the program, through {@code moving}. */
    void offer(WindowWiring window, Background moving) {
        this.moving = moving;
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
            Wiring before = application.leave(window);
            DeskLock lock = seat.move(next.directory(), next.demo(), next.lock());
            left = left.thenRunAsync(() -> giveBack(before, lock), work -> Thread.ofVirtual().name("work-leaving").start(work));
            application.goOn(next.wiring(), () -> {});
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
                window.window().close(() -> application.finish(window));
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
        Runnable takeAway = new StartDialogs(window.texts()).resetting(window.window());
        Wiring before = application.leave(window);
        moving.run(() -> {
            before.close();
            return NextDesk.anew(seat.directory(), looks);
        }).then(anew -> application.goOn(anew, takeAway)).onFailure(problem -> {
            application.openAgain(moving, () -> {
                takeAway.run();
                tell(new StartDialogs(window.texts()), problem);
            });
        });
    }

    private static void tell(StartDialogs dialogs, Throwable problem) {
        if (problem instanceof DeskReplacement.NotPutBack halfway) {
            dialogs.notPutBack(halfway.folder(), halfway.getMessage());
        } else {
            dialogs.notReset(problem.getMessage());
        }
    }

    /** Returns when the desks that were left are closed. Main thread, after the window's end. */
    void close() {
        left.join();
    }
}
