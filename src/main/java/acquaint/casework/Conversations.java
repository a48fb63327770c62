package acquaint.casework;

import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reading tickets. Costs the same for a ticket of ten messages and one of ten thousand: only a window is read. */
public final class Conversations {

    /** How many messages a window holds at most when a ticket is opened, and how many each further page brings. */
    public static final int PAGE = 60;

    /** How many messages before the first unread one are shown, to read it in its place. */
    private static final int CONTEXT = 5;

    /** No such ticket on this desk. */
    public static final class UnknownTicket extends RuntimeException {
        public UnknownTicket(TicketId id) {
            super("there is no ticket " + id + " on this desk");
        }
    }

    private final Desk desk;
    private final String me;

    public Conversations(Desk desk, String me) {
        this.desk = desk;
        this.me = me;
    }

    /** The window around the first unread message, or the newest messages. Marks nothing as seen. */
    public Conversation open(TicketId ticket) {
        return desk.read(session -> {
            long firstUnread = firstUnread(session, ticket);
            return conversation(session, ticket, window(session, ticket, firstUnread), firstUnread);
        });
    }

    /** The window from position {@code from} up to and with {@code to} ({@link Long#MAX_VALUE}: to the newest). */
    public Conversation window(TicketId ticket, long from, long to) {
        return desk.read(session -> conversation(
                session, ticket, session.messages().between(ticket, from, to), firstUnread(session, ticket)));
    }

    /** The window from a little before message {@code id} up to position {@code to}, or further up to the message; empty where this ticket has no such message. */
    public Optional<Conversation> windowBackTo(TicketId ticket, MessageId id, long to) {
        return desk.read(session -> session.messages().find(id).filter(message -> message.ticket().equals(ticket))
                .map(message -> conversation(session, ticket,
                        session.messages().between(ticket, Math.max(1, message.position() - CONTEXT), Math.max(to, message.position())),
                        firstUnread(session, ticket))));
    }

    private long firstUnread(Session session, TicketId ticket) {
        long seen = session.seen().position(ticket, me);
        return session.messages().unseen(ticket, me, seen, 1).stream().findFirst().map(Message::position).orElse(0L);
    }

    private static Conversation conversation(Session session, TicketId ticket, List<Message> window, long firstUnread) {
        Ticket found = Journal.ticket(session, ticket);
        long first = window.isEmpty() ? 0 : window.getFirst().position();
        long last = window.isEmpty() ? 0 : window.getLast().position();
        return new Conversation(found, session.customers().find(found.customer()).orElseThrow(), window,
                session.messages().countBefore(ticket, first), session.messages().countAfter(ticket, last), firstUnread);
    }

    private static List<Message> window(Session session, TicketId ticket, long firstUnread) {
        if (firstUnread == 0) {
            return session.messages().before(ticket, Long.MAX_VALUE, PAGE);
        }
        List<Message> unread = session.messages().after(ticket, firstUnread - 1, PAGE - CONTEXT);
        // A few unread messages at the end leave room for more of what came before them.
        List<Message> read = session.messages().before(ticket, firstUnread, PAGE - unread.size());
        return Stream.concat(read.stream(), unread.stream()).toList();
    }

    /** Up to {@link #PAGE} messages before {@code position}, in order. */
    public List<Message> before(TicketId ticket, long position) {
        return desk.read(session -> {
            Journal.ticket(session, ticket);
            return session.messages().before(ticket, position, PAGE);
        });
    }

    /** Up to {@link #PAGE} messages after {@code position}, in order. */
    public List<Message> after(TicketId ticket, long position) {
        return desk.read(session -> {
            Journal.ticket(session, ticket);
            return session.messages().after(ticket, position, PAGE);
        });
    }

    /** The agent has seen everything up to {@code position}; going back is ignored. */
    public void seen(TicketId ticket, long position) {
        long before = desk.read(session -> {
            Journal.ticket(session, ticket);
            return session.seen().position(ticket, me);
        });
        if (position > before) {
            desk.write(session -> {
                session.seen().advance(ticket, me, position);
                return null;
            });
        }
    }

    /** The agent wants to come to this ticket again: its newest customer message counts as unread. */
    public void markUnread(TicketId ticket) {
        desk.write(session -> {
            Journal.ticket(session, ticket);
            long newest = session.messages().lastOfCustomer(ticket);
            if (newest > 0 && session.seen().position(ticket, me) >= newest) {
                session.seen().set(ticket, me, newest - 1);
            }
            return null;
        });
    }
}
