package acquaint.casework;

import java.util.List;

/**
 * Which pairs of neighbouring letters a text has, each pair as one of {@value #BITS} bits (a Bloom filter). A text that lacks a pair of a word cannot have the word, which is known
 * without reading the text; one that lacks none may have it. Texts are folded.
 */
final class LetterPairs {

    private static final int BITS = 256;

    private final long[] bits = new long[BITS / Long.SIZE];

    private LetterPairs() {}

    static LetterPairs of(String text) {
        var pairs = new LetterPairs();
        pairs.add(text);
        return pairs;
    }

    static LetterPairs of(List<String> words) {
        var pairs = new LetterPairs();
        words.forEach(pairs::add);
        return pairs;
    }

    /** Blanks stand in no word, so pairs with one tell nothing. */
    private void add(String text) {
        for (int i = 1; i < text.length(); i++) {
            char first = text.charAt(i - 1);
            char second = text.charAt(i);
            if (first > ' ' && second > ' ') {
                int bit = (first * 31 + second) * 0x9E3779B1 >>> Integer.SIZE - 8;
                bits[bit / Long.SIZE] |= 1L << bit;
            }
        }
    }

    /** Whether a text with these pairs may have the words whose pairs are {@code wanted}. */
    boolean mayHave(LetterPairs wanted) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & wanted.bits[i]) != wanted.bits[i]) {
                return false;
            }
        }
        return true;
    }
}
