package acquaint.reply;

import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.DraftReply.Support;
import acquaint.reply.Entities.Entity;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks whether what a sentence says stands in what it was written from: something said there must mean much the same, every date, figure, number and
 * name must stand there, too, and nothing there may say the opposite. For one draft, on one thread; an interrupt cancels.
 */
final class EvidenceCheck {

    /**
     * From this likeness on a sentence counts as said. Of meaning and words in these parts; chosen on labelled sentences (sentences-dev.jsonl of the
     * tests) that the published figures are not measured on.
     */
    private static final double SAID = 0.6;
    private static final double OF_MEANING = 0.6;
    private static final double OF_WORDS = 0.4;
    /**
     * What each date, figure or name that stands in the sources adds; likeness alone hardly tells a paraphrase from an invention. Chosen on the same
     * sentences.
     */
    private static final double OF_FACT = 0.2;
    /** The model's own word for where it has something from counts for a little. */
    private static final double CITED = 0.05;
    /** A second source that brings what the first one lacks must be about the matter at least. */
    private static final double ABOUT = 0.25;
    /** Two sentences of which one negates must be this much alike to contradict each other. */
    private static final double SAME_MATTER = 0.55;
    private static final int MOST_COMPARED = 12;
    private static final int MOST_EVIDENCE = 3;
    /** More of them add nothing. */
    private static final int MOST_FACTS = 3;

    /** A sentence of a source, or two that follow each other. */
    private record Window(Passages passages, String text, boolean single, Set<String> words) {}

    /** One source, taken apart. */
    private record Passages(Source source, List<Entity> entities, Set<String> weekdays, Set<String> names) {}

    private record Scored(Window window, double score) {}

    private final Claims claims = new Claims();
    private final Contradiction contradiction = new Contradiction();
    private final Likeness likeness;
    private final List<Passages> passages = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final Set<String> people = new HashSet<>();
    private final Derived derived;

    /** {@code people} are those whose names need no evidence: customer and agent. */
    EvidenceCheck(Likeness likeness, List<Source> sources, List<String> people, ZoneId zone) {
        this.likeness = likeness;
        people.stream().flatMap(name -> Stream.of(name.split("[\\s,]+"))).map(ProperNames::folded).forEach(this.people::add);
        sources.forEach(source -> read(source, zone));
        derived = new Derived(passages.stream().map(one -> new Derived.Facts(one.source().piece().text(), one.entities())).toList());
    }

    private void read(Source source, ZoneId zone) {
        String text = source.piece().text();
        List<Entity> entities = new ArrayList<>(Entities.in(text));
        if (source.piece().section() != Piece.Section.RECORD) {
            entities.add(Entities.day(source.piece().evidence().at().atZone(zone).toLocalDate()));
        }
        var one = new Passages(source, entities, Entities.weekdays(entities), new HashSet<>(List.of(Contradiction.folded(text).split("[^\\p{L}\\p{N}]+"))));
        passages.add(one);
        List<String> sentences = AnswerText.sentences(text).stream().map(AnswerText.Cited::text).toList();
        for (int i = 0; i < sentences.size(); i++) {
            windows.add(new Window(one, sentences.get(i), true, ContentWords.in(sentences.get(i))));
            if (i > 0) {
                String two = sentences.get(i - 1) + " " + sentences.get(i);
                windows.add(new Window(one, two, false, ContentWords.in(two)));
            }
        }
    }

