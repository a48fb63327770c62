package acquaint.memory.local;

import acquaint.memory.AtomicFact;
import acquaint.memory.Episode;
import acquaint.memory.Outcome;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What happened in each session, with the facts that each episode states. */
final class EpisodeTable {

    /** The messages that an episode tells of, by their sequence; a closed one stays as it is when its session goes on. */
    record Span(String id, long first, long last, boolean closed) {}

    private static final String SELECT = "SELECT id, customer, session, began, ended, subject, summary, narrative, participants,"
            + " outcome_kind, outcome, outcome_source, sources FROM episode ";
    private static final String BETWEEN = "\u001f";

    private final Handle handle;

    EpisodeTable(Handle handle) {
        this.handle = handle;
    }

    /** Takes the place of an episode with the same id. */
    void put(Episode episode, Span span) {
        Outcome outcome = episode.outcome().orElseThrow();
        handle.execute("INSERT OR REPLACE INTO episode (id, customer, session, first, last, closed, began, ended, millis, subject, summary,"
                        + " narrative, participants, outcome_kind, outcome, outcome_source, sources)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                episode.id(), episode.customer().value(), episode.session().value(), span.first(), span.last(), span.closed(),
                episode.from().toString(), episode.until().toString(), episode.until().toEpochMilli(), episode.subject(), episode.summary(),
                episode.narrative(), String.join(BETWEEN, episode.participants()), outcome.kind().name(), outcome.text(),
                outcome.source().map(MessageId::value).orElse(null), joined(episode.sources()));
        handle.execute("DELETE FROM fact WHERE episode = ?", episode.id());
        try (var batch = handle.prepareBatch("INSERT INTO fact (episode, number, text, source) VALUES (?, ?, ?, ?)")) {
            for (int number = 0; number < episode.facts().size(); number++) {
                AtomicFact fact = episode.facts().get(number);
                batch.bind(0, episode.id()).bind(1, number).bind(2, fact.text()).bind(3, fact.source().map(MessageId::value).orElse(null)).add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static String joined(List<MessageId> ids) {
        return ids.stream().map(MessageId::value).collect(Collectors.joining(BETWEEN));
    }

    Optional<Episode> find(String id) {
        return handle.select(SELECT + "WHERE id = ?", id).map((row, _) -> episode(row)).findOne();
    }

    /** That whose id begins so. */
    Optional<Episode> beginning(String part) {
        return handle.select(SELECT + "WHERE id >= ? AND substr(id, 1, length(?)) = ? ORDER BY id LIMIT 1", part, part, part).map((row, _) -> episode(row)).findOne();
    }

    /** That whose id ends so. */
    Optional<Episode> ending(String part) {
        return handle.select(SELECT + "WHERE substr(id, -length(?)) = ? LIMIT 1", part, part).map((row, _) -> episode(row)).findOne();
    }

    void rewrite(Episode episode) {
        handle.execute("UPDATE episode SET subject = ?, summary = ?, narrative = ?, space = NULL, vector = NULL WHERE id = ?",
                episode.subject(), episode.summary(), episode.narrative(), episode.id());
    }

    /** The sequence of the newest message that an episode of this session tells of; 0 where there is none. */
    long last(CustomerId customer, SessionId session) {
        return handle.select("SELECT coalesce(max(last), 0) FROM episode WHERE customer = ? AND session = ?", customer.value(), session.value())
                .mapTo(Long.class).one();
    }

    /** In the order in which they happened. */
    List<Span> spans(CustomerId customer, SessionId session) {
        return handle.select("SELECT id, first, last, closed FROM episode WHERE customer = ? AND session = ? ORDER BY last",
                        customer.value(), session.value())
                .map((row, _) -> new Span(row.getString(1), row.getLong(2), row.getLong(3), row.getBoolean(4))).list();
    }

    Optional<Span> span(String id) {
        return handle.select("SELECT id, first, last, closed FROM episode WHERE id = ?", id)
                .map((row, _) -> new Span(row.getString(1), row.getLong(2), row.getLong(3), row.getBoolean(4))).findOne();
    }

    List<Episode> inSession(CustomerId customer, SessionId session) {
        return handle.select(SELECT + "WHERE customer = ? AND session = ? ORDER BY last", customer.value(), session.value())
                .map((row, _) -> episode(row)).list();
    }

    List<Episode> newest(CustomerId customer, long offset, int limit) {
        return handle.select(SELECT + "WHERE customer = ? ORDER BY millis DESC, last DESC LIMIT ? OFFSET ?", customer.value(), limit, offset)
                .map((row, _) -> episode(row)).list();
    }

    /** Over all customers, by id. */
    List<Episode> after(String id, int limit) {
        return handle.select(SELECT + "WHERE id > ? ORDER BY id LIMIT ?", id, limit).map((row, _) -> episode(row)).list();
    }

    int countVectors(Collection<String> ids) {
        return ids.stream().mapToInt(id -> vector(id).isPresent() ? 1 : 0).sum();
    }

    /** With their facts; returns how many facts those were. */
    int delete(Collection<String> ids) {
        int facts = 0;
        for (String id : ids) {
            facts += handle.execute("DELETE FROM fact WHERE episode = ?", id);
            handle.execute("DELETE FROM episode WHERE id = ?", id);
        }
        return facts;
    }

    /** Whether there is anything that another model told, or with another length where one is given (0 for none). Looks at all. */
    boolean hasOtherVectors(String space, int length) {
        return handle.select("SELECT EXISTS (SELECT 1 FROM episode WHERE space <> ? OR ? > 0 AND length(vector) <> ?)", space, length, Embedding.size(length))
                .mapTo(Boolean.class).one();
    }

    /** Has told anew what another model told, or with another length where one is given (0 for none); at most {@code limit}. Returns how many. */
    int dropOtherVectors(String space, int length, int limit) {
        return handle.execute("UPDATE episode SET space = NULL, vector = NULL WHERE id IN (SELECT id FROM episode WHERE space <> ?"
                + " OR ? > 0 AND length(vector) <> ? LIMIT ?)", space, length, Embedding.size(length), limit);
    }

    List<Episode> withoutVector(int limit) {
        return handle.select(SELECT + "WHERE space IS NULL ORDER BY id LIMIT ?", limit).map((row, _) -> episode(row)).list();
    }

    void vector(String id, String space, Optional<Embedding> vector) {
        handle.execute("UPDATE episode SET space = ?, vector = ? WHERE id = ?", space, vector.map(Embedding::bytes).orElse(null), id);
    }

    Optional<Embedding> vector(String id) {
        return handle.select("SELECT vector FROM episode WHERE id = ? AND vector IS NOT NULL", id)
                .map((row, _) -> Embedding.read(row.getBytes(1))).findOne();
    }

    /** Where it is of this model. */
    Optional<Embedding> vector(String id, String space) {
        return handle.select("SELECT vector FROM episode WHERE id = ? AND space = ? AND vector IS NOT NULL", id, space)
                .map((row, _) -> Embedding.read(row.getBytes(1))).findOne();
    }

    /** The newest episodes of all other customers that ended well, one at a time. */
    void vectorsOfOthers(CustomerId customer, String space, int limit, Consumer<Embedded> each) {
        handle.select("SELECT id, session, vector FROM episode WHERE customer <> ? AND space = ? AND vector IS NOT NULL"
                        + " AND outcome_kind <> ? AND outcome <> '' ORDER BY millis DESC LIMIT ?", customer.value(), space, Outcome.Kind.UNSOLVED.name(), limit)
                .map((row, _) -> new Embedded(row.getString(1), row.getString(2), Embedding.read(row.getBytes(3)))).forEach(each);
    }

    List<Embedded> vectors(CustomerId customer, String space, int limit) {
        return handle.select("SELECT id, session, vector FROM episode WHERE customer = ? AND space = ? AND vector IS NOT NULL"
                        + " ORDER BY millis DESC LIMIT ?", customer.value(), space, limit)
                .map((row, _) -> new Embedded(row.getString(1), row.getString(2), Embedding.read(row.getBytes(3)))).list();
    }

    private Episode episode(ResultSet row) throws SQLException {
        String id = row.getString(1);
        var outcome = new Outcome(Outcome.Kind.valueOf(row.getString(10)), row.getString(11), Optional.ofNullable(row.getString(12)).map(MessageId::new));
        return new Episode(id, new CustomerId(row.getString(2)), new SessionId(row.getString(3)),
                Instant.parse(row.getString(4)), Instant.parse(row.getString(5)), row.getString(6), row.getString(7), row.getString(8),
                split(row.getString(9)).toList(), Optional.of(outcome), facts(id), split(row.getString(13)).map(MessageId::new).toList(), 0);
    }

    private static Stream<String> split(String joined) {
        return Stream.of(joined.split(BETWEEN)).filter(part -> !part.isEmpty());
    }

    private List<AtomicFact> facts(String episode) {
        return handle.select("SELECT text, source FROM fact WHERE episode = ? ORDER BY number", episode)
                .map((row, _) -> new AtomicFact(row.getString(1), Optional.ofNullable(row.getString(2)).map(MessageId::new))).list();
    }
}
