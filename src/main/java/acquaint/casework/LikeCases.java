package acquaint.casework;

import acquaint.memory.Recall;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.QueueRow;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.pattern.Alike;
import acquaint.pattern.LikeCase;
import acquaint.pattern.OtherCase;
import acquaint.pattern.PastTicket;
import acquaint.pattern.Ranked;
import acquaint.pattern.Vocabulary;
import acquaint.privacy.PersonalData;
import acquaint.reply.CleanedReply;
import acquaint.reply.DraftRequest;
import acquaint.reply.Likeness;
import acquaint.reply.PastReply;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tickets of other customers like one at hand, without anything personal of theirs. They are found by what agents answered in like cases, so a ticket that nobody answered is none. Blocks;
 * an interrupt cancels.
 */
public final class LikeCases {

    private static final int MESSAGES = 60;
    /** Tickets that are compared, and shown at most. */
    private static final int COMPARED = 12;
    private static final int SHOWN = 5;
    private static final int SENTENCES = 3;
    /** Of a customer's tickets, so many are looked through for one that asks anew. */
    private static final int LATER = 10;
    private static final Set<Message.Kind> SAID = Set.of(Message.Kind.CUSTOMER, Message.Kind.REPLY);

    private final Desk desk;
    private final DeskVocabulary vocabulary;
    private final PastReply.Finder past;
    private final Likeness likeness;
    private final CleanedReply cleaning;
    private final Clock clock;

    /** {@code rules} say what is personal data. */
    public LikeCases(Desk desk, DeskVocabulary vocabulary, PastReply.Finder past, Likeness likeness, Supplier<PersonalData> rules, Clock clock) {
        this.desk = desk;
        this.vocabulary = vocabulary;
        this.past = past;
        this.likeness = likeness;
        this.cleaning = new CleanedReply(rules);
        this.clock = clock;
    }

    /** The ticket at hand, and those that may be like it. */
    private record Gathered(Ticket ticket, Customer customer, Vocabulary vocabulary, Optional<PastTicket> now) {}

    /** Best first; a few at most. */
    public List<LikeCase> of(TicketId id) throws InterruptedException {
        Gathered here = desk.read(session -> {
            Ticket ticket = Journal.ticket(session, id);
            return new Gathered(ticket, session.customers().find(ticket.customer()).orElseThrow(), vocabulary.of(session), PastTickets.of(session, id));
        });
        if (here.now().isEmpty()) {
            return List.of();
        }
        var ranked = new Ranked(new Alike(here.vocabulary(), likeness));
        var again = new Ranked(new Alike(here.vocabulary(), (_, _) -> Optional.empty()));
        var others = new ArrayList<OtherCase>();
        for (TicketId other : found(here)) {
            Optional<OtherCase> read = other(other, again);
            read.ifPresent(others::add);
        }
        return ranked.of(here.ticket(), here.customer(), here.now().get(), others, clock.instant(), SHOWN);
    }

    private List<TicketId> found(Gathered here) throws InterruptedException {
        List<Message> said = desk.read(session -> session.messages().newest(here.ticket().id(), SAID, MESSAGES).reversed());
        var tickets = new LinkedHashSet<TicketId>();
        for (PastReply reply : past.like(new DraftRequest(here.customer(), here.ticket(), said, Recall.NOTHING, List.of(), ""))) {
            if (!reply.customer().id().equals(here.customer().id())) {
                tickets.add(reply.reply().ticket());
            }
        }
        return tickets.stream().limit(COMPARED).toList();
    }

    private Optional<OtherCase> other(TicketId id, Ranked again) throws InterruptedException {
        record Read(Ticket ticket, Customer customer, List<Message> messages, Optional<PastTicket> past, List<PastTicket> later) {}
        Read read = desk.read(session -> {
            Ticket ticket = Journal.ticket(session, id);
            return new Read(ticket, session.customers().find(ticket.customer()).orElseThrow(), PastTickets.messages(session, ticket), PastTickets.of(session, id), later(session, ticket));
        });
        if (read.past().isEmpty()) {
            return Optional.empty();
        }
        Instant ended = read.messages().getLast().at();
        boolean anew = false;
        for (PastTicket later : read.later()) {
            anew |= later.at().isBefore(ended.plus(Ranked.held())) && again.isAgain(read.past().get(), later);
        }
        return Optional.of(new OtherCase(read.ticket(), read.customer(), read.past().get(), ended, anew, solvedBy(read.messages(), read.customer())));
    }

    private static List<PastTicket> later(Session session, Ticket ticket) {
        CustomerId customer = ticket.customer();
        return session.queue().ofCustomer(customer, "").stream().map(QueueRow::ticket).filter(other -> !other.equals(ticket.id())).limit(LATER)
                .flatMap(other -> PastTickets.of(session, other).stream()).toList();
    }

    /** The last of our sentences that say something: what ended it stands at the end. */
    private List<String> solvedBy(List<Message> messages, Customer customer) {
        var sentences = new LinkedHashSet<String>();
        messages.stream().filter(message -> message.isFrom(Message.Kind.REPLY) && message.delivery() != Message.Delivery.HELD && message.delivery() != Message.Delivery.FAILED)
                .forEach(reply -> sentences.addAll(cleaning.sentences(reply, customer)));
        List<String> all = List.copyOf(sentences);
        return all.subList(Math.max(0, all.size() - SENTENCES), all.size());
    }
}
