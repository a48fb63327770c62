package acquaint.memory.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text as it reads in each of some languages, since what is kept of a customer may be written in several. */
final class Reading {

    /** How a word stands in the index of a language. */
    record Form(Language language, String text) {}

    /** One word of the text and all that it may be in the index. */
    record Word(Set<Form> forms) {

        /** An order number or reservation code names the matter itself. */
        private static final Pattern CODE = Pattern.compile("(?=.*\\p{Alpha}.*)(?=.*\\d)[\\p{Alnum}-]{5,}|\\d{5,}");

        boolean isCode() {
            return forms.stream().anyMatch(form -> CODE.matcher(form.text()).matches());
        }

        boolean hasDigit() {
            return forms.stream().anyMatch(form -> form.text().chars().anyMatch(Character::isDigit));
        }
    }

    /** Each form is asked for in up to four fields, and Lucene takes no query of more than 1,024 terms. */
    private static final int FORMS = 240;

    private final Map<String, Set<Form>> words = new LinkedHashMap<>();

    private Reading() {}

    static Reading of(String text, Set<Language> languages, WordAnalyzer analyzer) {
        var reading = new Reading();
        for (Language language : languages) {
            analyzer.read(text, language, (form, from, to) ->
                    reading.words.computeIfAbsent(asWritten(text, from, to), _ -> new LinkedHashSet<>()).add(new Form(language, form)));
        }
        return reading;
    }

    /** The same without what are function words in {@code language}, in which the text is written, though another has a word like that. */
    Reading writtenIn(Language language, String text, WordAnalyzer analyzer) {
        Set<String> telling = of(text, Set.of(language), analyzer).words.keySet();
        words.keySet().retainAll(telling);
        return this;
    }

    private static String asWritten(String text, int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /**
     * Distinct words, at most {@code limit}: those with a digit first, since a number or a code at the end of a long message
     * says more than the sentences before it.
     */
    List<Word> words(int limit) {
        List<Word> distinct = words.values().stream().map(Word::new).distinct().toList();
        List<Word> chosen = new ArrayList<>();
        int forms = 0;
        for (Word word : (Iterable<Word>) Stream.concat(distinct.stream().filter(Word::hasDigit), distinct.stream().filter(one -> !one.hasDigit()))::iterator) {
            forms += word.forms().size();
            if (chosen.size() == limit || forms > FORMS) {
                break;
            }
            chosen.add(word);
        }
        return chosen;
    }
}
