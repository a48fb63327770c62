package acquaint.casework;

import acquaint.memory.MemoryException;
import acquaint.settings.MemoryChoice;
import acquaint.settings.SettingsFile;
import acquaint.settings.Sharing;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Shares the embedded memory with other programs: by the switch in the settings, on this computer, and by commands. Only the
 * memory in use is shared, and nobody reaches it while another takes its place. Blocks; safe for several threads.
 */
public final class MemorySharing implements AutoCloseable {

    /** Knows the server itself; the start of the program implements it. */
    public interface Opening {

        /** {@link BindException} where the port cannot be had. */
        Server open(SharingDoor door, String key) throws IOException, MemoryException, InterruptedException;
    }

    /** Answers other programs until it is closed; the memory stays open. */
    public interface Server extends AutoCloseable {

        URI url();

        @Override
        void close();
    }

    /** What came of the switch. */
    public enum State {
        OFF, STARTING, ON,
        /** Another program listens at this port. */
        PORT_TAKEN,
        /** The system does not let this program listen there. */
        PORT_REFUSED,
        /** Neither keychain nor file gave the key, or took one. */
        NO_KEY,
        /** The memory could not be opened. */
        NO_MEMORY,
        /** The desk remembers at a service, which other programs ask by themselves. */
        ELSEWHERE
    }

    /** What the switch is set to, what came of it, and the address while it is on. */
    public record Status(State state, Sharing choice, Optional<URI> url) {

        /** Whether the memory should be shared and is not. */
        public boolean isTrouble() {
            return switch (state) {
                case PORT_TAKEN, PORT_REFUSED, NO_KEY, NO_MEMORY -> true;
                case OFF, STARTING, ON, ELSEWHERE -> false;
            };
        }
    }

    /** Puts another memory in the place of the one in use. */
    interface Exchange {
        void run() throws IOException, InterruptedException;
    }

    private static final System.Logger LOG = System.getLogger(MemorySharing.class.getName());

    private final SettingsFile file;
    private final SharingKeys keys;
    private final Shares shares;
    private final Permissions permissions;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Status>> listeners = new CopyOnWriteArrayList<>();
    private Optional<Share> own = Optional.empty();
    private volatile Status status;
    private volatile Optional<String> unseenKey = Optional.empty();

    /** {@code choice} is what the settings say; {@code inUse} says which memory the desk works with, and is asked from {@link #begin} on. */
    public MemorySharing(Sharing choice, SettingsFile file, SharingKeys keys, Opening opening, Supplier<MemoryChoice> inUse, Permissions permissions) {
        this.file = file;
        this.permissions = permissions;
        this.keys = keys;
        this.shares = new Shares(opening, inUse);
        this.status = new Status(State.OFF, choice, Optional.empty());
    }

    public SharingKeys keys() {
        return keys;
    }

    /** Does not block. */
    public Status status() {
        return status;
    }

    /** {@code listener} is called on whichever thread changes something, and must not block. */
    public void listen(Consumer<Status> listener) {
        listeners.add(listener);
    }

    public void forget(Consumer<Status> listener) {
        listeners.remove(listener);
    }

    /** The key that was made up for the switch, until somebody has seen it. Does not block. */
    public Optional<String> unseenKey() {
        return unseenKey;
    }

    /** The key was shown; it is not told again. */
    public void keySeen() {
        unseenKey = Optional.empty();
    }

    /** Shares the memory from the program's start on, where the settings say so. What hinders it is a state. */
    public void begin() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            restart(status.choice());
        } finally {
            lock.unlock();
        }
    }

    /** Takes effect at once and at each start. What hinders it is a state; a choice that cannot be saved is a failure, and changes nothing. */
    public void choose(Sharing choice) throws IOException, InterruptedException {
        permissions.require(Permission.CHANGE_SHARING);
        lock.lockInterruptibly();
        try {
            file.change(all -> all.withSharing(choice));
            restart(choice);
        } finally {
            lock.unlock();
        }
    }

    /** Makes up another key; programs that name the former one are refused from now on. */
    public void renewKey() throws IOException, InterruptedException {
        permissions.require(Permission.CHANGE_SHARING);
        lock.lockInterruptibly();
        try {
            String former = keys.take().value();
            String key = keys.renew().value();
            unseenKey = Optional.of(key);
            shut();
            shares.renew(former, key);
            restart(status.choice());
        } finally {
            lock.unlock();
        }
    }

    /** Shares the memory for a caller who closes the answer. {@link AlreadyShared}, or {@link BindException} where others have the port. */
    public Share serve(SharingDoor door, String key) throws IOException, MemoryException, InterruptedException {
        permissions.require(Permission.CHANGE_SHARING);
        lock.lockInterruptibly();
        try {
            return shares.add(door, key, this::end);
        } finally {
            lock.unlock();
        }
    }

    private void end(Share share) {
        lock.lock();
        try {
            shares.end(share, Share.Ending.CLOSED);
        } finally {
            lock.unlock();
        }
    }

    /** Shuts every door while {@code exchange} is under way, and opens them again where the embedded memory is still behind them. */
    void paused(Exchange exchange) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            shut();
            shares.pause();
            try {
                exchange.run();
            } finally {
                shares.goOn();
                restart(status.choice());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Shuts the switch's own door, and opens one where it is on. */
    private void restart(Sharing choice) {
        shut();
        if (!shares.isPossible() || !choice.on()) {
            tell(new Status(shares.isPossible() ? State.OFF : State.ELSEWHERE, choice, Optional.empty()));
            return;
        }
        tell(new Status(State.STARTING, choice, Optional.empty()));
        State state = start(choice);
        tell(new Status(state, choice, own.map(Share::url)));
    }

    private void shut() {
        own.ifPresent(share -> shares.end(share, Share.Ending.CLOSED));
        own = Optional.empty();
    }

    private State start(Sharing choice) {
        SharingKeys.Key key;
        try {
            key = keys.take();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "there is no key to share the memory with", e);
            return State.NO_KEY;
        }
        if (key.fresh()) {
            unseenKey = Optional.of(key.value());
        }
        try {
            own = Optional.of(shares.add(SharingDoor.here(choice.dialect(), choice.port()), key.value(), this::end));
            return State.ON;
        } catch (AlreadyShared e) {
            return State.PORT_TAKEN;
        } catch (IOException e) {
            LOG.log(Level.INFO, "the memory is not shared", e);
            // The JDK has one exception for both and tells them apart by these words alone.
            return String.valueOf(e.getMessage()).contains("in use") ? State.PORT_TAKEN : State.PORT_REFUSED;
        } catch (MemoryException e) {
            LOG.log(Level.INFO, "the memory is not shared", e);
            return State.NO_MEMORY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return State.NO_MEMORY;
        }
    }

    private void tell(Status next) {
        status = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** The program ends: nothing is shared any more, and nothing will be. */
    @Override
    public void close() {
        lock.lock();
        try {
            shares.close();
        } finally {
            lock.unlock();
        }
    }
}
