package acquaint.memory.local;

import acquaint.memory.MemoryException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking a server of embeddings: {@code problem} is empty where it works, and then vectors have {@code
 * dimensions} and a question {@code took} so long. {@code detail} is plain words for the command line and the log.
 */
public record EmbeddingsCheck(Optional<EmbeddingsProblem> problem, int dimensions, Duration took, String detail) {

    /** The first question may have the server load its model; the second is as fast as those that follow. */
    public static EmbeddingsCheck of(Embeddings server) throws InterruptedException {
        try {
            server.of(List.of("The kettle leaks."));
            long begin = System.nanoTime();
            int dimensions = server.of(List.of("Does the pot still drip?")).getFirst().length;
            return new EmbeddingsCheck(Optional.empty(), dimensions, Duration.ofNanos(System.nanoTime() - begin), "");
        } catch (EmbeddingsException e) {
            return new EmbeddingsCheck(Optional.of(e.problem()), 0, Duration.ZERO, e.getMessage());
        } catch (MemoryException e) {
            return new EmbeddingsCheck(Optional.of(EmbeddingsProblem.FAULT), 0, Duration.ZERO, String.valueOf(e.getMessage()));
        }
    }

    /** Whether it works, and takes longer than a question waits: then questions are found by their words. */
    public boolean isSlow() {
        return problem.isEmpty() && took.compareTo(EmbeddingService.QUESTION) > 0;
    }
}
