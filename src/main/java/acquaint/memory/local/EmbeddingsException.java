package acquaint.memory.local;

import acquaint.memory.MemoryException;
import java.time.Duration;
import java.util.Optional;

/** A server of embeddings did not tell vectors. The message is plain words for the log and never holds a key. */
public final class EmbeddingsException extends MemoryException {

    private final EmbeddingsProblem problem;

    EmbeddingsException(EmbeddingsProblem problem, String message, Throwable cause, Optional<Duration> retryAfter) {
        super(kind(problem), message, cause, retryAfter);
        this.problem = problem;
    }

    EmbeddingsException(EmbeddingsProblem problem, String message) {
        this(problem, message, null, Optional.empty());
    }

    private static Kind kind(EmbeddingsProblem problem) {
        return switch (problem) {
            case AWAY -> Kind.AWAY;
            case LATE -> Kind.LATE;
            case NO_KEY, BAD_KEY -> Kind.BAD_KEY;
            case QUOTA -> Kind.QUOTA;
            case NO_MODEL, REFUSED -> Kind.REFUSED;
            case NOT_EMBEDDINGS, DIMENSIONS, FAULT -> Kind.FAULT;
        };
    }

    public EmbeddingsProblem problem() {
        return problem;
    }
}
