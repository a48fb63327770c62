package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.MemoryException;
import acquaint.memory.local.LocalMemory;
import acquaint.model.CustomerId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class OpeningMemoryTest {

    private static final CustomerId ANA = new CustomerId("ana");

    @TempDir
    Path directory;

    private OpeningMemory memory() {
        return new OpeningMemory(() -> LocalMemory.open(directory.resolve("memory")));
    }

    @Test
    void nothingIsOpenedUntilItIsAskedFor() {
        var memory = memory();
        assertFalse(memory.health().well());
        memory.close();
        assertFalse(Files.exists(directory.resolve("memory")));
        assertEquals(MemoryException.Kind.AWAY, assertThrows(MemoryException.class, () -> memory.profile(ANA)).kind());
    }

    @Test
    void theFirstQuestionWaitsForTheOpening() throws Exception {
        try (var memory = memory()) {
            assertEquals(List.of(), memory.profile(ANA));
            assertTrue(memory.health().well(), memory.health().detail());
        }
    }

    @Test
    void aQuestionWaitingForTheOpeningCanBeCancelledAndTheNextIsAnswered() throws Exception {
        var release = new CountDownLatch(1);
        try (var memory = new OpeningMemory(() -> {
            awaitQuietly(release);
            return LocalMemory.open(directory.resolve("memory"));
        })) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> memory.profile(ANA));
            release.countDown();
            assertEquals(List.of(), memory.profile(ANA));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whyItCouldNotBeOpenedIsSaidAtEachCall() {
        var memory = new OpeningMemory(() -> {
            throw new MemoryException(MemoryException.Kind.REFUSED, "a newer version wrote it");
        });
        for (int i = 0; i < 2; i++) {
            var failure = assertThrows(MemoryException.class, () -> memory.profile(ANA));
            assertEquals(MemoryException.Kind.REFUSED, failure.kind());
            assertEquals("a newer version wrote it", failure.getMessage());
        }
        memory.close();
    }
}
