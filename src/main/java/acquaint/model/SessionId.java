package acquaint.model;

import java.util.Optional;

/** Names a memory session; {@code ticket_<id>} for a ticket, anything else for a session that another program wrote. */
public record SessionId(String value) {

    private static final String TICKET = "ticket_";

    public SessionId {
        value = Texts.required(value, "session id");
    }

    /** The ticket this session belongs to, if it is a ticket's. */
    public Optional<TicketId> ticket() {
        return value.startsWith(TICKET) && value.length() > TICKET.length()
                ? Optional.of(new TicketId(value.substring(TICKET.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
