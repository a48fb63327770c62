package acquaint.memory.everos;

import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Lets one thread at a time work on a session. Two sessions may share a lock, which costs some waiting and nothing else. */
final class Locks {

    /** Gives the session free. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private static final int COUNT = 64;

    private final ReentrantLock[] locks = Stream.generate(ReentrantLock::new).limit(COUNT).toArray(ReentrantLock[]::new);

    Held enter(SessionKey session) throws InterruptedException {
        ReentrantLock lock = locks[Math.floorMod(session.hashCode(), COUNT)];
        lock.lockInterruptibly();
        return lock::unlock;
    }
}
