package acquaint.ui;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.concurrent.Worker;
import javafx.scene.Scene;
import javafx.util.Duration;

/**
 * Starts all work that must not block the JavaFX thread, and brings its result back to it. Work runs on a virtual thread
 * and is cancelled by interrupt. Created, called and answered on the JavaFX thread.
 */
public final class Background implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Background.class.getName());
    private static final Set<Worker.State> ENDED =
            EnumSet.of(Worker.State.SUCCEEDED, Worker.State.FAILED, Worker.State.CANCELLED);

    /** One lays it out and hands it over, one may lay out meanwhile; the third waits until the first is drawn. */
    private static final int PULSES_UNTIL_DRAWN = 3;

    private final Executor workers;
    private final Consumer<Throwable> unexpected;
    private final List<AutoCloseable> held = new ArrayList<>();
    private boolean closed;

    /** {@code unexpected} hears of every failure that the caller has no {@link Job#onFailure} for. */
    public Background(Consumer<Throwable> unexpected) {
        this(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-", 0).factory()), unexpected);
    }

    Background(Executor workers, Consumer<Throwable> unexpected) {
        this.workers = workers;
        this.unexpected = unexpected;
    }

    /** Starts {@code work} now; say what follows by {@link Job#then} before returning to the event loop. */
    public <T> Job<T> run(Callable<T> work) {
        var job = new Job<T>(work);
        start(job);
        return job;
    }

    /** A slot holds one piece of work: a newer one cancels the former, whose result is then never delivered. */
    public Slot slot() {
        return new Slot();
    }

    /** A sequence does its work in the order it was asked for, one piece after the other; nothing in it is cancelled by what follows. */
    public Sequence sequence() {
        return new Sequence();
    }

    /** Runs {@code action} on the JavaFX thread soon; the way in for listeners that services call on their own threads. */
    public void onFxThread(Runnable action) {
        Platform.runLater(action);
    }

    /** Runs {@code action} when what {@code scene} shows by now is drawn; never after {@link #close}. */
    void afterPainting(Scene scene, Runnable action) {
        afterPulses(PULSES_UNTIL_DRAWN, scene, () -> onFxThread(() -> {
            if (!closed) {
                action.run();
            }
        }));
    }

    private static void afterPulses(int count, Scene scene, Runnable action) {
        if (count == 0) {
            action.run();
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                afterPulses(count - 1, scene, action);
            }
        });
        Platform.requestNextPulse();
    }

    /** For an {@code onFailure} that turns out not to be the one it expected. */
    public void report(Throwable problem) {
        unexpected.accept(problem);
    }

    /** Has this closed with the window: what listens to services must not outlive it. */
    void hold(AutoCloseable listening) {
        held.add(listening);
    }

    /** After {@link #close} nothing is begun any more: a window that is gone has nobody to answer. */
    private void start(Job<?> job) {
        if (closed) {
            job.cancel();
        } else {
            workers.execute(job.task);
        }
    }

    @Override
    public void close() {
        closed = true;
        held.forEach(this::closeHeld);
        held.clear();
        if (workers instanceof ExecutorService service) {
            service.shutdownNow();
        }
    }

    private void closeHeld(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "something could not be closed with its window", e);
        }
    }

    /** Work that only matters while nothing newer of its kind was asked for. */
    public final class Slot {

        private Job<?> current;

        private Slot() {}

        public <T> Job<T> run(Callable<T> work) {
            cancel();
            Job<T> job = Background.this.run(work);
            current = job;
            return job;
        }

        /** As {@link #run}, once all is done that stands in {@code before} by now: what is read then is what was written. */
        public <T> Job<T> runAfter(Sequence before, Callable<T> work) {
            cancel();
            var job = new Job<T>(work);
            current = job;
            before.run(() -> null).then(_ -> start(job));
            return job;
        }

        /** As {@link #run}, unless something else is asked for or all is cancelled in this time: for what nobody needs who only passes by. */
        <T> Job<T> runIfStill(Duration pause, Callable<T> work) {
            cancel();
            var job = new Job<T>(work);
            current = job;
            var waiting = new PauseTransition(pause);
            waiting.setOnFinished(_ -> {
                if (current == job) {
                    start(job);
                }
            });
            waiting.play();
            return job;
        }

        public void cancel() {
            if (current != null) {
                current.cancel();
            }
        }
    }

    /** Work whose order matters, such as saving a text and then sending it. */
    public final class Sequence {

        private final ArrayDeque<Job<?>> waiting = new ArrayDeque<>();

        private Sequence() {}

        public <T> Job<T> run(Callable<T> work) {
            var job = new Job<T>(work);
            job.task.stateProperty().addListener((_, _, state) -> {
                if (ENDED.contains(state)) {
                    next(job);
                }
            });
            waiting.add(job);
            if (waiting.size() == 1) {
                start(job);
            }
            return job;
        }

        private void next(Job<?> ended) {
            waiting.remove(ended);
            Job<?> following = waiting.peek();
            if (following != null) {
                start(following);
            }
        }
    }

    /** One piece of work under way. */
    public final class Job<T> {

        private final Task<T> task;
        /** A task that has just ended refuses to be cancelled while its outcome is still on the way to this thread. */
        private boolean cancelled;

        private Job(Callable<T> work) {
            task = new Task<>() {
                @Override
                protected T call() throws Exception {
                    return work.call();
                }
            };
            onFailure(unexpected);
        }

        /** What to do with the result, on the JavaFX thread; never called after {@link #cancel}. */
        public Job<T> then(Consumer<? super T> next) {
            task.setOnSucceeded(_ -> {
                if (!cancelled) {
                    next.accept(task.getValue());
                }
            });
            return this;
        }

        /** What to do with a failure instead of the general report; never called after {@link #cancel} or {@link Background#close}. */
        public Job<T> onFailure(Consumer<Throwable> next) {
            task.setOnFailed(_ -> {
                // Whoever was at work when the window went was interrupted, which is nobody's trouble any more.
                if (!cancelled && !closed) {
                    next.accept(task.getException());
                }
            });
            return this;
        }

        public void cancel() {
            cancelled = true;
            task.cancel(true);
        }
    }
}
