package acquaint.reply;

import acquaint.memory.Episode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the sentence of an episode's outcome that is worth saying again. Of another customer's episode only a sentence that
 * is about nobody may be used: what is not known to be harmless is left out, for a name looks like any other word.
 */
final class Outcomes {

    private static final int FEWEST_WORDS = 3;
    private static final int MOST_WORDS = 26;
    private static final Pattern CONTACT = Pattern.compile("[@_\\\\/<>{}\\[\\]]|\\d{8,}|\\+\\d");
    private static final Pattern CAPITAL = Pattern.compile("(?<=[^\\s.!?:“\"]\\s)\\s*[\"“'(]?\\p{Lu}|\\p{L}\\p{Lu}");
    private static final Pattern CAPITALISED = Pattern.compile("(?<=[\\p{L}\\p{N},;]\\s)\\p{Lu}\\p{L}+");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{L}'’-]+");

    private final Lexicon lexicon;
    private final Pattern duration;

    /** A sentence, and whether it tells what helped, or steps to take, or merely what was answered. */
    record Told(String sentence, boolean helped, boolean steps) {}

    Outcomes(Lexicon lexicon) {
        this.lexicon = lexicon;
        duration = Pattern.compile("\\d{1,2}(?:\\s*(?:-|–|to|bis|or|oder)\\s*\\d{1,2})?\\s+" + lexicon.pattern("durations").pattern(),
                Pattern.CASE_INSENSITIVE);
    }

    /** For the customer whose own episode this is. */
    Optional<Told> own(Episode episode) {
        return best(sentences(episode).filter(this::worthSaying));
    }

    /** For anyone else. */
    Optional<Told> general(Episode episode) {
        Set<String> names = names(episode);
        return best(sentences(episode).filter(this::worthSaying).filter(s -> aboutNobody(s, names)).filter(this::teaches));
    }

    private static Stream<String> sentences(Episode episode) {
        return episode.result().stream().flatMap(o -> Prose.sentences(o).stream());
    }

    private Optional<Told> best(Stream<String> sentences) {
        var all = sentences.map(s -> new Told(s, helped(s), lexicon.points("steps", s))).toList();
        return all.stream().filter(Told::helped).findFirst().or(() -> all.stream().findFirst());
    }

    private boolean helped(String sentence) {
        return lexicon.points("solved", sentence);
    }

    private boolean worthSaying(String sentence) {
        int words = Prose.words(sentence);
        return words >= FEWEST_WORDS && words <= MOST_WORDS && sentence.endsWith(".") && !CONTACT.matcher(sentence).find()
                && Stream.of("refusal", "courtesy", "promise", "private").noneMatch(sign -> lexicon.points(sign, sentence));
    }

    /** Steps to take, or how long something takes in general. */
    private boolean teaches(String sentence) {
        return helped(sentence) || lexicon.points("steps", sentence) || duration.matcher(sentence).find();
    }

    private boolean aboutNobody(String sentence, Set<String> names) {
        String rest = duration.matcher(sentence).replaceAll("");
        Matcher first = FIRST_WORD.matcher(sentence);
        return rest.chars().noneMatch(Character::isDigit)
                && !sentence.matches(".*[$€£%#:].*")
                && !CAPITAL.matcher(sentence).find()
                && first.find() && lexicon.pattern("starters").matcher(first.group()).matches()
                && !lexicon.points("personal", sentence)
                && Stream.of(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).noneMatch(names::contains);
    }

    /** Words that may be names: the parts of the customer's id, and whatever has a capital within a sentence. */
    private Set<String> names(Episode episode) {
        String told = episode.subject() + "\n" + episode.summary() + "\n" + episode.result().orElse("");
        Stream<String> capitalised = CAPITALISED.matcher(told).results().map(m -> m.group())
                .filter(w -> !lexicon.pattern("starters").matcher(w).matches());
        return Stream.concat(Stream.of(episode.customer().value().split("[^\\p{L}\\p{N}]+")), capitalised)
                .map(w -> w.toLowerCase(Locale.ROOT)).filter(w -> w.length() > 1).collect(Collectors.toSet());
    }
}
