package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.Optional;

/**
 * A question to memory. {@code words} is what the matter is about in any words (a message, a subject); {@code current}
 * is the session at hand, which is left out of the answer. {@code limit} bounds episodes and passages each, 1 to 100. An
 * engine that cannot search by {@code method} takes the nearest that it can, and says so.
 */
public record RecallRequest(CustomerId customer, String words, Optional<SessionId> current, int limit, SearchMethod method) {

    public RecallRequest {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("limit must be between 1 and 100, not " + limit);
        }
    }

    /** The way that suits nearly every question. */
    public RecallRequest(CustomerId customer, String words, Optional<SessionId> current, int limit) {
        this(customer, words, current, limit, SearchMethod.HYBRID);
    }
}
