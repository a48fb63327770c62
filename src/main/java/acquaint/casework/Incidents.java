package acquaint.casework;

import acquaint.model.Incident;
import acquaint.model.TicketId;
import acquaint.pattern.Alarm;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Rising groups of like reports, followed as the desk changes, and the incidents made of them. {@link #alarms} takes no time; the rest blocks.
 */
public final class Incidents {

    /** A reply that was not sent, and why. */
    public record Unsent(TicketId ticket, Reason reason) {

        public enum Reason {
            /** The customer wrote something that nobody has seen yet. */
            NEWS,
            /** A second person has to see it first; it waits for them. */
            HELD_FOR_REVIEW,
            /** The ticket was closed meanwhile. */
            CLOSED,
            /** It could not be stored; the log says more. */
            FAILED
        }
    }

    /**
     * What became of an update to all: {@code before} are open tickets with a stored reply of these words, {@code undelivered} those with one that could not be delivered,
     * {@code left} were not tried since it was cancelled. No ticket is in two of them.
     */
    public record Updated(List<TicketId> sent, List<TicketId> before, List<TicketId> undelivered, List<Unsent> unsent, List<TicketId> left) {

        public Updated {
            sent = List.copyOf(sent);
            before = List.copyOf(before);
            undelivered = List.copyOf(undelivered);
            unsent = List.copyOf(unsent);
            left = List.copyOf(left);
        }
    }

    /** Told after each ticket, on the calling thread. */
    @FunctionalInterface
    public interface Progress {
        void done(int tickets, int of);
    }

    /** For so long a group that was put away raises no alarm. */
    private static final Duration DISMISSED = Duration.ofDays(1);

    private final Desk desk;
    private final Replies replies;
    private final Clock clock;
    private final Permissions permissions;
    private final RadarFeed radar;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Tickets whose group was put away, and until when. */
    private volatile Map<TicketId, Instant> dismissed = Map.of();
    /** Those that are open, and those that were closed lately. */
    private volatile List<Incident> known = List.of();

    public Incidents(Desk desk, Replies replies, Clock clock, Permissions permissions) {
        this.desk = desk;
        this.replies = replies;
        this.clock = clock;
        this.permissions = permissions;
        this.radar = new RadarFeed(desk, clock);
        desk.onChange(this::follow);
    }

    /** Takes in what the desk has of the last weeks; the first call of a start. Interruptible. */
    public void load() {
        radar.load();
        read();
        tell();
    }

    /** Groups that rise now and are neither dismissed nor declared, the newest first. Nothing before {@link #load}. */
    public List<Alarm> alarms() {
        Instant now = clock.instant();
        Map<TicketId, Instant> away = dismissed;
        return radar.alarms().stream().filter(alarm -> alarm.tickets().stream().noneMatch(ticket -> away.getOrDefault(ticket, Instant.MIN).isAfter(now)))
                .filter(alarm -> incident(alarm).isEmpty()).toList();
    }

    /** The incident that a group belongs to, since they share a ticket: an open one, or one that was closed after the group's newest report. */
    private Optional<Incident> incident(Alarm alarm) {
        return known.stream().filter(incident -> !Collections.disjoint(incident.tickets(), alarm.tickets()))
                .filter(incident -> incident.closedAt().filter(closed -> closed.isBefore(alarm.newest())).isEmpty()).findFirst();
    }

    /** Runs {@code listener} on the changing thread after alarms or incidents changed. Closing the handle ends it. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void follow(Set<TicketId> touched) {
        if (radar.follow(touched)) {
            radar.alarms().forEach(alarm -> incident(alarm).filter(incident -> incident.closedAt().isEmpty()).ifPresent(incident -> join(incident, alarm, touched)));
            tell();
        }
    }

    /** What joins the group of an open incident is linked to it, but what was taken out of it. */
    private void join(Incident incident, Alarm alarm, Set<TicketId> touched) {
        List<TicketId> news = alarm.tickets().stream().filter(touched::contains).filter(ticket -> !incident.tickets().contains(ticket)).toList();
        if (!news.isEmpty()) {
            change(session -> {
                Set<TicketId> unlinked = session.incidents().unlinked(incident.id());
                news.stream().filter(ticket -> !unlinked.contains(ticket)).forEach(ticket -> session.incidents().link(incident.id(), ticket, clock.instant()));
                return null;
            });
        }
    }

    private <T> T change(Function<Session, T> change) {
        T result = desk.write(change);
        read();
        tell();
        return result;
    }

    private void read() {
        Instant lately = clock.instant().minus(DISMISSED);
        dismissed = desk.read(session -> session.incidents().dismissed());
        known = desk.read(session -> session.incidents().openSince(lately));
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /**
     * Makes an incident of an alarm, with its tickets linked; tickets that join the group while it is open are linked too. Where somebody declared it
     * already, that incident is the answer: customers are told once.
     */
    public Incident declare(Alarm alarm, String title) {
        permissions.require(Permission.LEAD_INCIDENTS);
        return change(session -> alarm.tickets().stream().flatMap(ticket -> session.incidents().ofTicket(ticket).stream())
                .filter(incident -> incident.closedAt().isEmpty()).findFirst()
                .orElseGet(() -> session.incidents().open(title, alarm.since(), clock.instant(), me(), alarm.tickets())));
    }

    private String me() {
        return permissions.me().name();
    }

    /** Puts an alarm away: its group raises none for a day, also after a new start. */
    public void dismiss(Alarm alarm) {
        permissions.require(Permission.LEAD_INCIDENTS);
        change(session -> {
            session.incidents().tidy(clock.instant());
            session.incidents().dismiss(alarm.tickets(), clock.instant().plus(DISMISSED));
            return null;
        });
    }

    /** Newest first. */
    public List<Incident> all() {
        return desk.read(session -> session.incidents().all());
    }

    public Optional<Incident> find(long incident) {
        return desk.read(session -> session.incidents().find(incident));
    }

    /** The open incident that a ticket is linked to. */
    public Optional<Incident> of(TicketId ticket) {
        return desk.read(session -> session.incidents().ofTicket(ticket)).stream().filter(incident -> incident.closedAt().isEmpty()).findFirst();
    }

    /** {@link Conversations.UnknownTicket} where there is no such ticket. */
    public void link(long incident, TicketId ticket) {
        permissions.require(Permission.LEAD_INCIDENTS);
        change(session -> {
            session.incidents().link(incident, Journal.ticket(session, ticket).id(), clock.instant());
            return null;
        });
    }

    public void unlink(long incident, TicketId ticket) {
        permissions.require(Permission.LEAD_INCIDENTS);
        change(session -> {
            session.incidents().unlink(incident, ticket);
            return null;
        });
    }

    /**
     * Sends one reply to each linked open ticket that was not told these very words of this incident before, with the customer's own name where {@code {name}} stands. Where the customer
     * wrote something after the ticket was linked that was not seen, none is sent. Between two tickets an interrupt ends it, and is answered by what is left.
     */
    public Updated updateAll(long incident, String text, Progress progress) {
        permissions.require(Permission.LEAD_INCIDENTS);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a reply must not be empty");
        }
        return update(incident, text).send(progress);
    }

    /** Which tickets of an incident have a reply of these very words, by whomever, also one whose delivery failed: no update goes to them again. */
    public Set<TicketId> told(long incident, String text) {
        return update(incident, text).told();
    }

    private IncidentUpdate update(long incident, String text) {
        Incident found = find(incident).orElseThrow(() -> new IllegalArgumentException("no incident " + incident));
        return new IncidentUpdate(desk, replies, me(), found, text.strip());
    }

    /** The words I began to write to all of an incident, and neither sent nor dropped. */
    public Optional<String> begun(long incident) {
        return desk.read(session -> session.incidents().begunUpdate(incident, me()));
    }

    /** Keeps what I am writing to all of an incident. */
    public void keep(long incident, String words) {
        desk.write(session -> {
            session.incidents().keepUpdate(incident, me(), words);
            return null;
        });
    }

    /** What was begun is sent, or not wanted any more. */
    public void drop(long incident) {
        desk.write(session -> {
            session.incidents().dropUpdate(incident, me());
            return null;
        });
    }

    /** What joins its group later raises a new alarm. */
    public void close(long incident, Instant at) {
        permissions.require(Permission.LEAD_INCIDENTS);
        change(session -> {
            session.incidents().find(incident).ifPresent(found -> session.incidents().close(found, at));
            return null;
        });
    }
}
