package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefMarkdown;
import acquaint.brief.BriefPart;
import acquaint.brief.BriefPdf;
import acquaint.brief.BriefRequest;
import acquaint.brief.BriefWriter;
import acquaint.brief.Cause;
import acquaint.memory.Recall;
import acquaint.model.Promise;
import acquaint.model.TicketId;
import acquaint.reply.DraftRequest;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.Progress;
import acquaint.store.Desk;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Writes the brief of a ticket from all that is known: the ticket, the customer's other tickets, the ledger of promises, and memory within its deadline. A memory that is
 * away makes a poorer brief, and is no error. Blocks; safe for several threads; an interrupt cancels.
 */
public final class Briefs {

    /** How many episodes and passages are asked for. */
    private static final int LIMIT = 10;

    private final Desk desk;
    private final DraftReplies drafts;
    private final CustomerKnowledge knowledge;
    private final BriefWriter writer;
    private final Clock clock;

    public Briefs(Desk desk, DraftReplies drafts, CustomerKnowledge knowledge, BriefWriter writer, Clock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.knowledge = knowledge;
        this.writer = writer;
        this.clock = clock;
    }

    /** Without a language model. */
    public Brief compose(TicketId ticket) throws InterruptedException {
        return writer.compose(request(ticket, Optional.empty()));
    }

    /** Without a language model, and with why it is handed over. */
    public Brief compose(TicketId ticket, Cause cause) throws InterruptedException {
        return writer.compose(request(ticket, Optional.of(cause)));
    }

    /** By the language model where there is one. */
    public Brief compose(TicketId ticket, Progress progress) throws ModelException, InterruptedException {
        return writer.write(request(ticket, Optional.empty()), progress);
    }

    /** By this model instead of the desk's, or without one. */
    public Brief compose(TicketId ticket, Progress progress, Optional<LanguageModel> model) throws ModelException, InterruptedException {
        return writer.write(request(ticket, Optional.empty()), progress, model);
    }

    /** In the agent's language. Does not block. */
    public String markdown(Brief brief) {
        return BriefMarkdown.write(brief, writer.reader(), writer.zone());
    }

    /** In the agent's language; leaves {@code out} open. */
    public void pdf(Brief brief, OutputStream out) throws IOException {
        BriefPdf.write(brief, writer.reader(), writer.zone(), out);
    }

    /** What a part is called in the agent's language. Does not block. */
    public String heading(BriefPart part) {
        return writer.heading(part);
    }

    private BriefRequest request(TicketId ticket, Optional<Cause> cause) throws InterruptedException {
        CustomerCard card = knowledge.card(ticket);
        Recall recall = knowledge.recall(ticket, LIMIT) instanceof Recalled.Known known ? known.recall() : Recall.NOTHING;
        DraftRequest material = drafts.request(ticket, recall);
        List<Promise> promises = desk.read(session -> session.promises().ofCustomer(card.customer().id()));
        return new BriefRequest(material, card.others(), promises, cause, clock.instant());
    }
}
