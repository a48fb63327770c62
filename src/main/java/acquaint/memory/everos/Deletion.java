package acquaint.memory.everos;

import java.util.List;
import java.util.Optional;

/** What to delete for good at the service. */
public sealed interface Deletion {

    /** All of a customer, or of one of their sessions. */
    record Scope(String userId, Optional<String> session) implements Deletion {}

    /** These episodes of a customer: at most {@value #MOST}. */
    record Episodes(String userId, List<EverOsEpisode> episodes) implements Deletion {

        public static final int MOST = 50;

        public Episodes {
            episodes = List.copyOf(episodes);
        }
    }
}
