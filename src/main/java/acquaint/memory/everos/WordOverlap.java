package acquaint.memory.everos;

import acquaint.model.Folded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Ranks a few hundred texts by the words they share with a question: the sum of inverse document frequencies (Spärck
 * Jones, 1972) over the root of the text's length. Enough for what was said in open tickets, which no service can search
 * yet. Scripts without spaces are taken character by character.
 */
final class WordOverlap<T> {

    /** A text and how well it matches; always more than 0. */
    record Match<T>(T what, double score) {}

    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{N}]+");
    /** Shorter words are mostly those that every sentence has. */
    private static final int TELLING = 4;

    private final List<T> texts;
    private final List<Set<String>> words;
    private final Map<String, Integer> frequency = new HashMap<>();

    WordOverlap(List<T> texts, Function<T, String> text) {
        this.texts = texts;
        words = texts.stream().map(text.andThen(WordOverlap::words)).toList();
        words.forEach(each -> each.forEach(word -> frequency.merge(word, 1, Integer::sum)));
    }

    /** Those that share a telling word with {@code question}, best first, at most {@code limit}. */
    List<Match<T>> best(String question, int limit) {
        Set<String> asked = words(question);
        var matches = new ArrayList<Match<T>>();
        for (int i = 0; i < texts.size(); i++) {
            Set<String> shared = new HashSet<>(words.get(i));
            shared.retainAll(asked);
            if (shared.stream().anyMatch(WordOverlap::isTelling)) {
                matches.add(new Match<>(texts.get(i), score(shared, words.get(i).size())));
            }
        }
        matches.sort(Comparator.<Match<T>>comparingDouble(Match::score).reversed());
        return List.copyOf(matches.subList(0, Math.min(limit, matches.size())));
    }

    private double score(Set<String> shared, int length) {
        return shared.stream().mapToDouble(word -> Math.log1p((double) texts.size() / frequency.get(word))).sum() / Math.sqrt(length);
    }

    private static boolean isTelling(String word) {
        return word.length() >= TELLING || word.chars().anyMatch(c -> c > 0x2E7F || Character.isDigit(c));
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        WORD.matcher(Folded.of(text)).results().forEach(match -> words.add(match.group()));
        return words;
    }
}
