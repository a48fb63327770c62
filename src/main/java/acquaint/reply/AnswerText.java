package acquaint.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the source numbers out of what a model writes, while it writes, and remembers where they stood. A bracket that is not closed yet is held back. For one
 * answer, on one thread.
 */
final class AnswerText {

    /** "[2]", "[2, 5]", "[Source 3]", "[sources 1 and 4]", with the blanks before it. */
    private static final Pattern CITATION = Pattern.compile("[ \\t]*\\[(?:sources?\\s*)?\\d{1,3}(?:\\s*(?:,|;|&|and)\\s*(?:sources?\\s*)?\\d{1,3})*]", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** What may become one; and Markdown's bold, which a customer would see as asterisks. */
    private static final Pattern BEGINNING = Pattern.compile("(?:[ \\t]*\\[[^\\[\\]\\n]{0,40}|[ \\t]+|\\*{1,2})$");
    private static final Pattern BOLD = Pattern.compile("\\*\\*");

    private static final String END_OF_THOUGHT = "</think>";

    /** Numbers that stood at {@code position} of the text without them. */
    private record Mark(int position, List<Integer> numbers) {}

    /** One sentence as the model wrote it, and whether it begins a paragraph or a line of its own. */
    record Cited(String text, List<Integer> numbers, boolean newParagraph, boolean newLine) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private String held = "";

    /** What can be shown after this piece. */
    String next(String piece) {
        String all = held + piece;
        Matcher beginning = BEGINNING.matcher(all);
        int whole = beginning.find() ? beginning.start() : all.length();
        held = all.substring(whole);
        return take(all.substring(0, whole));
    }

    /** What was held back, when nothing more comes. */
    String end() {
        String rest = take(held);
        held = "";
        return rest;
    }

    private String take(String piece) {
        int before = text.length();
        int end = 0;
        for (MatchResult citation : (Iterable<MatchResult>) CITATION.matcher(piece).results()::iterator) {
            text.append(BOLD.matcher(piece.substring(end, citation.start())).replaceAll(""));
            marks.add(new Mark(text.length(), NUMBER.matcher(citation.group()).results().map(number -> Integer.valueOf(number.group())).toList()));
            end = citation.end();
        }
        text.append(BOLD.matcher(piece.substring(end)).replaceAll(""));
        return text.substring(before);
    }

    /** The sentences of what was written so far, each with the numbers that stand in it or right after it. */
    List<Cited> sentences() {
        var sentences = new ArrayList<Cited>();
        // Some models close a thought that their template had opened.
        int thought = text.lastIndexOf(END_OF_THOUGHT);
        int at = thought < 0 ? 0 : thought + END_OF_THOUGHT.length();
        boolean paragraph = true;
        for (String line : text.substring(at).split("\n", -1)) {
            if (line.isBlank()) {
                paragraph = true;
            } else {
                boolean first = true;
                int from = 0;
                for (int to : SentenceEnds.of(line)) {
                    String sentence = line.substring(from, to).strip();
                    if (!sentence.isEmpty()) {
                        sentences.add(new Cited(sentence, numbers(at + from, at + from + line.substring(from, to).stripTrailing().length()), paragraph, first && !paragraph));
                        paragraph = false;
                        first = false;
                    }
                    from = to;
                }
            }
            at += line.length() + 1;
        }
        return sentences;
    }

    private List<Integer> numbers(int from, int to) {
        return marks.stream().filter(mark -> mark.position() > from && mark.position() <= to).flatMap(mark -> mark.numbers().stream()).distinct().toList();
    }

    /** For a text that nobody streams. */
    static List<Cited> sentences(String written) {
        var text = new AnswerText();
        text.next(written);
        text.end();
        return text.sentences();
    }
}
