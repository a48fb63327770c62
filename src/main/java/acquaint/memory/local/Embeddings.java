package acquaint.memory.local;

import acquaint.memory.MemoryException;
import java.util.List;

/**
 * Says what texts mean, as vectors that can be compared with those of the same {@link #space}. Calls block, may come from
 * any platform thread, and take some milliseconds a text.
 */
public interface Embeddings extends AutoCloseable {

    /** Names the model: vectors of different spaces have nothing to do with each other. */
    String space();

    /** What cosines in this space mean. */
    Closeness closeness();

    /** Whether what is written in this language can be told; all languages, unless a model says otherwise. */
    default boolean knows(Language language) {
        return true;
    }

    /** One vector for each text, in the same order. */
    List<float[]> of(List<String> texts) throws MemoryException, InterruptedException;

    @Override
    void close();
}