    /** {@code cited} are numbers of sources that the model named for it. */
    Sentence check(String sentence, List<Integer> cited) throws InterruptedException {
        List<Entity> claimed = Entities.in(sentence).stream().filter(one -> one.kind() != Entities.Kind.NAME || !people.contains(one.value())).toList();
        if (namesOnly(sentence) || claims.isCourtesy(sentence, !claimed.isEmpty())) {
            return new Sentence(sentence, List.of(), Support.COURTESY, List.of());
        }
        List<Scored> scored = scored(sentence, cited);
        if (scored.isEmpty()) {
            return new Sentence(sentence, List.of(), Support.UNSUPPORTED, claimed.stream().map(Entity::said).toList());
        }
        List<Scored> chosen = chosen(scored, claimed);
        List<String> missing = claimed.stream()
                .filter(one -> passages.stream().noneMatch(each -> holds(each, one)) && !derived.holds(one, sentence))
                .map(Entity::said).distinct().toList();
        Scored best = chosen.getFirst();
        boolean supported = missing.isEmpty() && support(best, claimed.size()) >= SAID && !contradicted(sentence, scored, best);
        List<Evidence> evidence = best.score() >= ABOUT ? chosen.stream().map(each -> evidence(each.window())).distinct().toList() : List.of();
        return new Sentence(sentence, evidence, supported ? Support.SUPPORTED : Support.UNSUPPORTED, missing);
    }

    /** As a signature is. */
    private boolean namesOnly(String sentence) {
        return Stream.of(sentence.split("[\\s,.!]+")).map(ProperNames::folded).allMatch(people::contains);
    }

    /** Facts that all stand in the sources speak for a sentence. */
    private static double support(Scored best, int facts) {
        return best.score() + OF_FACT * Math.min(facts, MOST_FACTS);
    }

    private static Evidence evidence(Window window) {
        Evidence whole = window.passages().source().piece().evidence();
        return new Evidence(whole.kind(), whole.ref(), whole.session(), whole.at(), window.text());
    }

    /** Best first. Only what shares words, or was named, is compared by its meaning. */
    private List<Scored> scored(String sentence, List<Integer> cited) throws InterruptedException {
        Set<String> words = ContentWords.in(sentence);
        Comparator<Window> byWords = Comparator.comparingDouble(window -> -ContentWords.share(words, window.words()));
        List<Window> compared = Stream.concat(
                windows.stream().filter(window -> cited.contains(window.passages().source().number())).sorted(byWords).limit(MOST_COMPARED),
                windows.stream().sorted(byWords).limit(MOST_COMPARED)).distinct().toList();
        Optional<double[]> alike = likeness.to(sentence, compared.stream().map(Window::text).toList());
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < compared.size(); i++) {
            Window window = compared.get(i);
            double named = cited.contains(window.passages().source().number()) ? CITED : 0;
            double share = ContentWords.share(words, window.words());
            double said = alike.isPresent() ? OF_MEANING * alike.get()[i] + OF_WORDS * share : share;
            scored.add(new Scored(window, said + named));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored;
    }

    /** The best one, and what else it takes for all that is claimed. */
    private List<Scored> chosen(List<Scored> scored, List<Entity> claimed) {
        Scored best = scored.stream().filter(one -> one.score() >= SAID && claimed.stream().allMatch(entity -> holds(one.window().passages(), entity)))
                .findFirst().orElse(scored.getFirst());
        var chosen = new ArrayList<>(List.of(best));
        for (Entity entity : claimed) {
            if (chosen.size() < MOST_EVIDENCE && chosen.stream().noneMatch(one -> holds(one.window().passages(), entity))) {
                Optional<Scored> more = scored.stream().filter(one -> one.score() >= ABOUT && holds(one.window().passages(), entity)).findFirst();
                more.ifPresent(chosen::add);
            }
        }
        return chosen;
    }

    private static boolean holds(Passages passages, Entity claimed) {
        return switch (claimed.kind()) {
            case WEEKDAY -> passages.weekdays().contains(claimed.value());
            case NAME -> passages.names().contains(claimed.value()) || passages.entities().stream().anyMatch(claimed::isSame);
            case DATE, TIME, NUMBER, CODE, ADDRESS -> passages.entities().stream().anyMatch(claimed::isSame);
        };
    }

    private boolean contradicted(String sentence, List<Scored> scored, Scored best) {
        if (contradiction.between(sentence, best.window().text())) {
            return true;
        }
        return scored.stream().filter(one -> one.window().single()).findFirst()
                .filter(one -> one.score() >= SAME_MATTER && Contradiction.oneNegates(sentence, one.window().text())).isPresent();
    }
}
