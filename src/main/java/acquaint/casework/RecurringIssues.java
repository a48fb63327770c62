package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Episode;
import acquaint.memory.MemoryException;
import acquaint.memory.RecallRequest;
import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import acquaint.pattern.Alike;
import acquaint.pattern.PastTicket;
import acquaint.pattern.Recurring;
import acquaint.pattern.RecurringIssue;
import acquaint.pattern.Vocabulary;
import acquaint.reply.Likeness;
import acquaint.store.Desk;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which issues a customer had more than once, read from the desk's tickets and from memory's episodes that no ticket of the desk stands behind. A memory that is away or late is done without.
 * Blocks; an interrupt cancels.
 */
public final class RecurringIssues {

    private static final System.Logger LOG = System.getLogger(RecurringIssues.class.getName());

    private static final Duration DEADLINE = CustomerKnowledge.DEADLINE;
    private static final int TICKETS = 100;
    /** Of these, the ones that are asked about the sentence model; more take too long before an agent writes. */
    private static final int COMPARED = 40;
    private static final int EPISODES = 100;
    /** How many episodes a search brings. */
    private static final int FOUND = 10;

    private final Desk desk;
    private final DeskVocabulary vocabulary;
    private final CustomerMemory memory;
    private final Likeness likeness;

    public RecurringIssues(Desk desk, DeskVocabulary vocabulary, CustomerMemory memory, Likeness likeness) {
        this.desk = desk;
        this.vocabulary = vocabulary;
        this.memory = memory;
        this.likeness = likeness;
    }

    /** What is looked through. */
    private record Known(CustomerId customer, Vocabulary vocabulary, List<PastTicket> tickets) {}

    /** The most frequent first. Empty where nothing recurs. */
    public List<RecurringIssue> ofCustomer(CustomerId customer) throws InterruptedException {
        Known known = desk.read(session -> new Known(customer, vocabulary.of(session), PastTickets.of(session, customer, TICKETS)));
        List<PastTicket> all = with(known, asked(() -> memory.episodes(customer, 0, EPISODES)));
        return recurring(known, all).groups(all);
    }

    /** The recurring issue that this ticket is an occurrence of; memory is searched for what the ticket is about. */
    public Optional<RecurringIssue> of(TicketId ticket) throws InterruptedException {
        Optional<PastTicket> now = desk.read(session -> PastTickets.of(session, ticket));
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Known known = desk.read(session -> {
            CustomerId customer = Journal.ticket(session, ticket).customer();
            return new Known(customer, vocabulary.of(session), PastTickets.of(session, customer, TICKETS));
        });
        var search = new RecallRequest(known.customer(), String.join("\n", now.get().said()), Optional.of(ticket.session()), FOUND);
        var all = new ArrayList<>(with(known, asked(() -> memory.recall(search).episodes())));
        if (all.stream().noneMatch(past -> past.ticket().equals(now.get().ticket()))) {
            all.add(now.get());
        }
        return recurring(known, all).groups(all).stream().filter(issue -> issue.occurrences().stream().anyMatch(one -> one.ticket().equals(now.get().ticket()))).findFirst();
    }

    private Recurring recurring(Known known, List<PastTicket> all) {
        return new Recurring(new Alike(known.vocabulary(), all.size() <= COMPARED ? likeness : (_, _) -> Optional.empty()));
    }

    private List<PastTicket> with(Known known, List<Episode> episodes) {
        List<Episode> elsewhere = desk.read(session -> episodes.stream()
                .filter(episode -> episode.session().ticket().filter(ticket -> session.tickets().exists(ticket)).isEmpty()).toList());
        var all = new ArrayList<>(known.tickets());
        elsewhere.forEach(episode -> all.add(PastTickets.of(episode)));
        return all;
    }

    private static List<Episode> asked(Callable<List<Episode>> question) throws InterruptedException {
        var asking = new FutureTask<>(question);
        Thread.ofVirtual().name("work-recurring").start(asking);
        try {
            return asking.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of();
        } catch (ExecutionException e) {
            Level level = e.getCause() instanceof MemoryException ? Level.INFO : Level.WARNING;
            LOG.log(level, "recurring issues are told without the memory: {0}", e.getCause().toString());
            return List.of();
        } finally {
            asking.cancel(true);
        }
    }
}
