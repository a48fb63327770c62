package acquaint.memory.local;

import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The platform thread {@code embed}, which does all writing: nobody interrupts it, while those who wait for it may be
 * interrupted at any time. All changes that wait together share one transaction and one commit of the index. While nobody
 * waits it does what is left to do, such as a new index; it never asks a model, which may be slow.
 */
final class EmbedThread implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbedThread.class.getName());

    /** A change to memory's file; all of it or nothing. */
    @FunctionalInterface
    interface Change<T> {
        T to(Tables tables) throws MemoryException;
    }

    /** Something to do while nobody waits, a little at a time; false when there is nothing. */
    @FunctionalInterface
    interface Upkeep {
        boolean step() throws IOException, MemoryException, InterruptedException;
    }

    private record Waiting<T>(Change<T> change, CompletableFuture<T> answer) {}

    private final MemoryFile file;
    private final IndexKeeper index;
    private final List<Upkeep> upkeep;
    private final LinkedBlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    EmbedThread(MemoryFile file, IndexKeeper index, List<Upkeep> upkeep) {
        this.file = file;
        this.index = index;
        this.upkeep = new ArrayList<>(upkeep);
        this.thread = Thread.ofPlatform().name("embed").daemon().start(this::work);
    }

    /** Returns when the change is kept and found. An interrupted caller's change is dropped, or done if it had begun. */
    <T> T call(Change<T> change) throws MemoryException, InterruptedException {
        Waiting<T> waiting = new Waiting<>(change, new CompletableFuture<>());
        queue.add(waiting);
        if (closed) {
            waiting.answer().completeExceptionally(new IllegalStateException("memory is closed"));
        }
        try {
            return waiting.answer().get();
        } catch (InterruptedException e) {
            waiting.answer().cancel(false);
            throw e;
        } catch (ExecutionException e) {
            throw asMemoryException(e.getCause());
        }
    }

    /** Has the thread look about. Returns at once. */
    private void nudge() {
        queue.add(new Waiting<>(_ -> null, new CompletableFuture<>()));
    }

    static MemoryException asMemoryException(Throwable cause) {
        return switch (cause) {
            case MemoryException said -> said;
            case IllegalArgumentException refused -> new MemoryException(Kind.REFUSED, refused.getMessage(), refused);
            default -> new MemoryException(Kind.AWAY, "memory does not answer: " + cause.getClass().getSimpleName(), cause);
        };
    }

    private void work() {
        var batch = new ArrayList<Waiting<?>>();
        boolean idle = false;
        while (!closed) {
            try {
                Waiting<?> first = idle ? queue.take() : queue.poll();
                if (first == null) {
                    idle = !keepUp();
                    continue;
                }
                batch.add(first);
            } catch (InterruptedException e) {
                continue; // Only close() ends this thread.
            }
            queue.drainTo(batch);
            batch.removeIf(waiting -> waiting.answer().isDone());
            carryOut(batch);
            batch.clear();
            idle = false;
        }
        queue.forEach(left -> left.answer().completeExceptionally(new IllegalStateException("memory is closed")));
    }

    /** A step of the first upkeep that has something to do. One that fails is left alone until the next start. */
    private boolean keepUp() {
        for (Upkeep one : List.copyOf(upkeep)) {
            try {
                if (one.step()) {
                    return true;
                }
            } catch (IOException | MemoryException | RuntimeException e) {
                LOG.log(Level.WARNING, "something of memory's upkeep failed and is tried again at the next start", e);
                upkeep.remove(one);
            } catch (InterruptedException e) {
                return false;
            }
        }
        return false;
    }

    private void carryOut(List<Waiting<?>> batch) {
        var answers = new ArrayList<Runnable>();
        try {
            file.write(tables -> {
                batch.forEach(waiting -> answers.add(change(tables, waiting)));
                return null;
            });
        } catch (Throwable e) { // Also an Error: those who wait must not wait for ever.
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
            return;
        }
        try {
            index.catchUp();
            erase();
        } catch (IOException | RuntimeException e) {
            // What was acknowledged stands in the file; the index is brought up with the next change or start.
            LOG.log(Level.WARNING, "memory's index could not be written", e);
        }
        answers.forEach(Runnable::run);
    }

    private <T> Runnable change(Tables tables, Waiting<T> waiting) {
        tables.handle().savepoint("change");
        try {
            T result = waiting.change().to(tables);
            tables.handle().releaseSavepoint("change");
            return () -> waiting.answer().complete(result);
        } catch (MemoryException | RuntimeException e) {
            tables.handle().rollbackToSavepoint("change");
            return () -> waiting.answer().completeExceptionally(e);
        }
    }

    /** Overwrites the traces of what was forgotten, where there are some; harmless when repeated. */
    boolean erase() throws IOException {
        if (!index.ready() || !file.read(tables -> tables.identity().erasing())) {
            return false;
        }
        index.expunge();
        if (!file.erase()) {
            LOG.log(Level.INFO, "memory's log is emptied with the next change: somebody is reading it");
            return false;
        }
        file.write(tables -> {
            tables.identity().erasing(false);
            return null;
        });
        return true;
    }

    /** Lets the changes in hand be kept first, and waits for that even when interrupted. */
    @Override
    public void close() {
        closed = true;
        nudge();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
