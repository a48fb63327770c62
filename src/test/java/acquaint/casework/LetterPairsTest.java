package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LetterPairsTest {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzß0123456789-.@жш漢字😀";

    @Test
    void whatATextHasIsNeverPassedOver() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String text = drawn(random, 1 + random.nextInt(300));
            String[] words = text.split(" +");
            String word = words[random.nextInt(words.length)];
            int from = word.isEmpty() ? 0 : random.nextInt(word.length());
            String part = word.substring(from, from + random.nextInt(word.length() - from + 1));
            assertTrue(LetterPairs.of(text).mayHave(LetterPairs.of(List.of(part, word))), part + " in " + text);
        }
    }

    @Test
    void mostOfWhatATextLacksIsPassedOver() {
        var text = LetterPairs.of("ana ruiz\nc-1001\ntent pole broke again\nmy siskin 2 takes the 9 mm pole, and it broke on the first evening in the hills\nlf-1188\nlee park\nwarranty");
        List<String> absent = List.of("xylophone", "zzyzx", "quorum", "kettledrum", "schmidtke", "invoice", "headlamp", "jacket");
        assertTrue(absent.stream().filter(word -> text.mayHave(LetterPairs.of(List.of(word)))).count() <= 1);
        assertFalse(text.mayHave(LetterPairs.of(List.of("pole", "xylophone"))), "all words are wanted");
        assertTrue(text.mayHave(LetterPairs.of(List.of("q"))), "one letter alone tells nothing");
    }

    private static String drawn(Random random, int length) {
        int[] letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder();
        IntStream.range(0, length).forEach(_ -> text.appendCodePoint(random.nextInt(6) == 0 ? ' ' : letters[random.nextInt(letters.length)]));
        return text.toString();
    }
}
