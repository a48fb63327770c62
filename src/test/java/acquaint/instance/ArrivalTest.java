package acquaint.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ArrivalTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private static final FirstInstance.Handler DEAF = new FirstInstance.Handler() {

        @Override
        public void toFront() {}

        @Override
        public boolean givesWay(String version) {
            return false;
        }

        @Override
        public int run(Invocation command, PrintWriter out, PrintWriter err) {
            return 0;
        }
    };

    @Test
    void theFirstGetsTheLockAndTheSecondAConnection() throws Exception {
        var first = assertInstanceOf(Arrival.First.class, Arrival.at(directory, LONG));
        try (var _ = first.lock(); var _ = FirstInstance.listen(directory, DEAF)) {
            var second = assertInstanceOf(Arrival.Second.class, Arrival.at(directory, LONG));
            second.other().toFront();
            second.other().close();
        }
        assertInstanceOf(Arrival.First.class, Arrival.at(directory, LONG)).lock().close();
    }

    @Test
    void aLockThatNobodyAnswersForIsSaidToBeSo() throws Exception {
        try (var _ = DeskLock.acquire(directory).orElseThrow()) {
            assertEquals(new Arrival.Unanswered(), Arrival.at(directory, Duration.ofMillis(1)));
        }
    }

    @Test
    void anArrivalWaitsForTheOneBeforeToEnd() throws Exception {
        var lock = DeskLock.acquire(directory).orElseThrow();
        var waiting = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try (lock) {
                waiting.await();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertEquals(new Arrival.Unanswered(), Arrival.at(directory, Duration.ZERO));
        waiting.countDown();
        assertInstanceOf(Arrival.First.class, Arrival.at(directory, LONG)).lock().close();
    }
}
