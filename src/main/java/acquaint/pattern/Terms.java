package acquaint.pattern;

import acquaint.model.Folded;
import acquaint.reply.ContentWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text that can tell what it is about, each with how it was spelt first. Words are cut to their first five letters, a stem that needs no language (Can et al.
 * 2008, Information retrieval on Turkish texts); scripts without blanks are cut into pairs of characters. Small words, addresses and long numbers are left out.
 */
final class Terms {

    private static final int STEM = 5;
    private static final int LETTERS = 3;
    private static final int CODE = 2;
    private static final int DIGITS = 3;
    private static final Pattern OWN = Pattern.compile("\\S+@\\S+|https?://\\S+|www\\.\\S+|#?\\b[\\p{L}]{0,4}-?\\d{5,}\\b|\\b\\w+_\\w+\\b");
    private static final Pattern DENSE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private Terms() {}

    /** In order of appearance; from each term to a word as it stands in the text. */
    static Map<String, String> of(String text) {
        var terms = new LinkedHashMap<String, String>();
        String rest = withoutCodes(text);
        DENSE.matcher(rest).results().forEach(run -> pairs(run.group(), terms));
        Matcher word = WORD.matcher(DENSE.matcher(rest).replaceAll(" "));
        while (word.find()) {
            String plain = Folded.of(word.group());
            if (counts(plain)) {
                terms.putIfAbsent(stem(plain), word.group());
            }
        }
        return terms;
    }

    /** What a word in lower case and without accents is cut to. */
    static String stem(String word) {
        return word.length() > STEM ? word.substring(0, STEM) : word;
    }

    /** Without addresses and numbers of orders and the like. */
    static String withoutCodes(String text) {
        return OWN.matcher(text).replaceAll(" . ");
    }

    private static void pairs(String run, Map<String, String> terms) {
        for (int i = 0; i + 1 < run.length(); i++) {
            terms.putIfAbsent(run.substring(i, i + 2), run.substring(i, i + 2));
        }
    }

    private static boolean counts(String word) {
        if (DIGIT.matcher(word).find()) {
            boolean number = word.chars().allMatch(Character::isDigit);
            return word.length() >= (number ? DIGITS : CODE);
        }
        return word.length() >= LETTERS && !ContentWords.isSmall(word);
    }
}
