package acquaint.reply;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A proposed reply: paragraphs of sentences, each with what it rests on. {@code basis} says who wrote it.
 * {@code answered} is the position of the newest message the draft knew of: past it, the draft is stale.
 */
public record DraftReply(List<Paragraph> paragraphs, Basis basis, long answered) {

    public enum Basis {
        /** Put together from evidence, without a language model. */
        COMPOSED
    }

    /** Sentences that stand together. */
    public record Paragraph(List<Sentence> sentences) {

        public Paragraph {
            sentences = List.copyOf(sentences);
        }
    }

    /** One sentence. No evidence means courtesy or a question, never a claim. */
    public record Sentence(String text, List<Evidence> evidence) {

        public Sentence {
            evidence = List.copyOf(evidence);
        }
    }

    public DraftReply {
        paragraphs = List.copyOf(paragraphs);
    }

    /** As the agent would send it: a blank line between paragraphs. */
    public String text() {
        return paragraphs.stream()
                .map(p -> p.sentences().stream().map(Sentence::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n\n"));
    }

    public List<Sentence> sentences() {
        return paragraphs.stream().flatMap(p -> p.sentences().stream()).toList();
    }

    /** Whether anything but this ticket itself was found to write from. */
    public boolean restsOnMemory() {
        return sentences().stream().flatMap(s -> s.evidence().stream()).anyMatch(e -> e.kind() != Evidence.Kind.MESSAGE);
    }
}
