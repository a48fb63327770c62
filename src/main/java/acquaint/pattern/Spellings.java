package acquaint.pattern;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a word is spelt in some texts. Not safe for several threads. */
final class Spellings {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String spelt) {
        counts.merge(spelt, 1, Integer::sum);
    }

    /** The spelling that is used most; a capital is kept only where it is never written without. */
    String usual() {
        String most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        String small = most.toLowerCase(Locale.ROOT);
        return counts.containsKey(small) ? small : most;
    }
}
