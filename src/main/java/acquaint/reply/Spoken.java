package acquaint.reply;

import acquaint.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sentence of a message: {@code quote} as it stands there, letter for letter, {@code text} the same as people read it, without the marks of lists and bold letters. */
public record Spoken(Message message, String quote, String text) {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
    private static final Pattern LIST_MARK = Pattern.compile("^[\\s>]*(?:(?:[-•*–]|\\d{1,2}[.)])\\s+)?");
    private static final Pattern BOLD = Pattern.compile("\\*\\*|__|`+");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    /** In the order of the text; a line end ends a sentence, too. */
    public static List<Spoken> in(Message message) {
        var all = new ArrayList<Spoken>();
        Matcher lines = LINE.matcher(message.text());
        while (lines.find()) {
            String line = lines.group();
            Matcher mark = LIST_MARK.matcher(line);
            String rest = mark.find() ? line.substring(mark.end()) : line;
            int from = 0;
            for (int to : SentenceEnds.of(rest)) {
                String quote = rest.substring(from, to).strip();
                if (LETTER.matcher(quote).find()) {
                    all.add(new Spoken(message, quote, clean(quote)));
                }
                from = to;
            }
        }
        return all;
    }

    private static String clean(String quote) {
        return PlainText.line(BOLD.matcher(quote).replaceAll(""));
    }

    public Evidence evidence() {
        return Cite.message(message, quote);
    }
}
