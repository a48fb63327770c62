package acquaint.memory.local;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as plain sentences: without Markdown, and a list of short entries joined to the line that announces it. */
final class Sentences {

    /** Nobody states a wish or a result after two pages; a pasted log is not read to its end. */
    private static final int READ = 6_000;

    private static final Pattern LIST_ENTRY = Pattern.compile("^(?:[-*•+]|\\d{1,3}[.)])\\s+(.*)$");
    private static final Pattern MARKUP = Pattern.compile("\\*\\*|__|`+|^#{1,6}\\s+|^>+\\s*|(?<=^|\\s)\\*(?=\\S)|(?<=\\S)\\*(?=\\W|$)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{1,200})]\\([^()\\s]{1,500}\\)");
    private static final Pattern ENDS_A_SENTENCE = Pattern.compile(".*[.!?…。！？]['\")”’]*$", Pattern.DOTALL);

    private final List<String> sentences = new ArrayList<>();
    /** A line that ends with a colon and waits for the list it announces. */
    private StringBuilder announced;

    private Sentences() {}

    static List<String> of(String text) {
        Sentences reader = new Sentences();
        cutHard(text, READ).lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reader::line);
        reader.endOfList();
        return reader.sentences;
    }

    /** {@code text} at most {@code limit} characters long, cut between two words and ended with an ellipsis. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        String head = cutHard(text, limit - 1);
        int blank = head.lastIndexOf(' ');
        String words = blank > limit / 2 ? head.substring(0, blank) : head;
        return words.replaceAll("[\\s,;:.–—-]+$", "") + "…";
    }

    private static String cutHard(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    private void line(String line) {
        Matcher entry = LIST_ENTRY.matcher(line);
        if (!entry.matches()) {
            endOfList();
            prose(plain(line));
        } else if (announced == null || ENDS_A_SENTENCE.matcher(entry.group(1)).matches()) {
            endOfList();
            prose(plain(entry.group(1)));
        } else {
            announced.append(announced.charAt(announced.length() - 1) == ':' ? " " : "; ").append(plain(entry.group(1)));
        }
    }

    private void prose(String line) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(line);
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String sentence = line.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        if (line.endsWith(":") && !sentences.isEmpty()) {
            announced = new StringBuilder(sentences.removeLast());
        }
    }

    private void endOfList() {
        if (announced != null) {
            announced.append(announced.charAt(announced.length() - 1) == ':' ? "" : ".");
            sentences.add(announced.toString());
            announced = null;
        }
    }

    private static String plain(String line) {
        return MARKUP.matcher(LINK.matcher(line).replaceAll("$1")).replaceAll("").replaceAll("\\s+", " ").strip();
    }
}
