package acquaint.casework;

import acquaint.model.Customer;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A few tickets by their numbers, for lists that name them. Blocks. */
public final class TicketLines {

    private final Desk desk;

    public TicketLines(Desk desk) {
        this.desk = desk;
    }

    /** In the same order; a number that no ticket has is left out. */
    public List<TicketLine> of(Collection<TicketId> tickets) {
        return desk.read(session -> tickets.stream().flatMap(ticket -> line(session, ticket).stream()).toList());
    }

    public Optional<TicketLine> find(TicketId ticket) {
        return desk.read(session -> line(session, ticket));
    }

    private static Optional<TicketLine> line(Session session, TicketId id) {
        return session.tickets().find(id).map(ticket -> new TicketLine(id,
                session.customers().find(ticket.customer()).map(Customer::name).orElse(""), ticket.subject(), ticket.status(), ticket.createdAt()));
    }
}
