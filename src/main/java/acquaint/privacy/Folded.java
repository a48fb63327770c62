package acquaint.privacy;

import java.text.Normalizer;

/**
 * A text as the rules read it: digits of every script are ASCII, wide letters are narrow, blanks are plain, and characters that
 * show nothing (soft hyphens, joiners, marks of direction) are gone. Each char knows where it stood.
 */
final class Folded {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Folded(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static Folded of(String original) {
        var text = new StringBuilder(original.length());
        var starts = new int[original.length()];
        var ends = new int[original.length()];
        for (int at = 0; at < original.length(); ) {
            int point = original.codePointAt(at);
            int after = at + Character.charCount(point);
            String folded = fold(point);
            for (int i = 0; i < folded.length(); i++) {
                starts[text.length()] = at;
                ends[text.length()] = after;
                text.append(folded.charAt(i));
            }
            at = after;
        }
        return new Folded(text.toString(), starts, ends);
    }

    /** Never longer than it was. */
    private static String fold(int point) {
        String as = Character.toString(point);
        return switch (Character.getType(point)) {
            case Character.FORMAT -> "";
            case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf((char) ('0' + Character.digit(point, 10)));
            case Character.DASH_PUNCTUATION -> "-";
            case Character.SPACE_SEPARATOR -> " ";
            default -> {
                String narrow = point < 0x80 ? as : Normalizer.normalize(as, Normalizer.Form.NFKC);
                // Ligatures and fractions stay as they are.
                yield narrow.length() <= as.length() ? narrow : as;
            }
        };
    }

    String text() {
        return text;
    }

    /** The same place in the original. */
    Finding original(Finding folded) {
        return new Finding(folded.kind(), starts[folded.start()], ends[folded.end() - 1]);
    }
}
