package acquaint.reply;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what a text is about and puts it into words: the intent, the thing it concerns, the numbers it goes by. */
final class Topics {

    private static final int TOO_MANY_WORDS = 4;
    private static final int MOST_NUMBERS = 3;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TITLE_WORDS = 7;
    private static final Pattern TITLE = Pattern.compile("[^.!?<>{}\\[\\]]+");
    private static final Pattern WORD = Pattern.compile("\\G\\s+(\\p{L}?[\\p{Ll}'-]*)(?=[\\s,.;:!?)]|$)");

    /** A thing as the draft names it, "cancelling" and "your flights". */
    record Thing(String verb, String name, int start) {}

    private final Lexicon lexicon;
    private final Map<String, String> determiners;
    private final Map<String, String> owned;

    Topics(Lexicon lexicon) {
        this.lexicon = lexicon;
        determiners = lexicon.pairs("determiners");
        owned = lexicon.pairs("owned");
    }

    /** The telling intent that the text speaks of, or else the one it speaks of first. */
    Optional<Intent> intent(String text) {
        String clean = blankIgnored(text);
        return Stream.of(Intent.values())
                .filter(i -> i != Intent.GENERAL && lexicon.points("intent." + i.key(), clean))
                .min(Comparator.comparing((Intent i) -> !i.telling()).thenComparingInt(i -> signAt(i, clean)));
    }

    /** Where the intent's first sign stands; 0 where none does. */
    int signAt(Intent intent, String text) {
        return intent == Intent.GENERAL ? 0 : lexicon.first("intent." + intent.key(), blankIgnored(text)).map(MatchResult::start).orElse(0);
    }

    private String blankIgnored(String text) {
        return lexicon.pattern("ignore").matcher(Prose.plain(text)).replaceAll(m -> " ".repeat(m.group().length()));
    }

    /** The thing that the text names for this intent: up to three words after a determiner, so that no whole sentence is said back. */
    Optional<Thing> thing(Intent intent, String text) {
        String plain = Prose.plain(text);
        if (intent.thingStandsFirst()) {
            String sentence = Prose.around(plain, signAt(intent, plain));
            int offset = plain.indexOf(sentence);
            return things(sentence).findFirst().map(t -> new Thing(t.verb(), t.name(), t.start() + offset));
        }
        Map<String, String> verbs = lexicon.pairs("verb." + intent.key());
        return lexicon.pattern("verb." + intent.key()).matcher(plain).results()
                .filter(verb -> !follows("without", plain, verb.start()))
                .flatMap(verb -> nameOrPronoun(plain, verb.end()).stream()
                        .map(name -> new Thing(verbs.getOrDefault(said(verb), ""), name, verb.start())))
                .findFirst();
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

    /** Whether a real question is asked: "Can you help me with that?" is a way of asking for the thing itself. */
    boolean asksSomething(String text) {
        return Prose.sentences(text).stream().anyMatch(s -> s.endsWith("?") && !lexicon.points("politeness", s));
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

    /** What the text is about where no intent says more, as "the cost". */
    Optional<String> aspect(String text) {
        return lexicon.signKeys().stream().filter(k -> k.startsWith("aspect.")).filter(k -> lexicon.points(k, text))
                .min(Comparator.comparing((String k) -> lexicon.first(k, text).orElseThrow().start()).thenComparing(k -> k))
                .map(k -> lexicon.say("topic." + k));
    }

    /** The topic in words; empty when there is nothing to name. */
    Optional<String> topic(Intent intent, Optional<Thing> thing, List<Reference> references) {
        Optional<String> numbers = numbers(references.stream().filter(r -> r.kind().identifies() || intent == Intent.DELAY).toList());
        String key = "topic." + intent.key();
        if (thing.isPresent() && !(numbers.isPresent() && isPlain(thing.get(), references))) {
            String named = lexicon.say(key + ".object", "verb", thing.get().verb(), "object", thing.get().name()).strip();
            return Optional.of(numbers.map(n -> lexicon.say("topic.with", "topic", named, "reference", n)).orElse(named));
        }
        if (numbers.isPresent()) {
            String verb = thing.map(Thing::verb).orElse("");
            return Optional.of(verb.isEmpty()
                    ? lexicon.say(key + ".reference", "reference", numbers.get())
                    : lexicon.say(key + ".object", "verb", verb, "object", numbers.get()));
        }
        return intent == Intent.GENERAL ? Optional.empty() : Optional.of(lexicon.say(key));
    }

    /** A subject line in quotation marks, if it is a title rather than the first sentence of a message. */
    Optional<String> title(String subject) {
        boolean title = subject.length() <= LONGEST_TITLE && Prose.words(subject) <= LONGEST_TITLE_WORDS && TITLE.matcher(subject).matches();
        return Optional.of(subject).filter(_ -> title).map(s -> lexicon.say("topic.subject", "subject", s));
    }

    /** Whether the thing is just "your order", which its number says better. */
    private boolean isPlain(Thing thing, List<Reference> references) {
        String head = thing.name().substring(thing.name().lastIndexOf(' ') + 1);
        return references.stream().anyMatch(r -> lexicon.pattern("ref." + r.kind().key()).matcher(head).matches())
                && Prose.words(thing.name()) < TOO_MANY_WORDS;
    }

    /** "order #1", "reservations A and B"; nothing where a list would be too long to read. */
    Optional<String> numbers(List<Reference> references) {
        List<Reference> best = references.stream().anyMatch(r -> r.kind().identifies())
                ? references.stream().filter(r -> r.kind().identifies()).toList() : references;
        if (best.isEmpty() || best.size() > MOST_NUMBERS) {
            return Optional.empty();
        }
        Reference.Kind kind = best.getFirst().kind();
        List<String> numbers = best.stream().filter(r -> r.kind() == kind).map(Reference::number).toList();
        String joined = numbers.getFirst();
        for (int i = 1; i < numbers.size(); i++) {
            joined = i == numbers.size() - 1 ? lexicon.say("topic.and", "a", joined, "b", numbers.get(i)) : joined + ", " + numbers.get(i);
        }
        String noun = lexicon.say("noun." + kind.key() + (numbers.size() > 1 ? ".many" : ""));
        return Optional.of(lexicon.say("topic.numbers", "noun", noun, "numbers", joined));
    }
}
