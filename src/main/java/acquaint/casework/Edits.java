package acquaint.casework;

import acquaint.privacy.PersonalData;
import acquaint.reply.Gaps;
import acquaint.store.LessonTable.Edit;
import acquaint.store.LessonTable.Kind;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an agent changed in a proposal, as phrases that may be a habit: without numbers, gaps, names and whatever else could be about someone. Taken out counts only what was a whole sentence. Compared word by
 * word (Myers 1986); a text of which most was changed says nothing about phrases.
 */
final class Edits {

    private static final int MOST_WORDS = 15;
    private static final int FEWEST_REMOVED = 2;
    private static final int BETWEEN = 2;
    private static final Pattern UNFIT = Pattern.compile("[\\d@<>\\[\\]{}#$€£]");
    private static final Pattern GERMAN = Pattern.compile("\\b(?:der|die|das|und|ist|wir|Sie|Ihnen|Ihre?[nmrs]?|nicht|mit|für|am|ein|eine[nmrs]?)\\b");
    private static final Set<String> NO_NAMES = Set.of("I", "I'm", "I've", "I'll", "I'd");

    private final PersonalData rules;
    private final Set<String> names;

    /** {@code names}, in small letters, are never part of a lesson. */
    Edits(PersonalData rules, Set<String> names) {
        this.rules = rules;
        this.names = names;
    }

    /** The last sentence signs the reply and is left out. */
    List<Edit> between(List<String> sentences, String sent) {
        List<String> signed = WordDistance.words(sentences.getLast());
        List<String> before = WordDistance.words(String.join(" ", sentences.subList(0, sentences.size() - 1)));
        List<String> after = WordDistance.words(sent);
        boolean ends = after.size() >= signed.size() && after.subList(after.size() - signed.size(), after.size()).equals(signed);
        List<String> left = ends ? after.subList(0, after.size() - signed.size()) : after;
        if (before.isEmpty() || WordDistance.between(String.join(" ", before), String.join(" ", left)).share() >= 0.6) {
            return List.of();
        }
        boolean german = GERMAN.matcher(sent).results().map(match -> match.group()).distinct().count() >= 2;
        var edits = new ArrayList<Edit>();
        Set<String> whole = sentences.stream().map(sentence -> String.join(" ", WordDistance.words(sentence))).collect(Collectors.toSet());
        List<AbstractDelta<String>> deltas = DiffUtils.diff(before, left).getDeltas();
        for (int i = 0; i < deltas.size(); i++) {
            Edit edit = edit(deltas.get(i));
            boolean alone = (i == 0 || apart(deltas.get(i - 1), deltas.get(i))) && (i == deltas.size() - 1 || apart(deltas.get(i), deltas.get(i + 1)));
            if (alone && (edit.kind() != Kind.REMOVE || whole.contains(edit.former())) && isFit(edit, deltas.get(i), german)) {
                edits.add(edit);
            }
        }
        return edits;
    }

    /** With a word or two between them they are the pieces of one change, and say nothing by themselves. */
    private static boolean apart(AbstractDelta<String> one, AbstractDelta<String> next) {
        return next.getSource().getPosition() - one.getSource().getPosition() - one.getSource().size() > BETWEEN;
    }

    private static Edit edit(AbstractDelta<String> delta) {
        String former = String.join(" ", delta.getSource().getLines());
        String now = String.join(" ", delta.getTarget().getLines());
        boolean begins = delta.getSource().getPosition() == 0 && !now.isEmpty();
        return new Edit(begins ? Kind.GREETING : now.isEmpty() ? Kind.REMOVE : Kind.REPLACE, former, now);
    }

    private boolean isFit(Edit edit, AbstractDelta<String> delta, boolean german) {
        int words = delta.getSource().size();
        return words > 0 && words <= MOST_WORDS && delta.getTarget().size() <= MOST_WORDS && (edit.kind() != Kind.REMOVE || words >= FEWEST_REMOVED)
                && isImpersonal(edit.former(), german) && isImpersonal(edit.now(), german);
    }

    private boolean isImpersonal(String phrase, boolean german) {
        List<String> words = Arrays.stream(phrase.split("\\s+")).toList();
        boolean named = words.stream().map(Edits::bare).anyMatch(names::contains);
        boolean capital = !german && words.stream().skip(1).anyMatch(word -> Character.isUpperCase(word.codePointAt(0)) && !NO_NAMES.contains(word.replace('’', '\'')) && !endsBefore(words, word));
        return phrase.isEmpty() || !named && !capital && !UNFIT.matcher(phrase).find() && Gaps.in(phrase).isEmpty() && rules.in(phrase).isEmpty();
    }

    /** A capital after the end of a sentence is none of a name. */
    private static boolean endsBefore(List<String> words, String word) {
        return words.get(words.indexOf(word) - 1).matches(".*[.!?,]");
    }

    private static String bare(String word) {
        return word.replaceAll("['’]s$|[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
