package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Recipient;
import acquaint.model.Risk;
import acquaint.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Handoffs with their briefs and what happened to them. */
public final class HandoffTable {

    static final String COLUMNS = "h.id, h.ticket, h.customer, h.from_agent, h.to_kind, h.to_name, h.cause, h.reason, h.requested_decision, h.risks, h.gaps, h.gaps_reason,"
            + " h.state, h.reviewer, h.question, h.decision, h.created_at, h.due_at, h.touched_at, h.changed_at, h.ended_at, h.version";
    private static final String ROW = "SELECT " + COLUMNS + " FROM handoff h ";

    private final Handle handle;
    private final Set<TicketId> touched;

    HandoffTable(Handle handle, Set<TicketId> touched) {
        this.handle = handle;
        this.touched = touched;
    }

    public Optional<Handoff> find(HandoffId id) {
        return one("WHERE id = ?", id.value());
    }

    /** The one that somebody still has to do something about. */
    public Optional<Handoff> openOf(TicketId ticket) {
        return one("WHERE ticket = ? AND ended_at IS NULL", ticket.value());
    }

    /** Newest first. */
    public List<Handoff> ofTicket(TicketId ticket) {
        return many("WHERE ticket = ? ORDER BY created_at DESC, id", ticket.value());
    }

    /** Newest first. */
    public List<Handoff> ofCustomer(CustomerId customer) {
        return many("WHERE customer = ? ORDER BY created_at DESC, id", customer.value());
    }

    public List<Handoff> open() {
        return many("WHERE ended_at IS NULL");
    }

    /** What this agent handed over and is not over, the newest change first. */
    public List<Handoff> openFrom(String agent) {
        return many("WHERE ended_at IS NULL AND from_agent = ? ORDER BY changed_at DESC, id", agent);
    }

    /** Those that ended at {@code from} or later. */
    public List<Handoff> endedSince(Instant from) {
        return many("WHERE ended_at >= ?", from.toEpochMilli());
    }

    /** Those begun at {@code from} or later and before {@code until}. */
    public List<Handoff> created(Instant from, Instant until) {
        return many("WHERE created_at >= ? AND created_at < ?", from.toEpochMilli(), until.toEpochMilli());
    }

    public void insert(Handoff handoff, String brief) {
        handle.execute("INSERT INTO handoff (id, ticket, customer, from_agent, to_kind, to_name, cause, reason, requested_decision, risks, gaps, gaps_reason,"
                        + " state, reviewer, question, decision, created_at, due_at, touched_at, changed_at, ended_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                handoff.id().value(), handoff.ticket().value(), handoff.customer().value(), handoff.from(), handoff.to().kind().name(), handoff.to().name(),
                handoff.cause().name(), handoff.reason(), handoff.requestedDecision(), words(handoff.risks()), words(handoff.gaps()), handoff.gapsReason().orElse(null),
                handoff.state().name(), handoff.reviewer().orElse(null), handoff.question().orElse(null), handoff.decision().orElse(null),
                handoff.createdAt().toEpochMilli(), handoff.dueAt().toEpochMilli(), millis(handoff.touchedAt()), handoff.changedAt().toEpochMilli(),
                millis(handoff.endedAt()), handoff.version());
        handle.execute("INSERT INTO handoff_brief (handoff, json) VALUES (?, ?)", handoff.id().value(), brief);
        touched.add(handoff.ticket());
    }

    /** Saves a change to the handoff that was read with this version; {@link StaleHandoff} when it has another by now. */
    public Handoff save(Handoff handoff) {
        int saved = handle.execute("UPDATE handoff SET to_kind = ?, to_name = ?, cause = ?, reason = ?, requested_decision = ?, risks = ?, gaps = ?, gaps_reason = ?,"
                        + " state = ?, reviewer = ?, question = ?, decision = ?, due_at = ?, touched_at = ?, changed_at = ?, ended_at = ?, version = version + 1"
                        + " WHERE id = ? AND version = ?",
                handoff.to().kind().name(), handoff.to().name(), handoff.cause().name(), handoff.reason(), handoff.requestedDecision(), words(handoff.risks()),
                words(handoff.gaps()), handoff.gapsReason().orElse(null), handoff.state().name(), handoff.reviewer().orElse(null), handoff.question().orElse(null),
                handoff.decision().orElse(null), handoff.dueAt().toEpochMilli(), millis(handoff.touchedAt()), handoff.changedAt().toEpochMilli(),
                millis(handoff.endedAt()), handoff.id().value(), handoff.version());
        if (saved == 0) {
            throw new StaleHandoff(handoff.id(), handoff.version());
        }
        touched.add(handoff.ticket());
        return find(handoff.id()).orElseThrow();
    }

    public String brief(HandoffId id) {
        return handle.select("SELECT json FROM handoff_brief WHERE handoff = ?", id.value()).mapTo(String.class).one();
    }

    /** The same brief in other words. */
    public void brief(HandoffId id, String json) {
        handle.execute("UPDATE handoff_brief SET json = ? WHERE handoff = ?", json, id.value());
    }

    /** Another brief; the one before it is kept among the former ones. */
    public void briefAgain(HandoffId id, String json) {
        handle.execute("INSERT INTO former_brief (handoff, json) SELECT handoff, json FROM handoff_brief WHERE handoff = ?", id.value());
        brief(id, json);
    }

