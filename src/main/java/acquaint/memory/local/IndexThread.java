package acquaint.memory.local;

import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * The platform thread {@code embed}, which does all index writes: nobody interrupts it, while those who wait for it may be
 * interrupted at any time. All changes that wait together share one commit, so that eight callers do not pay for eight.
 */
final class IndexThread implements AutoCloseable {

    /** A change to the index; it must be harmless when repeated, and leave nothing half done when it throws. */
    @FunctionalInterface
    interface Change<T> {
        T to(MemoryIndex index) throws IOException, MemoryException;
    }

    private record Waiting<T>(Change<T> change, CompletableFuture<T> answer) {}

    private final MemoryIndex index;
    private final LinkedBlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    IndexThread(MemoryIndex index) {
        this.index = index;
        this.thread = Thread.ofPlatform().name("embed").daemon().start(this::work);
    }

    /** Returns when the change is committed. An interrupted caller's change is dropped, or done if it had begun. */
    <T> T call(Change<T> change) throws MemoryException, InterruptedException {
        Waiting<T> waiting = new Waiting<>(change, new CompletableFuture<>());
        queue.add(waiting);
        if (closed) {
            waiting.answer().completeExceptionally(new AlreadyClosedException("memory is closed"));
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

    static MemoryException asMemoryException(Throwable cause) {
        return switch (cause) {
            case MemoryException said -> said;
            case IllegalArgumentException refused -> new MemoryException(Kind.REFUSED, refused.getMessage(), refused);
            default -> new MemoryException(Kind.AWAY, "the memory's index does not answer: " + cause.getClass().getSimpleName(), cause);
        };
    }

    private void work() {
        List<Waiting<?>> batch = new ArrayList<>();
        while (!closed) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                continue; // Only close() ends this thread.
            }
            queue.drainTo(batch);
            batch.removeIf(waiting -> waiting.answer().isDone());
            carryOut(batch);
            batch.clear();
        }
        queue.forEach(left -> left.answer().completeExceptionally(new AlreadyClosedException("memory is closed")));
    }

    private void carryOut(List<Waiting<?>> batch) {
        List<Runnable> answers = new ArrayList<>();
        try {
            index.ensureOpen();
            for (Waiting<?> waiting : batch) {
                answers.add(change(waiting));
            }
            index.commit();
            answers.forEach(Runnable::run);
        } catch (Throwable e) { // Also an Error: those who wait must not wait for ever.
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
        }
    }

    private <T> Runnable change(Waiting<T> waiting) {
        try {
            T result = waiting.change().to(index);
            return () -> waiting.answer().complete(result);
        } catch (IOException | MemoryException | RuntimeException e) {
            return () -> waiting.answer().completeExceptionally(e);
        }
    }

    /** Lets the changes in hand be committed first, and waits for that even when interrupted. */
    @Override
    public void close() {
        closed = true;
        queue.add(new Waiting<>(ignored -> null, new CompletableFuture<>()));
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
