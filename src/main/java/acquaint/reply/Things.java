package acquaint.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what the customer calls the thing that a matter concerns, and says it back from the desk's side: "my order" is "your order". */
final class Things {

    private static final int TOO_MANY_WORDS = 4;
    private static final Pattern WORD = Pattern.compile("\\G\\s+(\\p{L}?[\\p{Ll}'-]*)(?=[\\s,.;:!?)]|$)");

    /** A thing as the draft names it, "cancelling" and "your flights". */
    record Thing(String verb, String name, int start) {}

    private final Lexicon lexicon;
    private final Map<String, String> determiners;
    private final Map<String, String> owned;

    Things(Lexicon lexicon) {
        this.lexicon = lexicon;
        determiners = lexicon.pairs("determiners");
        owned = lexicon.pairs("owned");
    }

    /** The thing that the text names for this intent: up to three words after a determiner, so that no whole sentence is said back. */
    Optional<Thing> thing(Intent intent, String text, int sign) {
        String plain = Prose.plain(text);
        if (intent.thingStandsFirst()) {
            String sentence = Prose.around(plain, sign);
            int offset = plain.indexOf(sentence);
            return nearest(sentence, sign - offset).map(t -> new Thing(t.verb(), t.name(), t.start() + offset));
        }
        Map<String, String> verbs = lexicon.pairs("verb." + intent.key());
        return lexicon.pattern("verb." + intent.key()).matcher(plain).results()
                .filter(verb -> !follows("without", plain, verb.start()))
                .flatMap(verb -> nameOrPronoun(plain, verb.end()).stream()
                        .map(name -> new Thing(verbs.getOrDefault(said(verb), ""), name, verb.start())))
                .findFirst();
    }

    /** The last thing named before the sign, as in "the bicycle was damaged"; else the first one after it. */
    private Optional<Thing> nearest(String sentence, int sign) {
        List<Thing> all = things(sentence).toList();
        return all.stream().filter(t -> t.start() < sign).reduce((_, last) -> last).or(() -> all.stream().findFirst());
    }

    /** "I ordered a jacket and want to return it": the pronoun stands for the first thing that was named. */
    private Optional<String> nameOrPronoun(String text, int index) {
        return nameAt(text, index).or(() -> {
            Matcher pronoun = lexicon.pattern("pronouns").matcher(text);
            boolean next = pronoun.find(index) && text.substring(index, pronoun.start()).isBlank();
            return next ? things(text.substring(0, index)).findFirst().map(Thing::name) : Optional.empty();
        });
    }

    private boolean follows(String sign, String text, int index) {
        return lexicon.pattern(sign).matcher(text.substring(0, index)).results().anyMatch(m -> text.substring(m.end(), index).isBlank());
    }

    /** Whether the thing is just an order, a reservation or the like. */
    boolean isPurchase(String thing) {
        String head = thing.substring(thing.lastIndexOf(' ') + 1);
        return Stream.of(Reference.Kind.values()).anyMatch(k -> lexicon.pattern("ref." + k.key()).matcher(head).matches());
    }

    private Stream<Thing> things(String sentence) {
        return lexicon.pattern("determiners").matcher(sentence).results()
                .flatMap(d -> nameAt(sentence, d.start()).stream().map(name -> new Thing("", name, d.start())));
    }

    private static String said(MatchResult match) {
        return match.group().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The noun phrase that begins at or right after {@code index}, in the desk's words: "my order" is "your order". */
    private Optional<String> nameAt(String text, int index) {
        Matcher determiner = lexicon.pattern("determiners").matcher(text);
        if (!determiner.find(index) || !text.substring(index, determiner.start()).isBlank()) {
            return Optional.empty();
        }
        String said = said(determiner.toMatchResult());
        StringBuilder name = new StringBuilder();
        Matcher word = WORD.matcher(text).region(determiner.end(), text.length());
        String last = "";
        int words = 0;
        int reached = determiner.end();
        while (word.find() && words < TOO_MANY_WORDS && belongs(word.group(1), last)) {
            last = word.group(1);
            name.append(' ').append(last);
            words++;
            reached = word.end();
        }
        if (words == 0 || words == TOO_MANY_WORDS || lexicon.points("vague", name.toString())) {
            return Optional.empty();
        }
        int end = reached;
        String first = isPurchase(last) && owned.containsKey(said) ? owned.get(said) : determiners.get(said);
        return Optional.of(first + name + ofPart(text, end)).map(n -> andPart(n, text, end));
    }

    /** Capitals stand only before small letters ("the Hiking Boots", "my Boston trip"): after them they start a name of someone. */
    private boolean belongs(String word, String last) {
        boolean capital = Character.isUpperCase(word.charAt(0));
        return !stops(word) && !isOf(word) && !(capital && (word.length() == 1 || !last.isEmpty() && !Character.isUpperCase(last.charAt(0))));
    }

    private String ofPart(String text, int end) {
        Matcher of = WORD.matcher(text).region(end, text.length());
        if (!of.find() || !isOf(of.group(1))) {
            return "";
        }
        return nameAt(text, of.end()).map(name -> " " + of.group(1) + " " + name).orElse("");
    }

    /** "an air purifier and a vacuum cleaner" is one thing to return, in two parts. */
    private String andPart(String name, String text, int end) {
        Matcher and = WORD.matcher(text).region(end, text.length());
        if (!and.find() || !lexicon.pattern("and").matcher(and.group(1)).matches()) {
            return name;
        }
        return nameAt(text, and.end()).map(b -> lexicon.say("topic.and", "a", name, "b", b)).orElse(name);
    }

    private boolean stops(String word) {
        return lexicon.pattern("stops").matcher(word).matches();
    }

    private boolean isOf(String word) {
        return lexicon.pattern("of").matcher(word).matches();
    }
}
