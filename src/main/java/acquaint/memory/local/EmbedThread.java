package acquaint.memory.local;

import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The platform thread {@code embed}, which does all writing: nobody interrupts it, while those who wait for it may be
 * interrupted at any time. All changes that wait together share one transaction and one commit of the index. While nobody
 * waits it does what is left to do, such as a new index; it never asks a model, which may be slow.
 */
final class EmbedThread implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbedThread.class.getName());
    private static final int ERASE_ATTEMPTS = 40;
    private static final Duration ERASE_PAUSE = Duration.ofMillis(50);
    private static final Duration ERASE_AGAIN = Duration.ofSeconds(2);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

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
    /** Of the writing thread: how often something was forgotten that has traces yet, when they are overwritten, and for how much of it the file was written anew; -1 where nobody has looked. */
    private int toErase = -1;
    private long eraseAt = System.nanoTime();
    private int rewritten;
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
                Waiting<?> first = next(idle);
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
        if (toErase != 0 && System.nanoTime() - eraseAt >= 0) {
            try {
                erase();
            } catch (Throwable e) { // Also an Error: without this thread nothing is remembered.
                LOG.log(Level.WARNING, "what was forgotten is not overwritten yet; this is tried again", e);
            }
        }
        for (Upkeep one : List.copyOf(upkeep)) {
            try {
                if (one.step()) {
                    return true;
                }
            } catch (InterruptedException e) {
                return false;
            } catch (Throwable e) { // Also an Error: without this thread nothing is remembered.
                LOG.log(Level.WARNING, "something of memory's upkeep failed and is tried again at the next start", e);
                upkeep.remove(one);
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
            int before = toErase;
            toErase = file.read(tables -> tables.identity().erasing());
            index.catchUp();
            // Only who forgets waits for it; what somebody still reads is tried again while nobody waits.
            for (int attempt = 1; toErase > before && !erase() && attempt < ERASE_ATTEMPTS; attempt++) {
                Thread.sleep(ERASE_PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // Also an Error: without this thread nothing is remembered.
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

    /** Overwrites the traces of what was forgotten; true when there are none left. Harmless when repeated. */
    private boolean erase() throws IOException {
        toErase = file.read(tables -> tables.identity().erasing());
        if (toErase == 0) {
            return true;
        }
        eraseAt = System.nanoTime() + AFTER_TROUBLE.toNanos();
        if (toErase != rewritten) {
            if (index.ready()) {
                index.expunge();
            } else {
                index.startOver();
            }
            file.rewrite();
            rewritten = toErase;
        }
        if (!file.erase()) {
            eraseAt = System.nanoTime() + ERASE_AGAIN.toNanos();
            return false;
        }
        file.write(tables -> {
            tables.identity().erased();
            return null;
        });
        rewritten = 0;
        toErase = 0;
        return true;
    }

    /** The first wait: what could not be erased, because somebody was reading it, is tried again soon. */
    private Waiting<?> next(boolean idle) throws InterruptedException {
        if (!idle) {
            return queue.poll();
        }
        return toErase != 0 ? queue.poll(ERASE_AGAIN.toMillis(), TimeUnit.MILLISECONDS) : queue.take();
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
