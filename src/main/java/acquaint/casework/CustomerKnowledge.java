package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Health;
import acquaint.memory.MemoryException;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.QueueRow;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What we know of the customer of a ticket: the desk's records, and memory within a deadline. */
public final class CustomerKnowledge {

    /** How long a recall may take before the answer is "away". */
    public static final Duration DEADLINE = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(CustomerKnowledge.class.getName());

    /** How many episodes and passages are asked for. */
    private static final int LIMIT = 8;
    /** The question's length in characters: more words make an answer slower, not better. */
    private static final int QUESTION = 600;
    private static final int LAST_WORDS = 5;

    private final Desk desk;
    private final CustomerMemory memory;
    private final String me;
    private final Duration deadline;

    public CustomerKnowledge(Desk desk, CustomerMemory memory, String me) {
        this(desk, memory, me, DEADLINE);
    }

    CustomerKnowledge(Desk desk, CustomerMemory memory, String me, Duration deadline) {
        this.desk = desk;
        this.memory = memory;
        this.me = me;
        this.deadline = deadline;
    }

    public CustomerCard card(TicketId ticket) {
        return desk.read(session -> {
            CustomerId customer = Journal.ticket(session, ticket).customer();
            List<QueueRow> rows = session.queue().ofCustomer(customer, me);
            return new CustomerCard(session.customers().find(customer).orElseThrow(), rows.size(),
                    rows.stream().filter(row -> !row.ticket().equals(ticket)).toList());
        });
    }

    /** Asks memory for what matters to this ticket: its subject and the customer's last words are the question. An interrupt cancels. */
    public Recalled recall(TicketId ticket) throws InterruptedException {
        return recall(question(ticket));
    }

    /** As above, with this many episodes and passages at most. */
    Recalled recall(TicketId ticket, int limit) throws InterruptedException {
        RecallRequest usual = question(ticket);
        return recall(new RecallRequest(usual.customer(), usual.words(), usual.current(), limit));
    }

    private Recalled recall(RecallRequest request) throws InterruptedException {
        var asking = new FutureTask<>(() -> memory.recall(request));
        Thread.ofVirtual().name("work-recall").start(asking);
        try {
            Recall recall = asking.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return recall.isEmpty() ? new Recalled.Nothing(recall.pending()) : new Recalled.Known(recall);
        } catch (TimeoutException e) {
            return new Recalled.Away(MemoryException.Kind.LATE);
        } catch (ExecutionException e) {
            return away(e.getCause());
        } finally {
            // Ends the asking after a timeout or an interrupt; does nothing to one that has answered.
            asking.cancel(true);
        }
    }

    private static Recalled away(Throwable why) {
        if (why instanceof MemoryException e) {
            return new Recalled.Away(e.kind());
        }
        LOG.log(Level.ERROR, "a recall broke off", why);
        return new Recalled.Away(MemoryException.Kind.AWAY);
    }

    /** How memory itself is; takes no time. */
    public Health health() {
        return memory.health();
    }

    /** The question to memory about a ticket. */
    RecallRequest question(TicketId id) {
        return desk.read(session -> {
            Ticket ticket = Journal.ticket(session, id);
            return new RecallRequest(ticket.customer(), words(session, ticket), Optional.of(id.session()), LIMIT);
        });
    }

    private static String words(Session session, Ticket ticket) {
        var words = new StringBuilder(ticket.subject());
        for (Message message : session.messages().newest(ticket.id(), Set.of(Message.Kind.CUSTOMER), LAST_WORDS)) {
            words.append('\n').append(message.text());
            if (words.length() >= QUESTION) {
                words.setLength(QUESTION);
                break;
            }
        }
        return words.toString();
    }
}
