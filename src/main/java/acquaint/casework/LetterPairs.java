package acquaint.casework;

import java.util.List;

/**
 * Which pairs of neighbouring letters a text has, each pair as one of {@value #BITS} bits (a Bloom filter). A text that lacks a pair of a word cannot have the word, which is known
 * without reading the text; one that lacks none may have it. Texts are folded.
 */
record LetterPairs(long first, long second, long third, long fourth) {

    private static final int BITS = 256;

    static LetterPairs of(String text) {
        return of(List.of(text));
    }

    static LetterPairs of(List<String> words) {
        long[] bits = new long[BITS / Long.SIZE];
        words.forEach(word -> add(word, bits));
        return new LetterPairs(bits[0], bits[1], bits[2], bits[3]);
    }

    /** Blanks stand in no word, so pairs with one tell nothing. */
    private static void add(String text, long[] bits) {
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char after = text.charAt(i);
            if (before > ' ' && after > ' ') {
                int bit = (before * 31 + after) * 0x9E3779B1 >>> Integer.SIZE - 8;
                bits[bit / Long.SIZE] |= 1L << bit;
            }
        }
    }

    /** Whether a text with these pairs may have the words whose pairs are {@code wanted}. */
    boolean mayHave(LetterPairs wanted) {
        return (wanted.first & ~first | wanted.second & ~second | wanted.third & ~third | wanted.fourth & ~fourth) == 0;
    }
}
