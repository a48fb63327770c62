package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.bench.ProfileLabels;
import acquaint.bench.ProfileLabels.Score;
import acquaint.memory.SharedConversations;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floors are what was measured, less a little. */
class ProfileLabelsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsLearnedIsWhatACarefulReaderWouldKeep() throws Exception {
        try (var memory = LocalMemory.open(folder.resolve("memory"))) {
            ProfileLabels labels = ProfileLabels.learn(memory, SharedConversations.all());

            Score all = labels.score("ab", _ -> true);
            assertTrue(all.marked() > 150 && all.precision() >= 0.93 && all.recall() >= 0.94, all.toString());
            Score keptAside = labels.score("b", _ -> true);
            assertTrue(keptAside.precision() >= 0.9 && keptAside.recall() >= 0.9, keptAside.toString());
        }
    }
}
