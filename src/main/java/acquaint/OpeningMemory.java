package acquaint;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.Forgetting;
import acquaint.memory.Health;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.Receipt;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The memory in use. It is opened on the first call, on a thread of its own, so that neither a start nor a command that
 * needs no memory waits for it. Calls wait until it is open; where it could not be opened, each says why. Another may take
 * its place while the program runs.
 */
final class OpeningMemory implements CustomerMemory {

    /** Opens the memory behind this one. */
    interface Opening {
        CustomerMemory open() throws MemoryException;
    }

    /** One engine on its way from closed to open. */
    private record Engine(FutureTask<CustomerMemory> opening, AtomicBoolean started) {

        static Engine of(Opening opening) {
            return new Engine(new FutureTask<>(opening::open), new AtomicBoolean());
        }

        /** A platform thread, since an interrupt of the caller must not close files in mid-opening. */
        void start() {
            if (started.compareAndSet(false, true)) {
                Thread.ofPlatform().daemon().name("embed-opening").start(opening);
            }
        }

        /** Waits for an opening that has begun: half open, it could not be closed. */
        void close() {
            if (started.compareAndSet(false, true)) {
                opening.cancel(false);
                return;
            }
            try {
                opening.get().close();
            } catch (ExecutionException | CancellationException e) {
                // It was never opened, or closed before: nothing is left to close.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final AtomicReference<Engine> engine;

    OpeningMemory(Opening opening) {
        this.engine = new AtomicReference<>(Engine.of(opening));
    }

    /** Begins to open; returns at once. */
    void start() {
        engine.get().start();
    }

    /** Puts another memory into the place of this one, which is closed first: both may be the same files. */
    void exchange(Opening next) {
        engine.get().close();
        Engine fresh = Engine.of(next);
        engine.set(fresh);
        fresh.start();
    }

    /** The memory behind this one. */
    CustomerMemory engine() throws MemoryException, InterruptedException {
        return opened();
    }

    private CustomerMemory opened() throws MemoryException, InterruptedException {
        Engine now = engine.get();
        now.start();
        try {
            return now.opening().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MemoryException why) {
                throw new MemoryException(why.kind(), why.getMessage(), e);
            }
            throw new MemoryException(MemoryException.Kind.AWAY, "memory could not be opened", e);
        } catch (CancellationException e) {
            throw new MemoryException(MemoryException.Kind.AWAY, "memory is closed", e);
        }
    }

    @Override
    public Kept remember(CustomerId customer, SessionId session, List<Utterance> utterances)
            throws MemoryException, InterruptedException {
        return opened().remember(customer, session, utterances);
    }

    @Override
    public FlushResult flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        return opened().flush(customer, session);
    }

    @Override
    public boolean recallable(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        return opened().recallable(customer, session);
    }

    @Override
    public Recall recall(RecallRequest request) throws MemoryException, InterruptedException {
        return opened().recall(request);
    }

    @Override
    public List<Episode> episodes(CustomerId customer, int offset, int limit) throws MemoryException, InterruptedException {
        return opened().episodes(customer, offset, limit);
    }

    @Override
    public List<ProfileItem> profile(CustomerId customer) throws MemoryException, InterruptedException {
        return opened().profile(customer);
    }

    @Override
    public ProfileItem correct(CustomerId customer, String itemId, String text) throws MemoryException, InterruptedException {
        return opened().correct(customer, itemId, text);
    }

    @Override
    public ProfileItem mark(CustomerId customer, String itemId, ProfileItem.Mark mark, boolean on) throws MemoryException, InterruptedException {
        return opened().mark(customer, itemId, mark, on);
    }

    @Override
    public Receipt forget(Forgetting what) throws MemoryException, InterruptedException {
        return opened().forget(what);
    }

    @Override
    public List<Episode> precedents(RecallRequest request) throws MemoryException, InterruptedException {
        return opened().precedents(request);
    }

    @Override
    public Health health() {
        FutureTask<CustomerMemory> opening = engine.get().opening();
        return switch (opening.state()) {
            case RUNNING -> new Health(false, "being opened");
            case SUCCESS -> opening.resultNow().health();
            case FAILED -> new Health(false, String.valueOf(opening.exceptionNow().getMessage()));
            case CANCELLED -> new Health(false, "closed");
        };
    }

    @Override
    public void close() {
        engine.get().close();
    }
}
