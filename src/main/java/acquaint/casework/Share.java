package acquaint.casework;

import acquaint.memory.MemoryException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The memory while it is shared at one door. Whoever opened it closes it; it may end by itself before. Any thread. */
public final class Share implements AutoCloseable {

    /** Why sharing ended. */
    public enum Ending { CLOSED, ANOTHER_MEMORY, PROGRAM_ENDS }

    private final MemorySharing.Opening opening;
    private final Consumer<Share> closing;
    private final CountDownLatch ended = new CountDownLatch(1);
    private SharingDoor door;
    private String key;
    private Optional<MemorySharing.Server> server = Optional.empty();
    private volatile URI url;
    private volatile Ending ending;

    /** {@code closing} is what the caller's {@link #close} does. All else is done under the lock of {@link MemorySharing}. */
    Share(SharingDoor door, String key, MemorySharing.Opening opening, Consumer<Share> closing) {
        this.door = door;
        this.key = key;
        this.opening = opening;
        this.closing = closing;
    }

    /** Where programs find it. */
    public URI url() {
        return url;
    }

    /** Waits until sharing ends, and says why; at most so long, and then it goes on and the answer is empty. */
    public Optional<Ending> await(Duration most) throws InterruptedException {
        return ended.await(most.toMillis(), TimeUnit.MILLISECONDS) ? Optional.of(ending) : Optional.empty();
    }

    SharingDoor door() {
        return door;
    }

    boolean asksFor(String name) {
        return key.equals(name);
    }

    void askFor(String name) {
        key = name;
    }

    void open() throws IOException, MemoryException, InterruptedException {
        MemorySharing.Server opened = opening.open(door, key);
        server = Optional.of(opened);
        url = opened.url();
        if (door.port() == 0) {
            // A free port that was taken once is kept, for programs have been told of it.
            door = door.at(url.getPort());
        }
    }

    void pause() {
        server.ifPresent(MemorySharing.Server::close);
        server = Optional.empty();
    }

    void end(Ending why) {
        pause();
        if (ending == null) {
            ending = why;
        }
        ended.countDown();
    }

    @Override
    public void close() {
        closing.accept(this);
    }
}
