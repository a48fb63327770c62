package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What happened in each session. */
final class EpisodeTable {

    private static final String SELECT = "SELECT id, customer, session, began, ended, subject, summary, outcome, sources FROM episode ";
    private static final String BETWEEN = "\u001f";

    private final Handle handle;

    EpisodeTable(Handle handle) {
        this.handle = handle;
    }

    /** Takes the place of an episode with the same id; {@code last} is the newest message that it tells of. */
    void put(Episode episode, long last) {
        handle.execute("INSERT OR REPLACE INTO episode (id, customer, session, last, began, ended, millis, subject, summary, outcome, sources)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                episode.id(), episode.customer().value(), episode.session().value(), last, episode.from().toString(),
                episode.until().toString(), episode.until().toEpochMilli(), episode.subject(), episode.summary(),
                episode.outcome().orElse(null),
                episode.sources().stream().map(MessageId::value).collect(Collectors.joining(BETWEEN)));
    }

    Optional<Episode> find(String id) {
        return handle.select(SELECT + "WHERE id = ?", id).map((row, _) -> episode(row)).findOne();
    }

    /** Those whose ids begin or end so. */
    List<Episode> like(String pattern) {
        return handle.select(SELECT + "WHERE id LIKE ?", pattern).map((row, _) -> episode(row)).list();
    }

    void rewrite(String id, String subject, String summary) {
        handle.execute("UPDATE episode SET subject = ?, summary = ?, space = NULL, vector = NULL WHERE id = ?", subject, summary, id);
    }

    /** The sequence of the newest message that an episode of this session tells of; 0 where there is none. */
    long last(CustomerId customer, SessionId session) {
        return handle.select("SELECT max(last) FROM episode WHERE customer = ? AND session = ?", customer.value(), session.value())
                .mapTo(Long.class).findOne().orElse(0L);
    }

    List<Episode> newest(CustomerId customer, long offset, int limit) {
        return handle.select(SELECT + "WHERE customer = ? ORDER BY millis DESC, id LIMIT ? OFFSET ?", customer.value(), limit, offset)
                .map((row, _) -> episode(row)).list();
    }

    /** Over all customers, by id. */
    List<Episode> after(String id, int limit) {
        return handle.select(SELECT + "WHERE id > ? ORDER BY id LIMIT ?", id, limit).map((row, _) -> episode(row)).list();
    }

    void delete(Collection<String> ids) {
        ids.forEach(id -> handle.execute("DELETE FROM episode WHERE id = ?", id));
    }

    /** Has what another model told told anew. */
    void forgetOtherSpaces(String space) {
        handle.execute("UPDATE episode SET space = NULL, vector = NULL WHERE space <> ?", space);
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

    List<Embedded> vectors(CustomerId customer, String space, int limit) {
        return handle.select("SELECT id, session, vector FROM episode WHERE customer = ? AND space = ? AND vector IS NOT NULL"
                        + " ORDER BY millis DESC LIMIT ?", customer.value(), space, limit)
                .map((row, _) -> new Embedded(row.getString(1), row.getString(2), Embedding.read(row.getBytes(3)))).list();
    }

    private static Episode episode(ResultSet row) throws SQLException {
        return new Episode(row.getString(1), new CustomerId(row.getString(2)), new SessionId(row.getString(3)),
                Instant.parse(row.getString(4)), Instant.parse(row.getString(5)), row.getString(6), row.getString(7),
                Optional.ofNullable(row.getString(8)),
                Stream.of(row.getString(9).split(BETWEEN)).filter(id -> !id.isEmpty()).map(MessageId::new).toList(), 0);
    }
}
