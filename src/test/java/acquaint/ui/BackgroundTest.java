package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order in which results come back is decided here by hand: work waits until the test says go. */
class BackgroundTest {

    private final Queue<Runnable> asked = new ArrayDeque<>();
    private final List<Object> delivered = new ArrayList<>();
    private final List<Throwable> reported = new ArrayList<>();
    private Background background;

    @BeforeEach
    void create() {
        background = FxThread.get(() -> new Background(asked::add, reported::add));
    }

    @Test
    void aResultComesBackOnTheJavaFxThread() {
        var onFxThread = new AtomicBoolean();
        FxThread.run(() -> background.run(Platform::isFxApplicationThread).then(worked -> {
            delivered.add(worked);
            onFxThread.set(Platform.isFxApplicationThread());
        }));
        workOff();
        assertEquals(List.of(false), delivered);
        assertTrue(onFxThread.get());
    }

    @Test
    void aResultOvertakenByANewerOneIsNeverDelivered() {
        Background.Slot slot = FxThread.get(() -> background.slot());
        FxThread.run(() -> {
            slot.run(() -> "first").then(delivered::add);
            slot.run(() -> "second").then(delivered::add);
        });
        Runnable first = asked.remove();
        workOff();
        first.run();
        FxThread.settle();
        assertEquals(List.of("second"), delivered);
    }

    @Test
    void whatIsAskedForInPassingIsNotBegun() throws Exception {
        var begun = new LinkedBlockingQueue<Runnable>();
        FxThread.run(() -> {
            var slot = new Background(begun::add, reported::add).slot();
            slot.runIfStill(Duration.millis(1), () -> "first").then(delivered::add);
            slot.runIfStill(Duration.millis(2), () -> "second").then(delivered::add);
        });
        begun.poll(10, TimeUnit.SECONDS).run();
        FxThread.settle();
        assertEquals(List.of("second"), delivered);
        assertTrue(begun.isEmpty());
    }

    @Test
    void whatIsLeftInPassingIsNotBegunEither() throws Exception {
        var begun = new LinkedBlockingQueue<Runnable>();
        FxThread.run(() -> {
            var left = new Background(begun::add, reported::add).slot();
            left.runIfStill(Duration.millis(1), () -> "left").then(delivered::add);
            left.cancel();
            var closed = new Background(begun::add, reported::add);
            closed.slot().runIfStill(Duration.millis(1), () -> "closed").then(delivered::add);
            closed.close();
        });
        var later = new CountDownLatch(1);
        FxThread.run(() -> {
            var waiting = new PauseTransition(Duration.millis(2));
            waiting.setOnFinished(_ -> later.countDown());
            waiting.play();
        });
        assertTrue(later.await(10, TimeUnit.SECONDS));
        begun.forEach(Runnable::run);
        FxThread.settle();
        assertEquals(List.of(), delivered);
    }

    /** The narrowest case: the work is done and its result on the way to the JavaFX thread when the newer question is asked. */
    @Test
    void aResultAlreadyOnItsWayIsNotDeliveredAfterANewerQuestion() {
        Background.Slot slot = FxThread.get(() -> background.slot());
        FxThread.run(() -> {
            slot.run(() -> "first").then(delivered::add);
            workOffMeanwhile();
            slot.run(() -> "second").then(delivered::add);
        });
        workOff();
        assertEquals(List.of("second"), delivered);
    }

    @Test
    void aFailureAlreadyOnItsWayIsNotReportedAfterANewerQuestion() {
        Background.Slot slot = FxThread.get(() -> background.slot());
        FxThread.run(() -> {
            slot.run(() -> {
                throw new IllegalStateException("late");
            });
            workOffMeanwhile();
            slot.run(() -> "second").then(delivered::add);
        });
        workOff();
        assertEquals(List.of("second"), delivered);
        assertEquals(List.of(), reported);
    }

    @Test
    void newerWorkInterruptsTheFormer() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        try (var threads = FxThread.get(() -> new Background(reported::add))) {
            Background.Slot slot = FxThread.get(threads::slot);
            FxThread.run(() -> slot.run(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                return "first";
            }).then(delivered::add));
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            FxThread.run(() -> slot.run(() -> "second"));
            assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        }
        FxThread.settle();
        assertEquals(List.of(), delivered);
        assertEquals(List.of(), reported);
    }

    @Test
    void aSequenceBeginsNothingBeforeTheFormerHasEnded() {
        Background.Sequence sequence = FxThread.get(() -> background.sequence());
        FxThread.run(() -> List.of("a", "b", "c").forEach(name -> sequence.run(() -> name).then(delivered::add)));
        assertEquals(1, asked.size());
        workOff();
        assertEquals(List.of("a", "b", "c"), delivered);
    }

    @Test
    void aSequenceGoesOnAfterAFailure() {
        Background.Sequence sequence = FxThread.get(() -> background.sequence());
        var failure = new IllegalStateException("b");
        FxThread.run(() -> {
            sequence.run(() -> "a").then(delivered::add);
            sequence.run(() -> {
                throw failure;
            }).then(delivered::add);
            sequence.run(() -> "c").then(delivered::add);
        });
        workOff();
        assertEquals(List.of("a", "c"), delivered);
        assertEquals(List.of(failure), reported);
    }

    @Test
    void aFailureThatNobodyExpectedIsReported() {
        var failure = new IllegalStateException();
        FxThread.run(() -> background.run(() -> {
            throw failure;
        }).then(delivered::add));
        workOff();
        assertEquals(List.of(failure), reported);
        assertEquals(List.of(), delivered);
    }

    @Test
    void anExpectedFailureIsNotReported() {
        var failure = new IllegalStateException();
        FxThread.run(() -> background.run(() -> {
            throw failure;
        }).onFailure(delivered::add));
        workOff();
        assertEquals(List.of(), reported);
        assertEquals(List.of(failure), delivered);
    }

    /** Closing interrupts what is under way. */
    @Test
    void whatFailsWhenTheWindowIsGoneIsNobodysTrouble() {
        FxThread.run(() -> background.run(() -> {
            throw new InterruptedException();
        }).then(delivered::add));
        FxThread.run(background::close);
        workOff();
        assertEquals(List.of(), reported);
    }

    /** Does all work asked for, also what was asked for by results, on this thread. */
    private void workOff() {
        while (!asked.isEmpty()) {
            asked.remove().run();
            FxThread.settle();
        }
    }

    /** Does the work asked for on another thread while the JavaFX thread, which calls this, is busy. */
    private void workOffMeanwhile() throws InterruptedException {
        Thread worker = Thread.ofVirtual().start(asked.remove());
        worker.join();
    }

    @Test
    void whatListensToServicesIsClosedWithTheWindowAlsoWhenOneOfThemFails() {
        var closed = new java.util.ArrayList<String>();
        FxThread.run(() -> {
            background.hold(() -> {
                throw new IllegalStateException("stuck");
            });
            new DeskChanges(_ -> () -> closed.add("desk"), background);
            background.close();
        });
        assertEquals(List.of("desk"), closed);
    }
}
