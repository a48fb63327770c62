package acquaint.memory.local;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Beside the words of Chinese and Japanese every two Chinese characters that stand side by side, and of Korean words every
 * two syllables: then 手机 is found in 手机壳, and a Korean noun with whatever particle follows it.
 */
final class CharacterPairs extends TokenFilter {

    private record Pair(String text, int from) {}

    /** Before the first syllable of Korean stand the letters of Europe and the Near East. */
    private static final char FIRST = '\u1100';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private State word;
    private boolean wordWaits;
    /** The Chinese character that the word before ended with, and where it ended. */
    private String last = "";
    private int end = -1;

    CharacterPairs(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (wordWaits) {
            wordWaits = false;
            restoreState(word);
            return true;
        }
        if (!pairs.isEmpty()) {
            emit(pairs.remove());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (term.charAt(0) < FIRST) {
            end = -1;
            return true;
        }
        int[] characters = term.toString().codePoints().toArray();
        word = captureState();
        boolean touches = offset.startOffset() == end && isChinese(characters[0]);
        String before = last;
        within(characters);
        remember(characters);
        if (touches) {
            // Where a text's places go backwards, the index refuses it: this pair comes before its second word.
            wordWaits = true;
            emit(new Pair(before + Character.toString(characters[0]), offset.startOffset() - before.length()));
        }
        return true;
    }

    private void within(int[] characters) {
        int from = offset.startOffset();
        for (int i = 0; i < characters.length - 1; i++) {
            boolean both = isChinese(characters[i]) && isChinese(characters[i + 1]) || isKorean(characters[i]) && isKorean(characters[i + 1]);
            if (both && characters.length > 2) {
                pairs.add(new Pair(new String(characters, i, 2), from));
            }
            from += Character.charCount(characters[i]);
        }
    }

    private void remember(int[] characters) {
        int one = characters[characters.length - 1];
        last = Character.toString(one);
        end = isChinese(one) ? offset.endOffset() : -1;
    }

    private void emit(Pair pair) {
        restoreState(word);
        term.setEmpty().append(pair.text());
        offset.setOffset(pair.from(), pair.from() + pair.text().length());
        position.setPositionIncrement(0);
    }

    private static boolean isChinese(int character) {
        return UnicodeScript.of(character) == UnicodeScript.HAN;
    }

    private static boolean isKorean(int character) {
        return UnicodeScript.of(character) == UnicodeScript.HANGUL;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pairs.clear();
        wordWaits = false;
        end = -1;
    }
}
