package acquaint.brief;

import acquaint.model.Texts;
import acquaint.reply.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * One line of a brief. {@code detail} says more of it, by its {@link BriefPart}: the result of an attempt, by whom and until when a promise is to be
 * kept. {@code byAgent} holds once an agent wrote or changed it: such a line is the agent's word and needs no evidence.
 */
public record BriefLine(String text, Optional<String> detail, List<Evidence> evidence, boolean byAgent) {

    public BriefLine {
        text = Texts.required(text, "line");
        detail = detail.map(String::strip).filter(words -> !words.isEmpty());
        evidence = List.copyOf(evidence);
    }

    /** Found in what is known. */
    public static BriefLine found(String text, Optional<String> detail, List<Evidence> evidence) {
        return new BriefLine(text, detail, evidence, false);
    }

    /** The agent's own. */
    public static BriefLine written(String text) {
        return new BriefLine(text, Optional.empty(), List.of(), true);
    }

    /** The same line in the agent's words; it keeps its evidence. */
    public BriefLine rewritten(String words, Optional<String> more) {
        return new BriefLine(words, more, evidence, true);
    }
}
