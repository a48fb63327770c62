package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened in one session, or in one part of a long one: what was wanted, and what came of it. {@code narrative} tells it at
 * length, {@code summary} in a sentence or two; {@code participants} are the names of those who spoke. {@code outcome} is empty where the
 * engine does not tell it. {@code score} orders the results of one search and means nothing beside another's; 0 in listings.
 */
public record Episode(
        String id,
        CustomerId customer,
        SessionId session,
        Instant from,
        Instant until,
        String subject,
        String summary,
        String narrative,
        List<String> participants,
        Optional<Outcome> outcome,
        List<AtomicFact> facts,
        List<MessageId> sources,
        double score) {

    public Episode {
        participants = List.copyOf(participants);
        facts = List.copyOf(facts);
        sources = List.copyOf(sources);
    }

    public Episode withScore(double next) {
        return new Episode(id, customer, session, from, until, subject, summary, narrative, participants, outcome, facts, sources, next);
    }

    /** What the agent said of how it ended, where it was done or promised. */
    public Optional<String> result() {
        return outcome.filter(ended -> ended.kind() != Outcome.Kind.UNSOLVED).map(Outcome::text).filter(text -> !text.isEmpty());
    }
}
