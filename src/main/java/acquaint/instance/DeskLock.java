package acquaint.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to write a data directory. The operating system holds the lock and gives it back when this process ends,
 * however it ends; the file itself is never removed, since removing it would let two programs lock two files.
 */
public final class DeskLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private DeskLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock on {@code directory}, which must exist; empty while another program, or another part of this one, has it. */
    public static Optional<DeskLock> acquire(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("desk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new DeskLock(channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            // Held by this same process: the answer is the same as for any other.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        }
    }
}
