package acquaint.casework;

import acquaint.model.Message;
import acquaint.model.TicketId;
import java.util.List;

/** Reading tickets. Costs the same for a ticket of ten messages and one of ten thousand: only a window is read. */
public final class Conversations {

    /** How many messages a window holds at most when a ticket is opened, and how many each further page brings. */
    public static final int PAGE = 60;

    /** No such ticket on this desk. */
    public static final class UnknownTicket extends RuntimeException {
        public UnknownTicket(TicketId id) {
            super("there is no ticket " + id + " on this desk");
        }
    }

    /** The window around the first unread message, or the newest messages. Marks nothing as seen. */
    public Conversation open(TicketId ticket) {
        throw new UnsupportedOperationException();
    }

    /** The messages from position {@code from} up to and with {@code to} ({@link Long#MAX_VALUE}: to the newest). */
    public Conversation window(TicketId ticket, long from, long to) {
        throw new UnsupportedOperationException();
    }

    /** Up to {@link #PAGE} messages before {@code position}, in order. */
    public List<Message> before(TicketId ticket, long position) {
        throw new UnsupportedOperationException();
    }

    /** Up to {@link #PAGE} messages after {@code position}, in order. */
    public List<Message> after(TicketId ticket, long position) {
        throw new UnsupportedOperationException();
    }

    /** The agent has seen everything up to {@code position}; going back is ignored. */
    public void seen(TicketId ticket, long position) {
        throw new UnsupportedOperationException();
    }

    /** The agent wants to come to this ticket again: its newest customer message counts as unread. */
    public void markUnread(TicketId ticket) {
        throw new UnsupportedOperationException();
    }
}
