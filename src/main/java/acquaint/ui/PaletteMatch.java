package acquaint.ui;

import acquaint.model.Folded;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How well a text answers what was typed, and by which of its letters. Each word that was typed must be found with its letters in their
 * order; what lies between is passed over within a word, or up to the beginning of another. The best way to place them is found by dynamic programming, after Smith and Waterman as in the finder fzf:
 * a letter counts {@value #LETTER}, one at the beginning of a word {@value #BEGINNING} more, one that follows its predecessor at once
 * {@value #NEXT} more; a gap costs {@value #GAP} and one for each letter in it. Letters that lie scattered answer nothing.
 */
record PaletteMatch(int score, BitSet letters) {

    private static final int LETTER = 16;
    private static final int BEGINNING = 10;
    private static final int NEXT = 8;
    private static final int GAP = 3;
    /** So many letters may lie between two. */
    private static final int WIDEST = 20;
    /** A word answers only where its letters count so much on average; a single letter only at a word's beginning. */
    private static final int LEAST = 15;
    /** Beyond that nothing is looked at: it would not be shown. */
    private static final int LONGEST = 160;
    private static final int NONE = Integer.MIN_VALUE / 2;

    /** {@code words} are folded; empty where the text does not answer all of them. */
    static Optional<PaletteMatch> of(List<String> words, String text) {
        var line = Line.of(text);
        var letters = new BitSet();
        int score = 0;
        for (String word : words) {
            int[] placed = line.place(word);
            if (placed.length == 0) {
                return Optional.empty();
            }
            score += line.score(placed);
            Arrays.stream(placed).forEach(at -> letters.set(line.origin[at]));
        }
        return Optional.of(new PaletteMatch(score - line.length() / 10, letters));
    }

    /** A text folded, and where each of its letters came from. */
    private record Line(char[] folded, int[] origin, boolean[] begins, int[] word) {

        static Line of(String text) {
            int end = Math.min(LONGEST, text.length());
            var folded = new StringBuilder();
            int[] origin = new int[2 * LONGEST];
            for (int i = 0; i < end; i++) {
                String one = Folded.of(text.substring(i, i + 1));
                for (int k = 0; k < one.length() && folded.length() < origin.length; k++) {
                    origin[folded.length()] = i;
                    folded.append(one.charAt(k));
                }
            }
            char[] letters = folded.toString().toCharArray();
            boolean[] begins = new boolean[letters.length];
            int[] word = new int[letters.length];
            for (int i = 0; i < letters.length; i++) {
                begins[i] = Character.isLetterOrDigit(letters[i]) && (i == 0 || !Character.isLetterOrDigit(letters[i - 1]));
                word[i] = (i == 0 ? 0 : word[i - 1]) + (begins[i] ? 1 : 0);
            }
            return new Line(letters, origin, begins, word);
        }

        int length() {
            return folded.length;
        }

        /** Where the word's letters are placed best; empty where they cannot be, or not well. */
        int[] place(String word) {
            int size = word.length();
            if (size > folded.length) {
                return new int[0];
            }
            int[][] best = new int[size][folded.length];
            int[][] from = new int[size][folded.length];
            for (int i = 0; i < size; i++) {
                for (int at = 0; at < folded.length; at++) {
                    place(word.charAt(i), i, at, best, from);
                }
            }
            int last = 0;
            for (int at = 1; at < folded.length; at++) {
                last = best[size - 1][at] > best[size - 1][last] ? at : last;
            }
            int least = size == 1 ? LETTER + BEGINNING : LEAST * size;
            return folded.length == 0 || best[size - 1][last] < least ? new int[0] : back(from, size, last);
        }

        private void place(char letter, int i, int at, int[][] best, int[][] from) {
            best[i][at] = NONE;
            if (folded[at] != letter) {
                return;
            }
            int own = LETTER + (begins[at] ? BEGINNING : 0);
            if (i == 0) {
                best[i][at] = own;
                return;
            }
            for (int before = Math.max(0, at - 1 - WIDEST); before < at; before++) {
                if (before < at - 1 && !begins[at] && word[before] != word[at]) {
                    continue;
                }
                int score = best[i - 1][before] + own + step(before, at);
                if (best[i - 1][before] > NONE && score > best[i][at]) {
                    best[i][at] = score;
                    from[i][at] = before;
                }
            }
        }

        private static int step(int before, int at) {
            int between = at - before - 1;
            return between == 0 ? NEXT : -GAP - between;
        }

        private static int[] back(int[][] from, int size, int last) {
            int[] placed = new int[size];
            int at = last;
            for (int i = size - 1; i >= 0; i--) {
                placed[i] = at;
                at = from[i][at];
            }
            return placed;
        }

        int score(int[] placed) {
            int score = 0;
            for (int i = 0; i < placed.length; i++) {
                score += LETTER + (begins[placed[i]] ? BEGINNING : 0) + (i == 0 ? 0 : step(placed[i - 1], placed[i]));
            }
            return score;
        }
    }
}
