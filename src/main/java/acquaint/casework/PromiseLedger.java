package acquaint.casework;

import acquaint.model.CustomerId;
import acquaint.model.Promise;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.PromiseTable;
import acquaint.store.Session;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What agents promised customers in replies that left, and what became of it: an agent says that a promise was kept, or withdraws it. Blocks; any thread
 * but the JavaFX thread. Changes are told by the desk as changes of the ticket.
 */
public final class PromiseLedger {

    /** A promise with whom it was made to and what about. */
    public record Owed(Promise promise, String customerName, String subject) {}

    /** No such promise on this desk. */
    public static final class UnknownPromise extends RuntimeException {
        UnknownPromise(long id) {
            super("there is no promise " + id + " on this desk");
        }
    }

    private final Desk desk;
    private final Permissions permissions;
    private final Journal journal;

    public PromiseLedger(Desk desk, Clock clock, Permissions permissions) {
        this.desk = desk;
        this.permissions = permissions;
        this.journal = new Journal(clock, permissions.me().name());
    }

    /** What is still to be kept: the soonest due first, what has no time last. */
    public List<Owed> open() {
        return desk.read(session -> owed(session.promises().openOnes()));
    }

    /** What was to be kept by {@code now}, the longest overdue first. */
    public List<Owed> overdue(Instant now) {
        return desk.read(session -> owed(session.promises().overdueOnes(now)));
    }

    private static List<Owed> owed(List<PromiseTable.Row> rows) {
        return rows.stream().map(row -> new Owed(row.promise(), row.customerName(), row.subject())).toList();
    }

    /** In the order in which they were made. */
    public List<Promise> ofTicket(TicketId ticket) {
        return desk.read(session -> session.promises().ofTicket(ticket));
    }

    /** In the order in which they were made. */
    public List<Promise> ofCustomer(CustomerId customer) {
        return desk.read(session -> session.promises().ofCustomer(customer));
    }

    /** It was kept. One that is over already stays as it is. */
    public Promise kept(long id) {
        return change(id, "promise kept", (session, promise) -> session.promises().end(promise, Promise.State.KEPT, journal.now(), journal.me(), Optional.empty()));
    }

    /** It does not hold any more, for a reason. One that is over already stays as it is. */
    public Promise withdraw(long id, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason must be given");
        }
        return change(id, "promise withdrawn",
                (session, promise) -> session.promises().end(promise, Promise.State.WITHDRAWN, journal.now(), journal.me(), Optional.of(reason.strip())));
    }

    /** It is to be kept by another time, or has none. */
    public Promise changeDue(long id, Optional<Instant> due) {
        return change(id, "promise moved", (session, promise) -> session.promises().due(promise, due));
    }

    /** It was ended by mistake. */
    public Promise reopen(long id) {
        return change(id, "promise reopened", (session, promise) -> session.promises().reopen(promise));
    }

    /** A step of a promise within its transaction. */
    private interface Step {
        void take(Session session, Promise promise);
    }

    private Promise change(long id, String what, Step step) {
        return desk.write(session -> {
            Promise before = session.promises().find(id).orElseThrow(() -> new UnknownPromise(id));
            Ticket ticket = Journal.ticket(session, before.ticket());
            if (!before.owner().equals(journal.me()) && ticket.assignee().filter(journal.me()::equals).isEmpty()) {
                permissions.require(Permission.KEEP_PROMISES_OF_OTHERS);
            }
            step.take(session, before);
            Promise after = session.promises().find(id).orElseThrow();
            if (!after.equals(before)) {
                journal.audit(session, what, ticket, Optional.of(json(before)), Optional.of(json(after)));
            }
            return after;
        });
    }

    private static ObjectNode json(Promise promise) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("promise", promise.id()).put("state", promise.state().name());
        promise.due().ifPresent(due -> json.put("due", due.toString()));
        promise.endedReason().ifPresent(reason -> json.put("reason", reason));
        return json;
    }
}
