package acquaint.memory.everos;

import java.util.List;

/**
 * Messages of one session, in order, 1 to {@value #MOST}. {@code async} asks for an answer before they are worked on,
 * where the dialect knows the difference.
 */
public record Batch(String userId, String sessionId, List<Turn> turns, boolean async) {

    /** As many as one add takes in every dialect. */
    public static final int MOST = 500;

    public Batch {
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.size() > MOST) {
            throw new IllegalArgumentException("a batch holds 1 to " + MOST + " messages, not " + turns.size());
        }
    }
}
