package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was said, in the order in which memory heard it. */
final class MessageTable {

    private static final String SELECT = "SELECT sequence, key, customer, session, id, speaker, author, at, text, language FROM message ";

    private final Handle handle;

    MessageTable(Handle handle) {
        this.handle = handle;
    }

    void add(String key, CustomerId customer, SessionId session, Utterance utterance, Optional<Language> language) {
        handle.execute("INSERT INTO message (key, customer, session, id, speaker, author, at, text, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key, customer.value(), session.value(), utterance.id().value(), utterance.speaker().name(), utterance.author(),
                utterance.at().toString(), utterance.text(), language.map(Language::code).orElse(null));
    }

    /** What the session was last spoken in; empty while that could not be told of anything said in it. */
    Optional<Language> language(CustomerId customer, SessionId session) {
        return handle.select("SELECT language FROM message WHERE customer = ? AND session = ? AND language IS NOT NULL ORDER BY sequence DESC LIMIT 1",
                customer.value(), session.value()).mapTo(String.class).findOne().flatMap(Language::of);
    }

    /** What was said in the session in a language that could not be told, the newest {@code limit} of it, oldest first. */
    List<Said> ofNoLanguage(CustomerId customer, SessionId session, int limit) {
        return handle.select(SELECT + "WHERE customer = ? AND session = ? AND language IS NULL ORDER BY sequence DESC LIMIT ?",
                customer.value(), session.value(), limit).map((row, _) -> said(row)).list().reversed();
    }

    /** Also has it told anew what it means: a model may not know the language. */
    void language(String key, Language language) {
        handle.execute("UPDATE message SET language = ?, space = NULL, vector = NULL WHERE key = ?", language.code(), key);
    }

    boolean contains(String key) {
        return handle.select("SELECT 1 FROM message WHERE key = ?", key).mapTo(Integer.class).findOne().isPresent();
    }

    Optional<Said> find(String key) {
        return handle.select(SELECT + "WHERE key = ?", key).map((row, _) -> said(row)).findOne();
    }

    List<Said> inSession(CustomerId customer, SessionId session) {
        return handle.select(SELECT + "WHERE customer = ? AND session = ? ORDER BY sequence", customer.value(), session.value())
                .map((row, _) -> said(row)).list();
    }

    /** What was said in the session after {@code sequence}, the newest {@code limit} of it, oldest first. */
    List<Said> inSessionAfter(CustomerId customer, SessionId session, long sequence, int limit) {
        return handle.select(SELECT + "WHERE customer = ? AND session = ? AND sequence > ? ORDER BY sequence DESC LIMIT ?",
                customer.value(), session.value(), sequence, limit).map((row, _) -> said(row)).list().reversed();
    }

    /** What an episode tells of. */
    List<Said> toldIn(Episode episode) {
        return new EpisodeTable(handle).span(episode.id())
                .map(span -> between(episode.customer(), episode.session(), span.first(), span.last())).orElse(List.of());
    }

    List<Said> inSessionAfter(CustomerId customer, SessionId session, long sequence) {
        return between(customer, session, sequence + 1, Long.MAX_VALUE);
    }

    /** By their sequence, both included. */
    List<Said> between(CustomerId customer, SessionId session, long first, long last) {
        return handle.select(SELECT + "WHERE customer = ? AND session = ? AND sequence BETWEEN ? AND ? ORDER BY sequence",
                customer.value(), session.value(), first, last).map((row, _) -> said(row)).list();
    }

    /** What was said in the same session right before. */
    Optional<Said> before(Said said) {
        return handle.select(SELECT + "WHERE customer = ? AND session = ? AND sequence < ? ORDER BY sequence DESC LIMIT 1",
                said.customer().value(), said.session().value(), said.sequence()).map((row, _) -> said(row)).findOne();
    }

    /** What was said in the same session right after; empty where nothing was. */
    Optional<String> keyAfter(Said said) {
        return handle.select("SELECT key FROM message WHERE customer = ? AND session = ? AND sequence > ? ORDER BY sequence LIMIT 1",
                said.customer().value(), said.session().value(), said.sequence()).mapTo(String.class).findOne();
    }

    List<Said> of(CustomerId customer) {
        return handle.select(SELECT + "WHERE customer = ? ORDER BY sequence", customer.value()).map((row, _) -> said(row)).list();
    }

