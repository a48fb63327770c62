package acquaint.memory.local;

import static acquaint.memory.CustomerMemoryContract.ANA;
import static acquaint.memory.CustomerMemoryContract.BEN;
import static acquaint.memory.CustomerMemoryContract.FIRST;
import static acquaint.memory.CustomerMemoryContract.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.FlushResult;
import acquaint.memory.ProfileItem;
import acquaint.memory.RecallRequest;
import acquaint.memory.Utterance;
import acquaint.model.MessageId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What version 0.1 kept (memory-0.1.zip was written by it) is taken over. */
class FormerIndexTest {

    @TempDir
    Path home;

    @BeforeEach
    void unpack() throws Exception {
        try (var zip = new ZipInputStream(FormerIndexTest.class.getResourceAsStream("/memory-0.1.zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, home.resolve(entry.getName()));
            }
        }
    }

    @Test
    void everythingIsThereAndTheOldFilesAreGone() throws Exception {
        for (int start = 1; start <= 2; start++) {
            try (LocalMemory memory = LocalMemory.open(home)) {
                assertEquals(List.of("Anna"), memory.profile(ANA).stream().map(ProfileItem::text).toList(), "corrected, and the forgotten address is not back");
                assertEquals(List.of(SECOND, FIRST), memory.episodes(ANA, 0, 10).stream().map(episode -> episode.session()).toList());
                assertEquals(SECOND, memory.recall(new RecallRequest(ANA, "burning toaster", Optional.empty(), 5)).passages().getFirst().session());
                assertEquals(List.of(), memory.episodes(BEN, 0, 10));
            }
            Kept kept = Kept.in(home);
            assertEquals(4, kept.utterances().size());
            assertEquals(kept.stored(), kept.indexed());
        }
        try (Stream<Path> files = Files.list(home)) {
            assertEquals(List.of("index", "store.db"), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void whatWasForgottenDoesNotComeBack() throws Exception {
        try (LocalMemory memory = LocalMemory.open(home)) {
            var said = new Utterance(new MessageId("m5"), Utterance.Speaker.CUSTOMER, "Ben", Instant.EPOCH, "Forget me.");
            assertEquals(acquaint.memory.Kept.BUFFERED, memory.remember(BEN, FIRST, List.of(said)));
            assertEquals(FlushResult.NOTHING_NEW, memory.flush(BEN, FIRST));
        }
    }

    @Test
    void whatCannotBeReadIsLeftWhereItIs() throws Exception {
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("_")).toList()) {
                Files.write(file, new byte[] {1});
            }
        }
        try (LocalMemory memory = LocalMemory.open(home)) {
            assertTrue(memory.health().well());
            assertEquals(List.of(), memory.profile(ANA));
        }
        try (Stream<Path> files = Files.list(home)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("segments_")));
        }
    }
}
