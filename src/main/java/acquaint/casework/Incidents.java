package acquaint.casework;

import acquaint.model.Incident;
import acquaint.model.TicketId;
import acquaint.pattern.Alarm;
import acquaint.store.Desk;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** What became of an update to all: {@code left} were not tried since it was cancelled. */
    public record Updated(List<TicketId> sent, List<Unsent> unsent, List<TicketId> left) {}

    /** Told after each ticket, on the calling thread. */
    @FunctionalInterface
    public interface Progress {
        void done(int tickets, int of);
    }

    private final Desk desk;
    private final Replies replies;
    private final Clock clock;
    private final Permissions permissions;

    public Incidents(Desk desk, Replies replies, Clock clock, Permissions permissions) {
        this.desk = desk;
        this.replies = replies;
        this.clock = clock;
        this.permissions = permissions;
    }

    /** Takes in what the desk has of the last hours and weeks; the first call of a start. Interruptible. */
    public void load() {}

    /** Groups that rise now and are neither dismissed nor declared, the newest first. */
    public List<Alarm> alarms() {
        return List.of();
    }

    /** Runs {@code listener} on the changing thread after alarms or incidents changed. Closing the handle ends it. */
    public AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }

    /** Makes an incident of an alarm, with its tickets linked; tickets that join the group later are linked too. */
    public Incident declare(Alarm alarm, String title) {
        permissions.require(Permission.LEAD_INCIDENTS);
        return desk.write(session -> session.incidents().open(title, alarm.since(), clock.instant(), permissions.me().name(), alarm.tickets()));
    }

    /** Puts an alarm away: its group raises none for a day. */
    public void dismiss(Alarm alarm) {
        permissions.require(Permission.LEAD_INCIDENTS);
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
        return Optional.empty();
    }

    public void link(long incident, TicketId ticket) {
        permissions.require(Permission.LEAD_INCIDENTS);
    }

    public void unlink(long incident, TicketId ticket) {
        permissions.require(Permission.LEAD_INCIDENTS);
    }

    /**
     * Sends one reply to each linked open ticket, in the customer's own name where {@code {name}} stands. {@code update} names this update, so that repeating
     * the call sends to no ticket twice. Between two tickets an interrupt ends it, and is answered by what is left.
     */
    public Updated updateAll(long incident, String update, String text, Progress progress) {
        permissions.require(Permission.LEAD_INCIDENTS);
        return new Updated(List.of(), List.of(), List.of());
    }

    public void close(long incident, Instant at) {
        permissions.require(Permission.LEAD_INCIDENTS);
    }
}
