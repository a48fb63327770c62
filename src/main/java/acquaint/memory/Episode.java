package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened in one session: what was wanted, and what came of it. {@code outcome} is how it ended, in the agent's
 * words, where there is one. {@code score} orders the results of one search and means nothing beside another's; 0 in listings.
 */
public record Episode(
        String id,
        CustomerId customer,
        SessionId session,
        Instant from,
        Instant until,
        String subject,
        String summary,
        Optional<String> outcome,
        List<MessageId> sources,
        double score) {

    public Episode {
        sources = List.copyOf(sources);
    }
}
