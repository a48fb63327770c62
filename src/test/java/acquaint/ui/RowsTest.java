package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class RowsTest {

    /** Few different letters, so that many of the lists share beginnings and ends. */
    private static final String LETTERS = "abc";
    private static final int PAIRS = 20_000;
    private static final int LONGEST = 9;

    @Test
    void theShownListBecomesTheWantedOneAndNothingChangesAroundTheDifference() {
        var random = new Random(7);
        for (int i = 0; i < PAIRS; i++) {
            compare(letters(random), letters(random));
        }
    }

    @Test
    void anInsertedRowLeavesAllOthersWhereTheyAre() {
        var shown = FXCollections.observableArrayList("a", "b", "c", "d");
        var changes = new ArrayList<String>();
        shown.addListener((Change<? extends String> change) -> {
            while (change.next()) {
                changes.add("+" + change.getAddedSubList() + " -" + change.getRemoved() + " at " + change.getFrom());
            }
        });
        Rows.update(shown, List.of("a", "b", "x", "c", "d"));
        assertEquals(List.of("+[x] -[] at 2"), changes);
    }

    private static void compare(List<String> before, List<String> wanted) {
        ObservableList<String> shown = FXCollections.observableArrayList(before);
        int head = sharedBeginning(before, wanted);
        int tail = Math.min(sharedBeginning(before.reversed(), wanted.reversed()), Math.min(before.size(), wanted.size()) - head);
        String example = before + " to " + wanted;
        shown.addListener((Change<? extends String> change) -> {
            assertTrue(!before.equals(wanted), () -> "changed without need: " + example);
            while (change.next()) {
                assertTrue(change.getFrom() >= head, () -> "changed its beginning: " + example);
                assertTrue(change.getTo() <= change.getList().size() - tail, () -> "changed its end: " + example);
            }
        });
        Rows.update(shown, wanted);
        assertEquals(wanted, shown, example);
    }

    private static int sharedBeginning(List<String> one, List<String> other) {
        int shared = 0;
        while (shared < Math.min(one.size(), other.size()) && one.get(shared).equals(other.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static List<String> letters(Random random) {
        return random.ints(random.nextInt(LONGEST + 1), 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1)).toList();
    }
}
