package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import acquaint.store.DraftOutcome.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What became of proposed replies. */
public final class DraftOutcomeTable {

    private static final String ROW = "SELECT id, ticket, writer, shown_at, state, ended_at, proposed, sentences, survived, distance, words, wrong FROM draft_outcome ";
    private static final String OF_CUSTOMER = "ticket IN (SELECT id FROM ticket WHERE customer = ?)";

    private final Handle handle;

    DraftOutcomeTable(Handle handle) {
        this.handle = handle;
    }

    /** Returns the id of the new row. */
    public long add(TicketId ticket, String writer, Instant shownAt, String proposed, int sentences) {
        return handle.createUpdate("INSERT INTO draft_outcome (ticket, writer, shown_at, state, proposed, sentences, survived, distance, words)"
                        + " VALUES (?, ?, ?, ?, ?, ?, '', 0, 0)")
                .bind(0, ticket.value()).bind(1, writer).bind(2, shownAt.toEpochMilli()).bind(3, State.SHOWN.name()).bind(4, proposed).bind(5, sentences)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }

    public Optional<DraftOutcome> find(long id) {
        return handle.select(ROW + "WHERE id = ?", id).map((row, _) -> outcome(row)).findOne();
    }

    /** Shown at {@code from} or later and before {@code until}, in the order of showing. */
    public List<DraftOutcome> shown(Instant from, Instant until) {
        return handle.select(ROW + "WHERE shown_at >= ? AND shown_at < ? ORDER BY shown_at, id", from.toEpochMilli(), until.toEpochMilli())
                .map((row, _) -> outcome(row)).list();
    }

    /** What the newest proposal of this ticket said that was shown and not put away. */
    public Optional<String> proposed(TicketId ticket) {
        return handle.select("SELECT proposed FROM draft_outcome WHERE ticket = ? AND proposed IS NOT NULL AND state <> 'DISCARDED' ORDER BY id DESC LIMIT 1", ticket.value())
                .mapTo(String.class).findOne();
    }

    /** Ends what is still shown in this ticket; another took its place. */
    public void replace(TicketId ticket, Instant at) {
        handle.execute("UPDATE draft_outcome SET state = ?, ended_at = ? WHERE ticket = ? AND state = ?",
                State.REPLACED.name(), at.toEpochMilli(), ticket.value(), State.SHOWN.name());
    }

    public void end(long id, State state, Instant at) {
        handle.execute("UPDATE draft_outcome SET state = ?, ended_at = ? WHERE id = ?", state.name(), at.toEpochMilli(), id);
    }

    /** It is on the screen again. */
    public void reopen(long id) {
        handle.execute("UPDATE draft_outcome SET state = ?, ended_at = NULL WHERE id = ?", State.SHOWN.name(), id);
    }

    public void compared(long id, String survived, int distance, int words) {
        handle.execute("UPDATE draft_outcome SET survived = ?, distance = ?, words = ? WHERE id = ?", survived, distance, words, id);
    }

    public void wrong(long id, String reason, String words) {
        handle.execute("UPDATE draft_outcome SET wrong = ?, wrong_words = ? WHERE id = ?", reason, words.isBlank() ? null : words.strip(), id);
    }

    /** Drops what proposals said that ended before {@code ended}, and of those that never ended what was shown before {@code shown}. */
    public void dropTexts(Instant ended, Instant shown) {
        handle.execute("UPDATE draft_outcome SET proposed = NULL WHERE proposed IS NOT NULL AND (ended_at < ? OR shown_at < ?)",
                ended.toEpochMilli(), shown.toEpochMilli());
    }

    /** Drops all that was said in this ticket's proposals and about them; the numbers stay. Returns the ticket where there was any. */
    public List<TicketId> forget(TicketId ticket) {
        return forget("ticket = ?", ticket.value());
    }

    /** As above, in all of the customer's tickets. */
    public List<TicketId> forget(CustomerId customer) {
        return forget(OF_CUSTOMER, customer.value());
    }

    /** What is kept of what was said in and about proposals for the customer, by ticket. */
    public Map<TicketId, String> texts(CustomerId customer) {
        var texts = new LinkedHashMap<TicketId, String>();
        handle.select("SELECT ticket, proposed, wrong_words FROM draft_outcome WHERE " + OF_CUSTOMER, customer.value())
                .map((row, _) -> Map.entry(new TicketId(row.getString(1)), text(row.getString(2)) + "\n" + text(row.getString(3))))
                .forEach(entry -> texts.merge(entry.getKey(), entry.getValue(), (one, other) -> one + "\n" + other));
        return texts;
    }

    private static String text(String column) {
        return column == null ? "" : column;
    }

    private List<TicketId> forget(String where, String value) {
        String held = " WHERE (proposed IS NOT NULL OR wrong_words IS NOT NULL) AND " + where;
        List<TicketId> tickets = handle.select("SELECT DISTINCT ticket FROM draft_outcome" + held, value).map((row, _) -> new TicketId(row.getString(1))).list();
        handle.execute("UPDATE draft_outcome SET proposed = NULL, wrong_words = NULL" + held, value);
        handle.execute("DELETE FROM draft_edit WHERE " + where, value);
        return tickets;
    }

    private static DraftOutcome outcome(ResultSet row) throws SQLException {
        long ended = row.getLong(6);
        Optional<Instant> endedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
        return new DraftOutcome(row.getLong(1), new TicketId(row.getString(2)), row.getString(3), Instant.ofEpochMilli(row.getLong(4)),
                State.valueOf(row.getString(5)), endedAt, Optional.ofNullable(row.getString(7)), row.getInt(8), row.getString(9), row.getInt(10),
                row.getInt(11), Optional.ofNullable(row.getString(12)));
    }
}
