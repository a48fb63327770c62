package acquaint.ui;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two texts side by side, word by word: which runs both have and which only one has. By Myers' algorithm ("An O(ND) Difference Algorithm and Its
 * Variations", 1986) as java-diff-utils has it. Immutable.
 */
record WordDiff(List<Run> before, List<Run> after) {

    /** Some words that stand together. {@code changed} where the other text does not have them. */
    record Run(String text, boolean changed) {}

    private static final Pattern WORD = Pattern.compile("\\R|[^\\S\\r\\n]+|[\\p{L}\\p{N}]+|.");

    static WordDiff of(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        var left = new ArrayList<Run>();
        var right = new ArrayList<Run>();
        int oldAt = 0;
        int freshAt = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            add(left, old.subList(oldAt, delta.getSource().getPosition()), false);
            add(right, fresh.subList(freshAt, delta.getTarget().getPosition()), false);
            add(left, delta.getSource().getLines(), true);
            add(right, delta.getTarget().getLines(), true);
            oldAt = delta.getSource().getPosition() + delta.getSource().size();
            freshAt = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        add(left, old.subList(oldAt, old.size()), false);
        add(right, fresh.subList(freshAt, fresh.size()), false);
        return new WordDiff(joined(left), joined(right));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Run> runs, List<String> words, boolean changed) {
        if (!words.isEmpty()) {
            runs.add(new Run(String.join("", words), changed));
        }
    }

    /** Changes that only a space divides are read as one. */
    private static List<Run> joined(List<Run> runs) {
        var joined = new ArrayList<Run>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean between = !run.changed() && run.text().isBlank() && !run.text().contains("\n") && i > 0 && i < runs.size() - 1;
            boolean changed = run.changed() || between;
            if (!joined.isEmpty() && joined.getLast().changed() == changed) {
                joined.set(joined.size() - 1, new Run(joined.getLast().text() + run.text(), changed));
            } else {
                joined.add(new Run(run.text(), changed));
            }
        }
        return List.copyOf(joined);
    }
}
