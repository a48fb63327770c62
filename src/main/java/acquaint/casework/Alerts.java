package acquaint.casework;

import acquaint.model.Handoff;
import acquaint.model.Message;
import acquaint.model.QueueRow;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.TicketId;
import acquaint.store.BoardRow;
import acquaint.store.Desk;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Finds what concerns the agent who is signed in among what happens on the desk, each thing once and only what happened since this began: what waited
 * before stands in the queue and on the board anyway. Safe for several threads; listeners run on the thread that changed something.
 */
public final class Alerts {

    private final Desk desk;
    private final Clock clock;
    private final Permissions permissions;
    private final Instant since;
    private final Set<String> told = new HashSet<>();
    private final List<Consumer<Alert>> listeners = new CopyOnWriteArrayList<>();

    public Alerts(Desk desk, Clock clock, Permissions permissions) {
        this.desk = desk;
        this.clock = clock;
        this.permissions = permissions;
        this.since = clock.instant();
        desk.onChange(this::follow);
    }

    /** Closing the handle ends it. */
    public AutoCloseable onAlert(Consumer<Alert> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells of a message that came to a ticket only now, whatever date it carries: a mail may have been on its way, or kept somewhere, for long. Blocks. */
    public void arrived(TicketId ticket) {
        if (!listeners.isEmpty()) {
            desk.read(session -> session.queue().find(ticket, me())).flatMap(this::message).ifPresent(Runnable::run);
        }
    }

    /** Tells of promises that became overdue: nothing changes on the desk then. To be called now and then; blocks. */
    public void lookAtPromises() {
        Instant now = clock.instant();
        desk.read(session -> session.promises().overdueOnes(now)).stream()
                .filter(row -> row.promise().owner().equals(me()) && row.promise().due().filter(due -> !due.isBefore(since)).isPresent())
                .forEach(row -> tell("promise " + row.promise().id() + ' ' + row.promise().due().orElseThrow(),
                        new Alert(Alert.Occasion.PROMISE_OVERDUE, row.promise().ticket(), row.customerName(), row.subject(), Optional.of(row.promise().text()))));
    }

    private void follow(Set<TicketId> touched) {
        if (listeners.isEmpty()) {
            return;
        }
        for (TicketId ticket : touched) {
            var found = new ArrayList<Runnable>();
            desk.read(session -> {
                session.queue().find(ticket, me()).filter(row -> row.lastAt().isAfter(since)).flatMap(this::message).ifPresent(found::add);
                session.board().ofTicket(ticket, since).forEach(row -> handoff(row).ifPresent(found::add));
                return null;
            });
            found.forEach(Runnable::run);
        }
    }

    private Optional<Runnable> message(QueueRow row) {
        boolean mine = row.assignee().filter(me()::equals).isPresent();
        return mine && row.unread() && row.lastKind() == Message.Kind.CUSTOMER
                ? Optional.of(() -> tell("message " + row.ticket() + ' ' + row.lastAt(),
                        new Alert(Alert.Occasion.MESSAGE, row.ticket(), row.customerName(), row.subject(), Optional.of(row.preview()))))
                : Optional.empty();
    }

    private Optional<Runnable> handoff(BoardRow row) {
        Handoff handoff = row.handoff();
        if (handoff.changedAt().isBefore(since)) {
            return Optional.empty();
        }
        return what(handoff).map(what -> () -> tell("handoff " + handoff.id() + ' ' + what + ' ' + handoff.changedAt(),
                new Alert(what, handoff.ticket(), row.customerName(), row.subject(), words(what, handoff))));
    }

    private Optional<Alert.Occasion> what(Handoff handoff) {
        boolean byMe = handoff.from().equals(me());
        boolean heardByMe = handoff.reviewer().filter(me()::equals).isPresent();
        return switch (handoff.state()) {
            case NEW -> !byMe && isForMe(handoff.to()) ? Optional.of(Alert.Occasion.HANDED_TO_ME) : Optional.empty();
            case RETURNED -> byMe && !heardByMe ? Optional.of(Alert.Occasion.RETURNED) : Optional.empty();
            case DECIDED -> byMe && !heardByMe ? Optional.of(Alert.Occasion.DECIDED) : Optional.empty();
            case ACCEPTED, WAITING_ON_CUSTOMER, WAITING_ON_INTERNAL ->
                    byMe && !heardByMe && handoff.question().isPresent() ? Optional.of(Alert.Occasion.QUESTION) : Optional.empty();
        };
    }

    /** Who may do more than a role may take what is handed to it, too. What is handed to a queue waits on the board for whoever comes first. */
    private boolean isForMe(Recipient to) {
        return switch (to.kind()) {
            case PERSON -> to.name().equals(me());
            case ROLE -> Role.valueOf(to.name()).isWithin(permissions.me().role());
            case QUEUE -> false;
        };
    }

    private static Optional<String> words(Alert.Occasion what, Handoff handoff) {
        return switch (what) {
            case QUESTION -> handoff.question();
            case DECIDED -> handoff.decision();
            default -> Optional.of(handoff.reason());
        };
    }

    private void tell(String once, Alert alert) {
        synchronized (told) {
            if (!told.add(once)) {
                return;
            }
        }
        listeners.forEach(listener -> listener.accept(alert));
    }

    private String me() {
        return permissions.me().name();
    }
}
