package acquaint.memory.local;

import acquaint.memory.MemoryException;
import java.time.Duration;
import java.util.List;

/**
 * Says what texts mean, as vectors that can be compared with those of the same {@link #space} and length. Calls block, may
 * come from any platform thread, and take some milliseconds a text, or longer where a server is asked.
 */
public interface Embeddings extends AutoCloseable {

    /** Names the model and where it runs: vectors of different spaces have nothing to do with each other. */
    String space();

    /** What cosines in this space mean. */
    Closeness closeness();

    /** Whether what is written in this language can be told; all languages, unless a model says otherwise. */
    default boolean knows(Language language) {
        return true;
    }

    /** How many texts are best told in one call. */
    default int portion() {
        return 8;
    }

    /** How long a question waits for its vector before it is answered by its words. */
    default Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** How long to leave it alone after failures. */
    default Backoff backoff() {
        return Backoff.USUAL;
    }

    /** One vector for each text, in the same order, all of one length. An interrupt ends it at once. */
    List<float[]> of(List<String> texts) throws MemoryException, InterruptedException;

    @Override
    void close();
}
