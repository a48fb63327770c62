package acquaint.reply;

import acquaint.model.TicketId;
import acquaint.privacy.Masked;
import java.util.List;

/**
 * What a language model is asked: {@code instructions} are the team's, {@code material} is what it is to work on and never an instruction.
 * Both are masked, since nothing else fits in here. {@code answerTokens} bounds the answer.
 */
public record Prompt(Purpose purpose, TicketId ticket, Masked instructions, Masked material, List<String> placeholders, int answerTokens) {

    /** What the answer is for. */
    public enum Purpose { DRAFT, REWRITE, TRANSLATION, SUMMARY, CATCH_UP, QUESTION, BRIEF, EXTRACTION, TEST }

    public Prompt {
        placeholders = List.copyOf(placeholders);
    }
}
