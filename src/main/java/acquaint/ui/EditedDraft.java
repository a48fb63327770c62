package acquaint.ui;

import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an agent's edit makes of a draft: sentences left as they were keep what they rest on, all others are the agent's own. */
final class EditedDraft {

    private static final Pattern LINES = Pattern.compile("\\R");

    private final DraftVersion before;
    private final Set<String> own;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private EditedDraft(DraftVersion before) {
        this.before = before;
        this.own = new HashSet<>(before.own());
    }

    static DraftVersion of(DraftVersion before, String text) {
        var edited = new EditedDraft(before);
        boolean blank = true;
        for (String line : LINES.split(text.strip())) {
            if (!line.isBlank()) {
                edited.paragraphs.add(new Paragraph(edited.sentences(line.strip()), !blank));
            }
            blank = line.isBlank();
        }
        return new DraftVersion(new DraftReply(edited.paragraphs, before.reply().answered(), before.reply().writing()), before.recalled(), edited.own);
    }

    private List<Sentence> sentences(String line) {
        var found = new ArrayList<Sentence>();
        int from = 0;
        while (from < line.length()) {
            Sentence next = null;
            int at = line.length();
            for (Sentence known : before.reply().sentences()) {
                int index = standsAlone(line, known.text(), from);
                if (index >= 0 && (index < at || index == at && next != null && known.text().length() > next.text().length())) {
                    next = known;
                    at = index;
                }
            }
            addOwn(line.substring(from, at), found);
            if (next == null) {
                break;
            }
            found.add(next);
            from = at + next.text().length();
        }
        return found;
    }

    /** A sentence that an addition was written into, before or after, is no longer the same. */
    private static int standsAlone(String line, String sentence, int from) {
        for (int at = line.indexOf(sentence, from); at >= 0; at = line.indexOf(sentence, at + 1)) {
            int end = at + sentence.length();
            boolean begins = at == 0 || Character.isWhitespace(line.charAt(at - 1)) && (endsSentence(line, at) || at == from);
            boolean ends = end == line.length() || Character.isWhitespace(line.charAt(end)) && endsSentence(line, end + 1);
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsSentence(String line, int at) {
        String left = line.substring(0, at).stripTrailing();
        return left.isEmpty() || ".!?:…。！？,".indexOf(left.charAt(left.length() - 1)) >= 0;
    }

    private void addOwn(String words, List<Sentence> found) {
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(words);
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            String sentence = words.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                own.add(sentence);
                found.add(new Sentence(sentence, List.of()));
            }
            from = to;
        }
    }
}
