package acquaint.store;

import acquaint.model.Incident;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Incidents and the tickets linked to them. */
public final class IncidentTable {

    private static final String ROWS = "SELECT i.id, i.title, i.since, i.opened_at, i.opened_by, i.closed_at, l.ticket FROM incident i LEFT JOIN incident_ticket l ON l.incident = i.id ";
    private static final String ORDER = " ORDER BY i.opened_at DESC, i.id DESC, l.linked_at, l.ticket";

    private final Handle handle;
    private final Set<TicketId> touched;

    IncidentTable(Handle handle, Set<TicketId> touched) {
        this.handle = handle;
        this.touched = touched;
    }

    public Incident open(String title, Instant since, Instant at, String by, List<TicketId> tickets) {
        long id = handle.createUpdate("INSERT INTO incident (title, since, opened_at, opened_by) VALUES (?, ?, ?, ?)")
                .bind(0, title).bind(1, since.toEpochMilli()).bind(2, at.toEpochMilli()).bind(3, by).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
        tickets.forEach(ticket -> link(id, ticket, at));
        return find(id).orElseThrow();
    }

    public Optional<Incident> find(long id) {
        return many("WHERE i.id = ?", id).stream().findFirst();
    }

    /** Newest first. */
    public List<Incident> all() {
        return many("");
    }

    /** Newest first. */
    public List<Incident> ofTicket(TicketId ticket) {
        return many("WHERE i.id IN (SELECT incident FROM incident_ticket WHERE ticket = ?)", ticket.value());
    }

    public void link(long incident, TicketId ticket, Instant at) {
        handle.execute("INSERT INTO incident_ticket (incident, ticket, linked_at) VALUES (?, ?, ?) ON CONFLICT (incident, ticket) DO NOTHING",
                incident, ticket.value(), at.toEpochMilli());
        handle.execute("DELETE FROM incident_unlinked WHERE incident = ? AND ticket = ?", incident, ticket.value());
        touched.add(ticket);
    }

    /** It is not to come back by itself: see {@link #unlinked}. */
    public void unlink(long incident, TicketId ticket) {
        handle.execute("DELETE FROM incident_ticket WHERE incident = ? AND ticket = ?", incident, ticket.value());
        handle.execute("INSERT INTO incident_unlinked (incident, ticket) VALUES (?, ?) ON CONFLICT (incident, ticket) DO NOTHING", incident, ticket.value());
        touched.add(ticket);
    }

    /** What was taken out of this incident and not linked again. */
    public Set<TicketId> unlinked(long incident) {
        return Set.copyOf(handle.select("SELECT ticket FROM incident_unlinked WHERE incident = ?", incident).map((row, _) -> new TicketId(row.getString(1))).list());
    }

    public void close(Incident incident, Instant at) {
        handle.execute("UPDATE incident SET closed_at = ? WHERE id = ? AND closed_at IS NULL", at.toEpochMilli(), incident.id());
        touched.addAll(incident.tickets());
    }

    /** The newest position of a linked ticket when it was linked. */
    public long positionWhenLinked(long incident, TicketId ticket) {
        return handle.select("SELECT coalesce(max(m.position), 0) FROM incident_ticket i JOIN message m ON m.ticket = i.ticket AND m.at <= i.linked_at WHERE i.incident = ? AND i.ticket = ?",
                incident, ticket.value()).mapTo(Long.class).one();
    }

    /** The words of an update that a member is writing. */
    public Optional<String> begunUpdate(long incident, String member) {
        return handle.select("SELECT words FROM incident_update WHERE incident = ? AND member = ?", incident, member).mapTo(String.class).findOne();
    }

    public void keepUpdate(long incident, String member, String words) {
        handle.execute("INSERT INTO incident_update (incident, member, words) VALUES (?, ?, ?) ON CONFLICT (incident, member) DO UPDATE SET words = excluded.words",
                incident, member, words);
    }

    public void dropUpdate(long incident, String member) {
        handle.execute("DELETE FROM incident_update WHERE incident = ? AND member = ?", incident, member);
    }

    /** Has the group of these tickets raise no alarm. */
    public void dismiss(List<TicketId> tickets, Instant until) {
        for (TicketId ticket : tickets) {
            handle.execute("INSERT INTO alarm_dismissed (ticket, until_time) VALUES (?, ?) ON CONFLICT (ticket) DO UPDATE SET until_time = excluded.until_time",
                    ticket.value(), until.toEpochMilli());
        }
    }

    /** Tickets whose group raises no alarm now or did, and until when. */
    public Map<TicketId, Instant> dismissed() {
        return handle.createQuery("SELECT ticket, until_time FROM alarm_dismissed").map((row, _) -> Map.entry(new TicketId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Takes out dismissals that are over. */
    public void tidy(Instant now) {
        handle.execute("DELETE FROM alarm_dismissed WHERE until_time < ?", now.toEpochMilli());
    }

    /** Open ones, and those that were closed at {@code from} or later; newest first. */
    public List<Incident> openSince(Instant from) {
        return many("WHERE i.closed_at IS NULL OR i.closed_at >= ?", from.toEpochMilli());
    }

    /** In one query, a row for each linked ticket. */
    private List<Incident> many(String where, Object... arguments) {
        var found = new LinkedHashMap<Long, Incident>();
        var tickets = new HashMap<Long, List<TicketId>>();
        handle.select(ROWS + where + ORDER, arguments).map((row, _) -> {
            long id = row.getLong(1);
            String ticket = row.getString(7);
            List<TicketId> linked = tickets.computeIfAbsent(id, _ -> new ArrayList<>());
            if (ticket != null) {
                linked.add(new TicketId(ticket));
            }
            return new Incident(id, row.getString(2), Instant.ofEpochMilli(row.getLong(3)), Instant.ofEpochMilli(row.getLong(4)), row.getString(5), HandoffTable.time(row, 6), List.of());
        }).forEach(incident -> found.putIfAbsent(incident.id(), incident));
        return found.values().stream().map(one -> new Incident(one.id(), one.title(), one.since(), one.openedAt(), one.openedBy(), one.closedAt(), tickets.get(one.id()))).toList();
    }
}
