package acquaint.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How a program finds a data directory when it comes to it. */
public sealed interface Arrival {

    /** Nobody was here: the lock is ours. */
    record First(DeskLock lock) implements Arrival {}

    /** A window is open on it and listens. */
    record Second(OtherInstance other) implements Arrival {}

    /** Somebody holds the lock and nobody listens: a command at work, or a program that hangs. */
    record Unanswered() implements Arrival {}

    /** Tries for as long as {@code patience}, since a command holds the lock only while it works. An interrupt cancels. */
    static Arrival at(Path directory, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<DeskLock> lock = DeskLock.acquire(directory);
            if (lock.isPresent()) {
                return new First(lock.get());
            }
            Optional<OtherInstance> other = OtherInstance.connect(directory);
            if (other.isPresent()) {
                return new Second(other.get());
            }
            if (System.nanoTime() - end > 0) {
                return new Unanswered();
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }
}
