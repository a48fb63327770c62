package acquaint.model;

/** Names a ticket, as agents read it and as the command line takes it. */
public record TicketId(String value) {

    public TicketId {
        value = Texts.required(value, "ticket id");
    }

    /** The memory session that is this ticket's and no other's. */
    public SessionId session() {
        return new SessionId("ticket_" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
