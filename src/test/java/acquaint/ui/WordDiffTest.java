package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.ui.WordDiff.Run;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void onlyTheWordsThatDifferAreMarked() {
        WordDiff diff = WordDiff.of("We send it on Monday.", "We send it on Friday.");
        assertEquals(List.of(new Run("We send it on ", false), new Run("Monday", true), new Run(".", false)), diff.before());
        assertEquals(List.of(new Run("We send it on ", false), new Run("Friday", true), new Run(".", false)), diff.after());
    }

    @Test
    void wordsChangedInARowAreOneRun() {
        WordDiff diff = WordDiff.of("I am sorry. Bye.", "How very annoying. Bye.");
        assertEquals(List.of(new Run("I am sorry", true), new Run(". Bye.", false)), diff.before());
        assertEquals(List.of(new Run("How very annoying", true), new Run(". Bye.", false)), diff.after());
    }

    @Test
    void bothSidesReadAsTheirTextsInAnyScript() {
        String before = "Guten Tag,\n\nIhr Wasserkocher (Nr. 4711) ist unterwegs.\nこんにちは";
        String after = "Hallo Ana,\n\nder Wasserkocher ist da!\nこんばんは 🫖";
        WordDiff diff = WordDiff.of(before, after);
        assertEquals(before, text(diff.before()));
        assertEquals(after, text(diff.after()));
    }

    @Test
    void equalTextsHaveNothingMarkedAndAnEmptyOneHasNothing() {
        assertEquals(List.of(new Run("Same.", false)), WordDiff.of("Same.", "Same.").after());
        assertEquals(List.of(), WordDiff.of("", "New.").before());
        assertEquals(List.of(new Run("New.", true)), WordDiff.of("", "New.").after());
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
