package acquaint.ui;

import acquaint.casework.TicketChanges;
import acquaint.model.Priority;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an agent can do to the open ticket besides writing in it. JavaFX thread only. */
public final class TicketActions {

    private final TicketChanges changes;
    private final Workspace workspace;
    private final Background background;
    private final Notices notices;
    private final String me;

    public TicketActions(TicketChanges changes, Workspace workspace, Background background, Notices notices, String me) {
        this.changes = changes;
        this.workspace = workspace;
        this.background = background;
        this.notices = notices;
        this.me = me;
    }

    /** Gives the ticket to me, or back to nobody when it is mine already. */
    void toggleMine() {
        withOpen(ticket -> {
            Optional<String> next = isMine(ticket) ? Optional.empty() : Optional.of(me);
            change(ticket.id(), id -> changes.assign(id, next));
        });
    }

    boolean isMine(Ticket ticket) {
        return ticket.assignee().filter(me::equals).isPresent();
    }

    void assign(Optional<String> agent) {
        withOpen(ticket -> change(ticket.id(), id -> changes.assign(id, agent)));
    }

    void closeOrReopen() {
        withOpen(ticket -> status(ticket.isOpen() ? TicketStatus.CLOSED : TicketStatus.OPEN));
    }

    void status(TicketStatus next) {
        withOpen(ticket -> {
            if (ticket.status() != next) {
                change(ticket.id(), id -> changes.status(id, next));
            }
        });
    }

    void priority(Priority next) {
        withOpen(ticket -> change(ticket.id(), id -> changes.priority(id, next)));
    }

    void tags(List<String> tags) {
        withOpen(ticket -> change(ticket.id(), id -> changes.tags(id, new LinkedHashSet<>(tags))));
    }

    private void withOpen(java.util.function.Consumer<Ticket> action) {
        workspace.open().ifPresent(open -> action.accept(open.conversation().ticket()));
    }

    private void change(TicketId id, Function<TicketId, Ticket> change) {
        background.run(() -> change.apply(id)).onFailure(problem -> {
            switch (problem) {
                case Ticket.IllegalChange _ -> {
                    notices.say("ticket.change.impossible");
                    workspace.refresh();
                }
                case TicketChanges.TakesBrief _ -> notices.say("ticket.change.handed-over");
                default -> background.report(problem);
            }
        });
    }
}
