package acquaint.pattern;

import acquaint.reply.Likeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a ticket is about, from what the customer said first: its words, and the sentences that say most. */
final class Issue {

    /** Later messages answer our questions. */
    private static final int MESSAGES = 5;
    private static final int SENTENCES = 3;
    private static final int CHARACTERS = 240;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])\\s+|\\R+");

    private final List<String> said;
    private final Map<String, String> terms = new LinkedHashMap<>();
    private final Set<String> opening;
    private final List<String> sentences;
    private final Vocabulary vocabulary;

    Issue(List<String> said, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        List<String> first = said.subList(0, Math.min(MESSAGES, said.size()));
        Set<String> all = new LinkedHashSet<>();
        this.said = List.copyOf(first);
        for (String message : first) {
            Terms.of(message).forEach(terms::putIfAbsent);
            SENTENCE_END.splitAsStream(message).map(String::strip).filter(sentence -> !sentence.isEmpty()).forEach(all::add);
        }
        opening = first.isEmpty() ? Set.of() : Terms.of(first.getFirst()).keySet();
        sentences = all.stream().sorted(Comparator.comparingDouble(this::weight).reversed()).limit(SENTENCES)
                .map(sentence -> sentence.length() > CHARACTERS ? sentence.substring(0, CHARACTERS) : sentence).toList();
    }

    private double weight(String sentence) {
        return vocabulary.weight(Terms.of(sentence).keySet());
    }

    Map<String, String> terms() {
        return terms;
    }

    /** Its words that name a thing or say which, from each term to a word as it stands there: one that names a thing where there is one. */
    Map<String, Nouns.Token> names(Nouns nouns) {
        var names = new LinkedHashMap<String, Nouns.Token>();
        said.forEach(message -> Nouns.tokens(message).stream().filter(nouns::isSpecifying)
                .forEach(token -> names.merge(Terms.stem(token.folded()), token, (one, other) -> nouns.isNoun(one) ? one : other)));
        return names;
    }

    /** Whether the customer begins with it. */
    boolean opensWith(String term) {
        return opening.contains(term);
    }

    List<String> sentences() {
        return sentences;
    }

    double byWords(Issue other) {
        return vocabulary.likeness(terms.keySet(), other.terms.keySet());
    }

    /** Each sentence beside the likest of the other's, both ways; empty where meanings cannot be told. */
    Optional<Double> byMeaning(Issue other, Likeness likeness) throws InterruptedException {
        if (sentences.isEmpty() || other.sentences.isEmpty()) {
            return Optional.of(0.0);
        }
        var figures = new ArrayList<double[]>();
        for (String sentence : sentences) {
            Optional<double[]> row = likeness.to(sentence, other.sentences);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            figures.add(row.get());
        }
        double sum = 0;
        for (double[] row : figures) {
            sum += max(row) / figures.size();
        }
        for (int column = 0; column < other.sentences.size(); column++) {
            int fixed = column;
            sum += figures.stream().mapToDouble(row -> row[fixed]).max().orElse(0) / other.sentences.size();
        }
        return Optional.of(sum / 2);
    }

    private static double max(double[] row) {
        double max = 0;
        for (double one : row) {
            max = Math.max(max, one);
        }
        return max;
    }
}