    /** What was said since the last episode of its session, oldest first. */
    List<Said> pending(CustomerId customer) {
        return handle.select(SELECT + "WHERE customer = ? AND sequence > coalesce((SELECT max(last) FROM episode"
                        + " WHERE episode.customer = message.customer AND episode.session = message.session), 0) ORDER BY sequence", customer.value())
                .map((row, _) -> said(row)).list();
    }

    /** Whose words or for whom something was said in the session. */
    List<CustomerId> owners(SessionId session) {
        return handle.select("SELECT customer FROM message WHERE session = ? GROUP BY customer ORDER BY min(sequence)", session.value())
                .map((row, _) -> new CustomerId(row.getString(1))).list();
    }

    List<CustomerId> customersBeginning(String part) {
        return handle.select("SELECT DISTINCT customer FROM message WHERE customer >= ? AND substr(customer, 1, length(?)) = ? ORDER BY customer", part, part, part)
                .map((row, _) -> new CustomerId(row.getString(1))).list();
    }

    /** Over all customers. */
    List<Said> after(long sequence, int limit) {
        return handle.select(SELECT + "WHERE sequence > ? ORDER BY sequence LIMIT ?", sequence, limit).map((row, _) -> said(row)).list();
    }

    long lastSequence() {
        return handle.select("SELECT seq FROM sqlite_sequence WHERE name = 'message'").mapTo(Long.class).findOne().orElse(0L);
    }

    /** Puts {@code left} in the place of what was said. */
    void redact(String key, String left) {
        handle.execute("UPDATE message SET text = ?, space = NULL, vector = NULL WHERE key = ?", left, key);
    }

    int countVectors(Collection<String> keys) {
        return keys.stream().mapToInt(key -> handle.select("SELECT 1 FROM message WHERE key = ? AND vector IS NOT NULL", key)
                .mapTo(Integer.class).findOne().orElse(0)).sum();
    }

    void delete(Collection<String> keys) {
        keys.forEach(key -> handle.execute("DELETE FROM message WHERE key = ?", key));
    }

    /** Whether there is anything that another model told, or with another length where one is given (0 for none). Looks at all. */
    boolean hasOtherVectors(String space, int length) {
        return handle.select("SELECT EXISTS (SELECT 1 FROM message WHERE space <> ? OR ? > 0 AND length(vector) <> ?)", space, length, Embedding.size(length))
                .mapTo(Boolean.class).one();
    }

    /** Has told anew what another model told, or with another length where one is given (0 for none); at most {@code limit}. Returns how many. */
    int dropOtherVectors(String space, int length, int limit) {
        return handle.execute("UPDATE message SET space = NULL, vector = NULL WHERE key IN (SELECT key FROM message WHERE space <> ?"
                + " OR ? > 0 AND length(vector) <> ? LIMIT ?)", space, length, Embedding.size(length), limit);
    }

    List<Said> withoutVector(int limit) {
        return handle.select(SELECT + "WHERE space IS NULL ORDER BY sequence LIMIT ?", limit).map((row, _) -> said(row)).list();
    }

    void vector(String key, String space, Optional<Embedding> vector) {
        handle.execute("UPDATE message SET space = ?, vector = ? WHERE key = ?", space, vector.map(Embedding::bytes).orElse(null), key);
    }

    /** The newest {@code limit} vectors of what this customer's sessions hold. */
    List<Embedded> vectors(CustomerId customer, String space, int limit) {
        return handle.select("SELECT key, session, vector FROM message WHERE customer = ? AND space = ? AND vector IS NOT NULL"
                        + " ORDER BY sequence DESC LIMIT ?", customer.value(), space, limit)
                .map((row, _) -> new Embedded(row.getString(1), row.getString(2), Embedding.read(row.getBytes(3)))).list();
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(row.getLong(1), row.getString(2), new CustomerId(row.getString(3)), new SessionId(row.getString(4)),
                new Utterance(new MessageId(row.getString(5)), Utterance.Speaker.valueOf(row.getString(6)), row.getString(7),
                        Instant.parse(row.getString(8)), row.getString(9)), Optional.ofNullable(row.getString(10)).flatMap(Language::of));
    }
}
