package acquaint.casework;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How many words must be changed, added or taken out to make one text of another (Levenshtein 1966, over words instead of letters). */
record WordDistance(int distance, int words) {

    /** Beyond this many words, what stands behind them counts as neither changed nor kept: the comparison must stay quick. */
    private static final int MOST = 4_000;

    /** {@code words} is the length of the longer text, at least 1. */
    static WordDistance between(String from, String to) {
        List<String> left = words(from);
        List<String> right = words(to);
        return new WordDistance(distance(left, right), Math.max(1, Math.max(left.size(), right.size())));
    }

    static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).limit(MOST).toList();
    }

    private static int distance(List<String> from, List<String> to) {
        int[] previous = IntStream.rangeClosed(0, to.size()).toArray();
        for (int i = 1; i <= from.size(); i++) {
            int[] current = new int[to.size() + 1];
            current[0] = i;
            for (int j = 1; j <= to.size(); j++) {
                int change = previous[j - 1] + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.size()];
    }

    /** Which part of the longer text was changed, 0 to 1. */
    double share() {
        return (double) distance / words;
    }
}
