package acquaint.reply;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sentences and words of plain text. */
final class Prose {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\p{N}\"“(#])|\\s*\\R\\s*");
    private static final Pattern MARKUP = Pattern.compile("\\*{1,3}|`+|^\\s*(?:[-•]|\\d{1,2}\\.)\\s+", Pattern.MULTILINE);
    private static final int QUOTE_LIMIT = 300;

    private Prose() {}

    /** The same text, letter for letter in length, with straight apostrophes. */
    static String plain(String text) {
        return text.replace('’', '\'').replace('\u00a0', ' ');
    }

    static List<String> sentences(String text) {
        return Stream.of(SENTENCE_END.split(MARKUP.matcher(text).replaceAll("")))
                .map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    /** The line or sentence of {@code text} around the character at {@code index}, as it stands there, cut to a readable length. */
    static String around(String text, int index) {
        int from = 0;
        var ends = SENTENCE_END.matcher(text);
        int until = text.length();
        while (ends.find()) {
            if (ends.end() <= index) {
                from = ends.end();
            } else {
                until = ends.start();
                break;
            }
        }
        if (until - from > QUOTE_LIMIT) {
            from = Math.max(from, index - QUOTE_LIMIT / 2);
            until = Math.min(until, from + QUOTE_LIMIT);
        }
        return text.substring(from, Math.max(from, until)).strip();
    }

    static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }
}
