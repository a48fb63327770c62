package acquaint.reply;

import acquaint.privacy.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A proposed reply: paragraphs of sentences, each with what it rests on. {@code answered} is the position of the newest message the
 * draft knew of: past it, the draft is stale. {@code writing} is there when a language model wrote it.
 */
public record DraftReply(List<Paragraph> paragraphs, long answered, Optional<Writing> writing) {

    public enum Basis {
        /** Put together from evidence, without a language model. */
        COMPOSED,
        /** Written by a language model, and checked against what it was given. */
        MODEL
    }

    /** What was found for a sentence. */
    public enum Support {
        /** It says nothing that could be wrong: a greeting, a question, a kind word, what the agent is about to do. */
        COURTESY,
        /** What it says stands in its evidence. */
        SUPPORTED,
        /** It says something that stands nowhere. */
        UNSUPPORTED
    }

    /**
     * How a model came to write it. {@code ledgerEntry} is where the ledger has what it was given; {@code whole} is false where the answer was
     * stopped or cut off; {@code leftOut} is how many pieces of each kind did not fit into the prompt.
     */
    public record Writing(Recipient by, long ledgerEntry, List<String> placeholders, boolean whole, LeftOut leftOut) {

        public Writing {
            placeholders = List.copyOf(placeholders);
        }
    }

    /** What the model was not given for want of room, and what for its sensitive content, in pieces. */
    public record LeftOut(int messages, int profile, int episodes, int passages, int sensitive) {

        public static final LeftOut NOTHING = new LeftOut(0, 0, 0, 0, 0);

        public int total() {
            return messages + profile + episodes + passages + sensitive;
        }
    }

    /** Sentences that stand together. {@code tight} is one that stands right under the one before, as an entry of a list does. */
    public record Paragraph(List<Sentence> sentences, boolean tight) {

        public Paragraph {
            sentences = List.copyOf(sentences);
        }

        public Paragraph(List<Sentence> sentences) {
            this(sentences, false);
        }

        String text() {
            return sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
        }
    }

    /**
     * One sentence, and what it rests on. {@code missing} are the words of an unsupported one that stand nowhere, such as a date or an order
     * number; it is empty where the sentence as a whole has nothing behind it.
     */
    public record Sentence(String text, List<Evidence> evidence, Support support, List<String> missing) {

        public Sentence {
            evidence = List.copyOf(evidence);
            missing = List.copyOf(missing);
        }

        /** Of a composed draft, where no evidence means courtesy or a question, never a claim. */
        public Sentence(String text, List<Evidence> evidence) {
            this(text, evidence, evidence.isEmpty() ? Support.COURTESY : Support.SUPPORTED, List.of());
        }
    }

    public DraftReply {
        paragraphs = List.copyOf(paragraphs);
    }

    public Basis basis() {
        return writing.isPresent() ? Basis.MODEL : Basis.COMPOSED;
    }

    /** As the agent would send it: a blank line between paragraphs, none above a tight one. */
    public String text() {
        var text = new StringBuilder();
        for (Paragraph paragraph : paragraphs) {
            text.append(text.isEmpty() ? "" : paragraph.tight() ? "\n" : "\n\n").append(paragraph.text());
        }
        return text.toString();
    }

    public List<Sentence> sentences() {
        return paragraphs.stream().flatMap(p -> p.sentences().stream()).toList();
    }

    /** Whether anything but this ticket itself was found to write from. */
    public boolean restsOnMemory() {
        return sentences().stream().flatMap(s -> s.evidence().stream()).anyMatch(e -> e.kind() != Evidence.Kind.MESSAGE);
    }
}
