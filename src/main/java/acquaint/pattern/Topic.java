package acquaint.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A word, or two that belong together, which say what tickets of a customer are about; and how many are. */
public record Topic(String word, int tickets) {

    /** Two words are a topic of their own where at least this part of the texts that use the second have the first before it. */
    private static final double TOGETHER = 0.5;

    /** What stands for one topic, however it is spelt. */
    private static final class Name {

        final List<String> terms;
        final Set<Integer> texts = new HashSet<>();
        final Spellings spelt = new Spellings();

        Name(List<String> terms) {
            this.terms = terms;
        }

        void seen(int text, String as) {
            texts.add(text);
            spelt.add(as);
        }
    }

    /**
     * What most of these texts name that other texts of the desk name seldom; what only a single text names is no topic. {@code vocabulary} tells how telling words are on the desk.
     */
    public static List<Topic> of(List<String> texts, Vocabulary vocabulary, int limit) {
        Nouns nouns = vocabulary.nouns(texts);
        var names = new LinkedHashMap<List<String>, Name>();
        for (int i = 0; i < texts.size(); i++) {
            int text = i;
            nouns.names(texts.get(i)).forEach(name -> names.computeIfAbsent(name.stream().map(token -> Terms.stem(token.folded())).toList(), Name::new)
                    .seen(text, name.stream().map(Nouns.Token::spelt).collect(Collectors.joining(" "))));
        }
        names.values().removeIf(name -> name.texts.size() < 2);
        return withoutRepetitions(names).stream()
                .sorted(Comparator.comparingDouble((Name name) -> name.texts.size() * weight(name, vocabulary)).reversed())
                .limit(limit).map(name -> new Topic(name.spelt.usual(), name.texts.size())).sorted(Comparator.comparingInt(Topic::tickets).reversed()).toList();
    }

    private static double weight(Name name, Vocabulary vocabulary) {
        return name.terms.stream().mapToDouble(vocabulary::weight).average().orElse(0);
    }

    /** Two words take the place of each of them that is seldom without the other. */
    private static List<Name> withoutRepetitions(Map<List<String>, Name> names) {
        var covered = new HashMap<String, Integer>();
        var kept = new ArrayList<Name>();
        names.values().stream().filter(name -> name.terms.size() == 2).sorted(Comparator.comparingInt((Name name) -> name.texts.size()).reversed()).forEach(name -> {
            Name last = names.get(name.terms.subList(1, 2));
            if (last != null && name.texts.size() >= TOGETHER * last.texts.size() && name.terms.stream().noneMatch(covered::containsKey)) {
                name.terms.forEach(term -> covered.put(term, name.texts.size()));
                kept.add(name);
            }
        });
        names.values().stream().filter(name -> name.terms.size() == 1)
                .filter(name -> covered.getOrDefault(name.terms.getFirst(), 0) < TOGETHER * name.texts.size()).forEach(kept::add);
        return kept;
    }
}
