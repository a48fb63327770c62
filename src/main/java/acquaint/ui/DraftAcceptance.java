package acquaint.ui;

import acquaint.model.TicketId;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import java.util.List;
import java.util.function.Consumer;

/** Hands what the agent accepts of a draft to the reply, and notes which of it has nothing behind it. JavaFX thread only. */
final class DraftAcceptance {

    private final AcceptedSentences sentences;
    private Consumer<AcceptedText> taker = _ -> {};

    DraftAcceptance(AcceptedSentences sentences) {
        this.sentences = sentences;
    }

    /** Says who takes what is accepted. */
    void onAccepted(Consumer<AcceptedText> next) {
        taker = next;
    }

    void accept(TicketId ticket, DraftReply draft, boolean edit) {
        sentences.add(ticket, draft.sentences());
        taker.accept(new AcceptedText(ticket, draft.text(), edit ? AcceptedText.How.TO_EDIT : AcceptedText.How.WHOLE));
    }

    /** One sentence of the draft alone. */
    void accept(TicketId ticket, DraftReply draft, Sentence sentence) {
        sentences.add(ticket, List.of(sentence));
        boolean first = draft.paragraphs().stream().map(Paragraph::sentences).anyMatch(in -> in.getFirst() == sentence);
        taker.accept(new AcceptedText(ticket, sentence.text(), first ? AcceptedText.How.PARAGRAPH : AcceptedText.How.SENTENCE));
    }
}
