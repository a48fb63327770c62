package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.model.TicketId;
import acquaint.reply.Digest;
import acquaint.reply.DigestWriter;
import acquaint.reply.DraftRequest;
import acquaint.reply.ModelException;
import acquaint.reply.Progress;
import java.util.Optional;

/** Tells an agent in short what a ticket is about, what is new in it, and what memory knows. Blocks; safe for several threads; an interrupt cancels. */
public final class Digests {

    /** How many episodes and passages a question is answered from. */
    private static final int LIMIT = 10;

    private final DraftReplies drafts;
    private final CustomerMemory memory;
    private final DigestWriter writer;

    public Digests(DraftReplies drafts, CustomerMemory memory, DigestWriter writer) {
        this.drafts = drafts;
        this.memory = memory;
        this.writer = writer;
    }

    /** What the ticket is about and where it stands. A memory that is away makes it poorer, and is no error. */
    public Digest summary(TicketId ticket, Progress progress) throws ModelException, InterruptedException {
        return writer.summary(drafts.gather(ticket).request(), progress);
    }

    /** What was said after position {@code since}; nothing where nothing was. */
    public Digest catchUp(TicketId ticket, long since, Progress progress) throws ModelException, InterruptedException {
        return writer.catchUp(drafts.request(ticket, Recall.NOTHING), since, progress);
    }

    /** Answers a question about the ticket's customer from memory, which is searched in several rounds, and from the ticket itself. */
    public Digest ask(TicketId ticket, String question, Progress progress) throws MemoryException, ModelException, InterruptedException {
        DraftRequest bare = drafts.request(ticket, Recall.NOTHING);
        Recall recall = memory.recall(new RecallRequest(bare.customer().id(), question, Optional.of(ticket.session()), LIMIT, SearchMethod.AGENTIC));
        return writer.answer(question, drafts.request(ticket, recall), progress);
    }
}
