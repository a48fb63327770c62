package acquaint.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A word that says what tickets of a customer are about, and how many are. */
public record Topic(String word, int tickets) {

    private static final int LETTERS = 4;

    /** The words that most of these texts use, without those that say nothing; one that only a single text uses is no topic. */
    public static List<Topic> of(List<String> texts, int limit) {
        var counts = new LinkedHashMap<String, Integer>();
        var spelt = new LinkedHashMap<String, String>();
        for (String text : texts) {
            for (Map.Entry<String, String> term : Terms.of(text).entrySet()) {
                if (term.getValue().length() >= LETTERS) {
                    counts.merge(term.getKey(), 1, Integer::sum);
                    spelt.merge(term.getKey(), term.getValue(), (a, b) -> a.length() <= b.length() ? a : b);
                }
            }
        }
        var topics = new ArrayList<Topic>();
        counts.forEach((term, count) -> topics.add(new Topic(spelt.get(term), count)));
        return topics.stream().filter(topic -> topic.tickets() > 1).sorted(Comparator.comparingInt(Topic::tickets).reversed()).limit(limit).toList();
    }
}
