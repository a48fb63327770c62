package acquaint.pattern;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How telling words are on a desk: the rarer among its tickets, the more. Safe for any thread. */
public final class Vocabulary {

    /** A word rarer than in one of so many tickets tells no more than one that is: names and misspellings are the rarest. */
    private static final double RAREST = 50;
    /** With fewer texts than this, how rare a word is cannot be told; all count nearly alike. */
    private static final double FEW = 20;

    private final Map<String, Integer> having = new HashMap<>();
    private final List<String> sample;
    private final int texts;
    private Nouns ofSample;

    private Vocabulary(List<String> texts) {
        this.sample = List.copyOf(texts);
        this.texts = texts.size();
        texts.forEach(text -> Terms.of(text).keySet().forEach(term -> having.merge(term, 1, Integer::sum)));
    }

    /** From what customers of the desk wrote, a text for each ticket; some hundreds will do. */
    public static Vocabulary of(List<String> texts) {
        return new Vocabulary(texts);
    }

    /** Which words name things, on the desk and in these texts. */
    Nouns nouns(Collection<String> more) {
        return ofSample().and(more);
    }

    /** Not everybody who weighs words asks for this. */
    private synchronized Nouns ofSample() {
        if (ofSample == null) {
            ofSample = Nouns.in(sample);
        }
        return ofSample;
    }

    /** How telling a term is, 0 or more. Codes tell which order is meant and not what about it. */
    double weight(String term) {
        if (term.length() > 4 && term.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return Math.log(Math.min(RAREST, (texts + FEW) / (having.getOrDefault(term, 0) + FEW / RAREST)));
    }

    /** Whether so many tickets beside those of one customer use it: a name or a phrase of the customer's own is no topic. */
    boolean isShared(String term, int own) {
        return texts < FEW || having.getOrDefault(term, 0) > own;
    }

    double weight(Collection<String> terms) {
        return terms.stream().mapToDouble(this::weight).sum();
    }

    /** The cosine of two texts by their weighted terms, from 0 to 1. */
    double likeness(Set<String> one, Set<String> other) {
        double shared = 0;
        for (String term : one) {
            shared += other.contains(term) ? Math.pow(weight(term), 2) : 0;
        }
        double lengths = Math.sqrt(squares(one) * squares(other));
        return lengths == 0 ? 0 : shared / lengths;
    }

    private double squares(Set<String> terms) {
        return terms.stream().mapToDouble(term -> Math.pow(weight(term), 2)).sum();
    }
}
