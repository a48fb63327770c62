package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Episode;
import acquaint.memory.MemoryException;
import acquaint.memory.Recall;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.privacy.Recipient;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftRequest;
import acquaint.reply.DraftWriter;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.PastReply;
import acquaint.reply.Progress;
import acquaint.reply.PromptTemplate;
import acquaint.reply.PromptWriter;
import acquaint.reply.Wish;
import acquaint.store.Desk;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Has a reply drafted from the ticket and what memory knows. A memory that is away makes a poorer draft, not an error. */
public final class DraftReplies {

    private static final System.Logger LOG = System.getLogger(DraftReplies.class.getName());

    /** How many of the newest messages a draft is written from. */
    private static final int MESSAGES = 200;
    private static final Set<Message.Kind> SAID = Set.of(Message.Kind.CUSTOMER, Message.Kind.REPLY, Message.Kind.NOTE);

    /** A draft and what was recalled for it. {@code others} are further proposals, best first; there are some only where no language model wrote. */
    public record Drafted(DraftReply reply, Recalled recalled, List<DraftReply> others) {

        public Drafted {
            others = List.copyOf(others);
        }

        public Drafted(DraftReply reply, Recalled recalled) {
            this(reply, recalled, List.of());
        }
    }

    /** What a draft is to be written from. */
    record Gathered(DraftRequest request, Recalled recalled) {}

    private final Desk desk;
    private final CustomerKnowledge knowledge;
    private final CustomerMemory memory;
    private final DraftWriter writer;
    private final PastReply.Finder past;
    private final UnaryOperator<DraftReply> lessons;
    private final String me;

    /** {@code lessons} are applied to what no language model wrote; a model is told them. */
    public DraftReplies(Desk desk, CustomerKnowledge knowledge, CustomerMemory memory, DraftWriter writer, PastReply.Finder past, UnaryOperator<DraftReply> lessons, String me) {
        this.desk = desk;
        this.knowledge = knowledge;
        this.memory = memory;
        this.writer = writer;
        this.past = past;
        this.lessons = lessons;
        this.me = me;
    }

    /** Who would write a draft now; empty without a language model. */
    public Optional<Recipient> model() {
        return writer.model();
    }

    /** By the language model where there is one. An interrupt cancels. */
    public Drafted draft(TicketId ticket, Wish wish, Progress progress) throws ModelException, InterruptedException {
        return draft(ticket, wish, progress, writer.languageModel());
    }

    /** By this model instead of the desk's, or without one. An interrupt cancels. */
    public Drafted draft(TicketId ticket, Wish wish, Progress progress, Optional<LanguageModel> model) throws ModelException, InterruptedException {
        if (model.isEmpty()) {
            return compose(ticket);
        }
        Gathered gathered = gather(ticket);
        return new Drafted(writer.write(gathered.request(), wish, progress, model), gathered.recalled());
    }

    /** Without a language model. An interrupt cancels. */
    public Drafted compose(TicketId ticket) throws InterruptedException {
        Gathered gathered = gather(ticket);
        DraftRequest request = gathered.request();
        List<DraftReply> proposals = writer.proposals(request.with(past.like(request))).stream().map(lessons).toList();
        return new Drafted(proposals.getFirst(), gathered.recalled(), proposals.subList(1, proposals.size()));
    }

    /** The prompt that a template would make of this ticket, with as much as a model of {@code contextTokens} is given; nothing is sent. */
    public PromptWriter.Written preview(TicketId ticket, PromptTemplate template, int contextTokens) throws ModelException, InterruptedException {
        return writer.preview(template, gather(ticket).request(), contextTokens);
    }

    /** What each sentence of a text rests on, of what the desk and memory know of the ticket. An interrupt cancels. */
    public List<DraftReply.Sentence> check(TicketId ticket, String text) throws ModelException, InterruptedException {
        return writer.check(gather(ticket).request(), text);
    }

    Gathered gather(TicketId ticket) throws InterruptedException {
        Recalled recalled = knowledge.recall(ticket);
        Recall recall = recalled instanceof Recalled.Known known ? known.recall() : Recall.NOTHING;
        return new Gathered(request(ticket, recall, recalled instanceof Recalled.Away ? List.of() : precedents(ticket)), recalled);
    }

    /** The ticket, with what was recalled for another purpose than a draft. */
    DraftRequest request(TicketId ticket, Recall recall) {
        return request(ticket, recall, List.of());
    }

    private DraftRequest request(TicketId ticket, Recall recall, List<Episode> precedents) {
        return desk.read(session -> {
            Ticket found = Journal.ticket(session, ticket);
            return new DraftRequest(session.customers().find(found.customer()).orElseThrow(), found,
                    session.messages().newest(ticket, SAID, MESSAGES).reversed(), recall, precedents, me);
        });
    }

    private List<Episode> precedents(TicketId ticket) throws InterruptedException {
        try {
            return memory.precedents(knowledge.question(ticket));
        } catch (MemoryException e) {
            LOG.log(Level.INFO, "a draft is written without precedents: {0}", e.kind());
            return List.of();
        }
    }
}
