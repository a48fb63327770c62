package acquaint.reply;

import acquaint.memory.Episode;
import acquaint.model.Message;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells which of the episodes at hand are about the like of the present matter, and what they were about. */
final class PastMatters {

    /** Words in common that make two matters alike where no intent was recognised, and how long such words are at least. */
    private static final int SHARED_WORDS = 3;
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{5,}");

    /** An episode's matter in words, resting on {@code quote}; {@code sameNumber} when it shares a number with the present one. */
    record Past(Episode episode, Optional<String> topic, String quote, List<Reference> references, boolean sameNumber, boolean sameThing) {}

    private final Situation situation;

    PastMatters(Situation situation) {
        this.situation = situation;
    }

    /** Those of this customer that are alike, the closest first. */
    List<Past> own() {
        return situation.request().recall().episodes().stream()
                .filter(e -> !e.session().equals(situation.request().ticket().id().session()))
                .filter(e -> e.customer().equals(situation.request().customer().id()))
                .filter(this::isAlike)
                .map(this::past)
                .sorted(Comparator.comparing((Past p) -> !p.sameNumber()).thenComparing(p -> !p.sameThing()))
                .toList();
    }

    /** Those of others that are alike, in the order they came. */
    List<Episode> others() {
        return situation.request().precedents().stream()
                .filter(e -> !e.customer().equals(situation.request().customer().id()))
                .filter(this::isAlike)
                .toList();
    }

    private boolean isAlike(Episode episode) {
        Intent intent = situation.matter().intent();
        if (sharesNumber(episode)) {
            return true;
        }
        if (intent == Intent.GENERAL) {
            return sharedWords(episode) >= SHARED_WORDS;
        }
        return situation.topics().intent(episode.subject()).or(() -> situation.topics().intent(episode.summary())).equals(Optional.of(intent))
                && sameTrade(episode);
    }

    private boolean sharesNumber(Episode episode) {
        Set<String> present = situation.matter().references().stream().filter(r -> r.kind().identifies()).map(Reference::bare).collect(Collectors.toSet());
        return situation.references().in(told(episode)).stream().map(Reference::bare).anyMatch(present::contains);
    }

    /** A changed flight is no precedent for a changed order. */
    private boolean sameTrade(Episode episode) {
        String now = situation.dialogue().said().isEmpty() ? situation.request().ticket().subject() : situation.dialogue().text(Message.Kind.CUSTOMER);
        Lexicon lexicon = situation.lexicon();
        boolean travelNow = lexicon.points("travel", now);
        boolean travelThen = lexicon.points("travel", told(episode));
        return travelNow == travelThen || lexicon.points("retail", now) == lexicon.points("retail", told(episode));
    }

    private long sharedWords(Episode episode) {
        Set<String> words = words(situation.dialogue().openText() + "\n" + situation.request().ticket().subject());
        words.retainAll(words(told(episode)));
        return words.size();
    }

    private Set<String> words(String text) {
        Lexicon lexicon = situation.lexicon();
        return LONG_WORD.matcher(text).results().map(m -> m.group().toLowerCase(lexicon.language().locale()))
                .filter(w -> !lexicon.pattern("vague").matcher(w).matches() && !lexicon.pattern("stops").matcher(w).matches())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String told(Episode episode) {
        return episode.subject() + "\n" + episode.summary();
    }

    private Past past(Episode episode) {
        Topics topics = situation.topics();
        boolean bySubject = topics.intent(episode.subject()).isPresent();
        String text = bySubject ? episode.subject() : episode.summary();
        Intent intent = topics.intent(text).orElse(Intent.GENERAL);
        String quote = bySubject ? text : Prose.around(text, topics.signAt(intent, text));
        Optional<Things.Thing> thing = topics.thing(intent, quote);
        List<Reference> all = situation.references().in(told(episode)).stream().filter(r -> r.kind().identifies()).toList();
        List<Reference> quoted = situation.references().in(quote);
        boolean telling = thing.isPresent() || !quoted.isEmpty();
        Optional<String> topic = topics.topic(intent, thing, quoted).filter(_ -> telling).or(() -> topics.title(episode.subject()));
        boolean sameThing = thing.isPresent() && thing.map(Things.Thing::name).equals(situation.matter().thing());
        return new Past(episode, topic, quote, all, sharesNumber(episode), sameThing);
    }
}
