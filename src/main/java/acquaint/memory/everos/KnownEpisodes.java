package acquaint.memory.everos;

import acquaint.memory.AtomicFact;
import acquaint.memory.Episode;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A customer's episodes as an agent sees them: what the service tells, without what was forgotten, by the desk's own names. Pure. */
final class KnownEpisodes {

    /** Names no ticket: the service made one episode of several of them. */
    private static final SessionId SEVERAL = new SessionId("several");

    private final CustomerId customer;
    private final Hidden hidden;
    private final Map<String, Overlay.Span> spans = new HashMap<>();

    KnownEpisodes(CustomerId customer, Hidden hidden, Collection<Overlay.Span> sessions, Dialect dialect) {
        this.customer = customer;
        this.hidden = hidden;
        sessions.forEach(span -> spans.put(dialect.id(span.session().value()), span));
    }

    /** In the order told. */
    List<Episode> of(List<EverOsEpisode> told) {
        return told.stream().flatMap(episode -> of(episode).stream()).toList();
    }

    Optional<Episode> of(EverOsEpisode told) {
        Optional<SessionId> session = session(told);
        if (hidden.hides(told, session)) {
            return Optional.empty();
        }
        Optional<Overlay.Span> span = told.session().map(spans::get);
        return Optional.of(new Episode(told.id(), customer, session.orElse(SEVERAL),
                span.map(Overlay.Span::from).filter(from -> from.isBefore(told.at())).orElse(told.at()),
                span.map(Overlay.Span::until).filter(until -> until.isAfter(told.at())).orElse(told.at()),
                told.subject(), told.summary(), told.narrative(), told.participants(), Optional.empty(),
                told.facts().stream().map(fact -> new AtomicFact(fact, Optional.empty())).toList(), List.<MessageId>of(), told.score()));
    }

    /** By the desk's own name of the session, which the service may have been told in other characters. */
    Optional<SessionId> session(EverOsEpisode told) {
        return told.session().map(id -> Optional.ofNullable(spans.get(id)).map(Overlay.Span::session).orElseGet(() -> new SessionId(id)));
    }

    /** In which session it was said, by the ids that profile items give as their source. */
    Map<String, SessionId> sessions(List<EverOsEpisode> told) {
        var sessions = new HashMap<String, SessionId>();
        for (EverOsEpisode episode : told) {
            session(episode).ifPresent(session ->
                    Stream.concat(Stream.of(episode.id()), episode.parentId().stream()).forEach(id -> sessions.put(id, session)));
        }
        return sessions;
    }
}
