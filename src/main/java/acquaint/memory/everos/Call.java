package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One request in a dialect's words, and how its answer is read. {@code path} begins with a slash and holds the query.
 * A call with {@code effect} {@link Effect#ONCE} must never be sent again by itself.
 */
public record Call<T>(Method method, String path, Optional<JsonNode> body, Effect effect, Reading<T> reading) {

    public enum Method { GET, POST, PUT, PATCH, DELETE }

    /** What repeating a call does. */
    public enum Effect {
        /** Reads only. */
        NONE,
        /** Writes, and may be repeated: a flush, a deletion, a tag. */
        REPEATABLE,
        /** Writes, and writes again when repeated: messages, profile edits. */
        ONCE
    }

    /** Makes a neutral value of an answer of status 2xx; throws {@link UnreadableAnswer} where that cannot be. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Answer answer) throws UnreadableAnswer;
    }

    /** The answer is JSON and not what the contract says. */
    public static final class UnreadableAnswer extends Exception {
        public UnreadableAnswer(String message) {
            super(message);
        }
    }
}
