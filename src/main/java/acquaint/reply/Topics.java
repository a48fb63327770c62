package acquaint.reply;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what a text is about and puts it into words: the intent, the thing it concerns, the numbers it goes by. */
public final class Topics {

    private static final int MOST_NUMBERS = 3;
    /** "your upcoming flights" is no more than its numbers; a longer name says more. */
    private static final int PLAIN_WORDS = 3;
    private static final int SHORTEST_QUESTION = 3;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TITLE_WORDS = 7;
    private static final Pattern TITLE = Pattern.compile("[^.!?<>{}\\[\\]]+");

    private final Lexicon lexicon;
    private final Things things;

    public Topics(Lexicon lexicon) {
        this.lexicon = lexicon;
        things = new Things(lexicon);
    }

    Things things() {
        return things;
    }

    /** The weightiest intent that the text speaks of, and of several the one it speaks of first. */
    Optional<Intent> intent(String text) {
        String clean = blankIgnored(text);
        return Stream.of(Intent.values())
                .filter(i -> i != Intent.GENERAL && lexicon.points("intent." + i.key(), clean))
                .min(Comparator.comparing(Intent::weight).thenComparingInt(i -> signAt(i, clean)));
    }

    /** All intents that the text speaks of. */
    public Set<Intent> intents(String text) {
        String clean = blankIgnored(text);
        return Stream.of(Intent.values()).filter(one -> one != Intent.GENERAL && lexicon.points("intent." + one.key(), clean))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Intent.class)));
    }

    /** Where the intent's first sign stands; 0 where none does. */
    int signAt(Intent intent, String text) {
        return intent == Intent.GENERAL ? 0 : lexicon.first("intent." + intent.key(), blankIgnored(text)).map(MatchResult::start).orElse(0);
    }

    private String blankIgnored(String text) {
        return lexicon.pattern("ignore").matcher(Prose.plain(text)).replaceAll(m -> " ".repeat(m.group().length()));
    }

    /** The thing that the text names for this intent. */
    Optional<Things.Thing> thing(Intent intent, String text) {
        return things.thing(intent, text, signAt(intent, text));
    }

    /** Whether a real question is asked: "Can you help me with that?" is a way of asking for the thing itself. */
    public boolean asksSomething(String text) {
        return Prose.sentences(text).stream().anyMatch(s -> s.endsWith("?") && Prose.words(s) >= SHORTEST_QUESTION && !lexicon.points("politeness", s));
    }

    /** What the text is about where no intent says more, as "the cost". */
    Optional<String> aspect(String text) {
        return lexicon.signKeys().stream().filter(k -> k.startsWith("aspect.")).filter(k -> lexicon.points(k, text))
                .min(Comparator.comparing((String k) -> lexicon.first(k, text).orElseThrow().start()).thenComparing(k -> k))
                .map(k -> lexicon.say("topic." + k));
    }

    /** The topic in words; empty when there is nothing to name. */
    Optional<String> topic(Intent intent, Optional<Things.Thing> thing, List<Reference> references) {
        Optional<String> numbers = numbers(references.stream().filter(r -> r.kind().identifies() || intent == Intent.DELAY).toList());
        String key = "topic." + intent.key();
        if (thing.isPresent() && !(numbers.isPresent() && isPlain(thing.get(), references))) {
            String named = lexicon.say(key + ".object", "verb", thing.get().verb(), "object", thing.get().name()).strip();
            return Optional.of(numbers.map(n -> lexicon.say("topic.with", "topic", named, "reference", n)).orElse(named));
        }
        if (numbers.isPresent()) {
            String verb = thing.map(Things.Thing::verb).orElse("");
            return Optional.of(verb.isEmpty()
                    ? lexicon.say(key + ".reference", "reference", numbers.get())
                    : lexicon.say(key + ".object", "verb", verb, "object", numbers.get()));
        }
        return intent == Intent.GENERAL ? Optional.empty() : Optional.of(lexicon.say(key));
    }

    /** A subject line in quotation marks, if it is a title rather than the first sentence of a message. */
    Optional<String> title(String subject) {
        boolean title = subject.length() <= LONGEST_TITLE && Prose.words(subject) <= LONGEST_TITLE_WORDS && TITLE.matcher(subject).matches()
                && !lexicon.pattern("untitled").matcher(subject.strip()).matches();
        return Optional.of(subject).filter(_ -> title).map(s -> lexicon.say("topic.subject", "subject", s));
    }

    /** Whether the thing is just "your order", which its number says better. */
    private boolean isPlain(Things.Thing thing, List<Reference> references) {
        String head = thing.name().substring(thing.name().lastIndexOf(' ') + 1);
        return references.stream().anyMatch(r -> lexicon.pattern("ref." + r.kind().key()).matcher(head).matches())
                && Prose.words(thing.name()) <= PLAIN_WORDS;
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
