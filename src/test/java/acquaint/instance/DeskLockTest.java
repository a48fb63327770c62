package acquaint.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeskLockTest {

    @TempDir
    Path directory;

    @Test
    void onlyOneHoldsTheLockAndTheNextMayTakeItAfterwards() throws Exception {
        try (var _ = DeskLock.acquire(directory).orElseThrow()) {
            assertEquals(Optional.empty(), DeskLock.acquire(directory));
        }
        try (var _ = DeskLock.acquire(directory).orElseThrow()) {
            assertEquals(Optional.empty(), DeskLock.acquire(directory));
        }
    }

    @Test
    void aKilledProgramLeavesTheLockFree() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), Holder.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals('1', other.getInputStream().read(), "the other process holds the lock");
        assertTrue(DeskLock.acquire(directory).isEmpty());
        other.destroyForcibly();
        assertTrue(other.waitFor(20, TimeUnit.SECONDS));
        DeskLock.acquire(directory).orElseThrow().close();
    }

    /** Holds the lock in a process of its own until that is killed. */
    static final class Holder {

        public static void main(String[] arguments) throws Exception {
            var lock = DeskLock.acquire(Path.of(arguments[0])).orElseThrow();
            System.out.print(1);
            System.out.flush();
            Thread.currentThread().join();
            lock.close();
        }
    }
}
