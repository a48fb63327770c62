package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Folded;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteMatchTest {

    @ParameterizedTest
    @CsvSource({
        "gtb,Go to the board,[G]o [t]o the [b]oard",
        "board,Go to the board,Go to the [board]",
        "sac,Send and close,[S]end [a]nd [c]lose",
        "send clo,Send and close,[Send] and [clo]se",
        "clo send,Send and close,[Send] and [clo]se",
        "uber,Über Acquaint,[Über] Acquaint",
        "strasse,Straße,[Straße]",
        "lgt,Light or dark,[L]i[g]h[t] or dark"})
    void wordsAreFoundByTheirBeginningsAndByLettersInTheirOrder(String typed, String text, String marked) {
        assertEquals(marked, marked(text, match(typed, text).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"xyz,Go to the board", "board go now,Go to the board", "o,Go to the board", "sld,Search for all old and closed", "drob,Go to the board"})
    void lettersThatLieScatteredOrInAnotherOrderAreNoAnswer(String typed, String text) {
        assertEquals(Optional.empty(), match(typed, text));
    }

    @Test
    void theBeginningOfAWordAnswersBetterThanItsInsideAndThatBetterThanScatteredLetters() {
        int beginning = match("note", "Write a note").orElseThrow().score();
        int inside = match("note", "Write footnotes").orElseThrow().score();
        int scattered = match("note", "No tickets here").orElseThrow().score();
        assertTrue(beginning > inside && inside > scattered, beginning + " > " + inside + " > " + scattered);
    }

    @Test
    void aTextOfAnyLengthAndAnyCharactersIsLookedAt() {
        assertEquals(Optional.empty(), match("a", ""));
        assertTrue(match("ana", "x".repeat(150) + " ana").isPresent());
        assertTrue(match("ß", "\uD83D\uDE00 ß").isPresent());
    }

    private static Optional<PaletteMatch> match(String typed, String text) {
        return PaletteMatch.of(Folded.words(typed), text);
    }

    private static String marked(String text, PaletteMatch match) {
        return java.util.stream.IntStream.range(0, text.length())
                .mapToObj(at -> (match.letters().get(at) && (at == 0 || !match.letters().get(at - 1)) ? "[" : "") + text.charAt(at)
                        + (match.letters().get(at) && !match.letters().get(at + 1) ? "]" : ""))
                .collect(Collectors.joining());
    }
}