    /** A brief that was handed over once, by its own number. */
    public record FormerBrief(long id, String json) {}

    /** Oldest first. */
    public List<FormerBrief> formerBriefs(HandoffId id) {
        return handle.select("SELECT id, json FROM former_brief WHERE handoff = ? ORDER BY id", id.value())
                .map((row, _) -> new FormerBrief(row.getLong(1), row.getString(2))).list();
    }

    public void formerBrief(long id, String json) {
        handle.execute("UPDATE former_brief SET json = ? WHERE id = ?", json, id);
    }

    /** That a ticket was handed over: {@code round} counts the times of this handoff, from 1. */
    public record Round(HandoffId request, HandoffId handoff, long round) {}

    /** What came of this press of an agent. */
    public Optional<Round> round(HandoffId request) {
        return handle.select("SELECT request, handoff, round FROM handing_over WHERE request = ?", request.value())
                .map((row, _) -> new Round(new HandoffId(row.getString(1)), new HandoffId(row.getString(2)), row.getLong(3))).findOne();
    }

    /** The round that comes next. */
    public Round nextRound(HandoffId request, HandoffId handoff) {
        long last = handle.select("SELECT coalesce(max(round), 0) FROM handing_over WHERE handoff = ?", handoff.value()).mapTo(Long.class).one();
        return new Round(request, handoff, last + 1);
    }

    public void add(Round round) {
        handle.execute("INSERT INTO handing_over (request, handoff, round) VALUES (?, ?, ?) ON CONFLICT (request) DO UPDATE SET handoff = excluded.handoff, round = excluded.round",
                round.request().value(), round.handoff().value(), round.round());
    }

    public void add(HandoffStep step) {
        handle.execute("INSERT INTO handoff_step (handoff, at, who, kind, words) VALUES (?, ?, ?, ?, ?)",
                step.handoff().value(), step.at().toEpochMilli(), step.who(), step.kind().name(), step.words());
    }

    /** In the order in which they happened. */
    public List<HandoffStep> steps(HandoffId id) {
        return handle.select("SELECT handoff, at, who, kind, words FROM handoff_step WHERE handoff = ? ORDER BY id", id.value())
                .map((row, _) -> new HandoffStep(new HandoffId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)), row.getString(3),
                        HandoffStep.Kind.valueOf(row.getString(4)), row.getString(5))).list();
    }

    /** What this agent was writing for this ticket. */
    public Optional<String> draft(TicketId ticket, String agent) {
        return handle.select("SELECT json FROM brief_draft WHERE ticket = ? AND agent = ?", ticket.value(), agent).mapTo(String.class).findOne();
    }

    public void draft(TicketId ticket, String agent, String json, Instant at) {
        handle.execute("INSERT INTO brief_draft (ticket, agent, json, saved_at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (ticket, agent) DO UPDATE SET json = excluded.json, saved_at = excluded.saved_at", ticket.value(), agent, json, at.toEpochMilli());
    }

    public void removeDraft(TicketId ticket, String agent) {
        handle.execute("DELETE FROM brief_draft WHERE ticket = ? AND agent = ?", ticket.value(), agent);
    }

    /** A brief that somebody was writing. */
    public record DraftRow(TicketId ticket, String agent, String json) {}

    /** Of all agents and of all of a customer's tickets. */
    public List<DraftRow> drafts(CustomerId customer) {
        return handle.select("SELECT d.ticket, d.agent, d.json FROM brief_draft d JOIN ticket t ON t.id = d.ticket WHERE t.customer = ? ORDER BY d.ticket, d.agent", customer.value())
                .map((row, _) -> new DraftRow(new TicketId(row.getString(1)), row.getString(2), row.getString(3))).list();
    }

    private Optional<Handoff> one(String where, Object... arguments) {
        return handle.select(ROW + where, arguments).map((row, _) -> handoff(row)).findOne();
    }

    private List<Handoff> many(String where, Object... arguments) {
        return handle.select(ROW + where, arguments).map((row, _) -> handoff(row)).list();
    }

    /** Of a row that begins with {@link #COLUMNS}. */
    static Handoff handoff(ResultSet row) throws SQLException {
        return new Handoff(new HandoffId(row.getString(1)), new TicketId(row.getString(2)), new CustomerId(row.getString(3)), row.getString(4),
                new Recipient(Recipient.Kind.valueOf(row.getString(5)), row.getString(6)), HandoffCause.valueOf(row.getString(7)), row.getString(8), row.getString(9),
                set(row.getString(10)).stream().map(Risk::valueOf).collect(Collectors.toSet()), set(row.getString(11)), Optional.ofNullable(row.getString(12)),
                HandoffState.valueOf(row.getString(13)), Optional.ofNullable(row.getString(14)), Optional.ofNullable(row.getString(15)),
                Optional.ofNullable(row.getString(16)), Instant.ofEpochMilli(row.getLong(17)), Instant.ofEpochMilli(row.getLong(18)), time(row, 19),
                Instant.ofEpochMilli(row.getLong(20)), time(row, 21), row.getLong(22));
    }

    private static Set<String> set(String words) {
        return words.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(words.split(" ")));
    }

    private static String words(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
    }

    static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }
}
