package acquaint.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What checks found to be other than promised. */
final class Findings {

    private final Counts counts;
    private final List<String> all = new ArrayList<>();

    Findings(Counts counts) {
        this.counts = counts;
    }

    void lost(String what) {
        counts.lost++;
        all.add("LOST " + what);
    }

    void twice(String what) {
        counts.twice++;
        all.add("TWICE " + what);
    }

    void wrong(String what) {
        counts.wrong++;
        all.add("WRONG " + what);
    }

    void check(boolean right, String otherwise) {
        if (!right) {
            wrong(otherwise);
        }
    }

    /** Compares key by key. */
    <K, V> void same(String what, Map<K, V> expected, Map<K, V> actual) {
        expected.forEach((key, value) -> {
            V found = actual.get(key);
            if (found == null) {
                lost(what + " " + key + ": " + value);
            } else {
                check(Objects.equals(value, found), what + " " + key + ": should be\n  " + value + "\nand is\n  " + found);
            }
        });
        actual.forEach((key, value) -> check(expected.containsKey(key), what + " " + key + " that nobody made: " + value));
    }

    void failIfAny(String where) {
        if (!all.isEmpty()) {
            throw new AssertionError(where + ": " + all.size() + " findings\n" + String.join("\n", all.subList(0, Math.min(30, all.size()))));
        }
    }
}
