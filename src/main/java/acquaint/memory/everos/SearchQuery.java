package acquaint.memory.everos;

import acquaint.memory.SearchMethod;
import java.util.Optional;
import java.util.Set;

/**
 * A search in one customer's memory. {@code topK} is 1 to 100. With a {@code session}, only that session is searched, and
 * {@link Want#PENDING} brings its messages that are in no episode yet; cloud v1 brings them of all sessions.
 */
public record SearchQuery(String userId, String query, SearchMethod method, int topK, Set<Want> wanted, Optional<String> session) {

    public enum Want { EPISODES, PROFILE, PENDING }

    public SearchQuery {
        wanted = Set.copyOf(wanted);
        if (topK < 1 || topK > 100) {
            throw new IllegalArgumentException("topK must be between 1 and 100, not " + topK);
        }
    }

    SearchQuery by(SearchMethod other) {
        return new SearchQuery(userId, query, other, topK, wanted, session);
    }
}
