package acquaint.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** Up to {@link #MOST} connections that read beside the writer; each is opened when it is first needed. Thread-safe. */
final class Readers {

    /** A reader for the window, one for the queue's background reading, one for the outbox and one to spare. */
    static final int MOST = 4;

    private final Path file;
    private final Semaphore permits = new Semaphore(MOST);
    private final Deque<Link> idle = new ArrayDeque<>();
    private volatile boolean closed;

    Readers(Path file) {
        this.file = file;
    }

    Link take() throws SQLException {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException("the desk is closed");
            }
            Link link = pollIdle();
            return link != null ? link : new Link(Connections.reading(file), "BEGIN");
        } catch (SQLException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    void giveBack(Link link) {
        synchronized (idle) {
            idle.push(link);
        }
        permits.release();
    }

    /** Waits for readers at work, then closes all. */
    void close() throws SQLException {
        permits.acquireUninterruptibly(MOST);
        for (Link link = pollIdle(); link != null; link = pollIdle()) {
            link.close();
        }
        closed = true;
        permits.release(MOST);
    }

    private Link pollIdle() {
        synchronized (idle) {
            return idle.poll();
        }
    }
}
