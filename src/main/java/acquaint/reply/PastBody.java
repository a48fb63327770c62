package acquaint.reply;

import acquaint.privacy.PersonalData;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.DraftReply.Support;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What agents answered in like cases, fit to be said in this one: the likeliest first, none much like another. Ranked by how well the case fits and by how
 * it went on. What another case's reply says was done is marked as resting on nothing here.
 */
final class PastBody {

    /** A cleaned reply. */
    record Body(List<List<Sentence>> paragraphs) {

        String text() {
            return paragraphs.stream().flatMap(List::stream).map(Sentence::text).collect(Collectors.joining(" "));
        }
    }

    private static final int MOST_WORDS = 110;
    private static final int LOOKED_AT = 40;
    /** How much of the words two replies may share before they count as one. */
    private static final double SAME = 0.6;
    /** How much an outcome counts beside the fit of the case: a reply that had to be asked for again is behind a worse fit that helped. */
    private static final double HELPED = 1.15;
    private static final double ASKED_AGAIN = 0.6;
    private static final double REPEATS = 0.6;
    private static final Pattern LIST = Pattern.compile("^\\s*(?:[-•*]\\s|\\d{1,2}[.)]\\s|\\|)");
    private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*\\R");

    private final Situation situation;
    private final Lexicon lexicon;
    private final Depersonalised cleaning;

    PastBody(Situation situation, PersonalData rules) {
        this.situation = situation;
        lexicon = situation.lexicon();
        cleaning = new Depersonalised(situation, rules);
    }

    List<Body> best(int most) {
        record Ranked(PastReply past, double rank) {}
        List<Ranked> ranked = situation.request().past().stream().limit(LOOKED_AT).map(past -> new Ranked(past, rank(past)))
                .sorted(Comparator.comparingDouble(Ranked::rank).reversed()).toList();
        var chosen = new ArrayList<Body>();
        for (Ranked one : ranked) {
            if (chosen.size() == most) {
                break;
            }
            body(one.past()).filter(body -> chosen.stream().noneMatch(other -> alike(body.text(), other.text()) > SAME)).ifPresent(chosen::add);
        }
        return chosen;
    }

    private Optional<Body> body(PastReply past) {
        var paragraphs = new ArrayList<List<Sentence>>();
        for (String paragraph : PARAGRAPH.split(past.reply().text())) {
            List<Sentence> sentences = sentences(paragraph, past);
            if (!sentences.isEmpty()) {
                paragraphs.add(sentences);
            }
        }
        var body = new Body(paragraphs);
        boolean says = paragraphs.stream().flatMap(List::stream).anyMatch(sentence -> situation.turn().closes() || !lexicon.points("courtesy", sentence.text()));
        return Optional.of(body).filter(_ -> says && Prose.words(body.text()) <= MOST_WORDS);
    }

    /** What points back to a sentence that was left out says nothing any more. */
    private List<Sentence> sentences(String paragraph, PastReply past) {
        var sentences = new ArrayList<Sentence>();
        boolean whole = true;
        for (String line : paragraph.lines().toList()) {
            for (String said : LIST.matcher(line).find() ? List.<String>of() : Prose.sentences(line)) {
                if (greetsOrLeaves(said)) {
                    continue;
                }
                Optional<Sentence> sentence = whole || !lexicon.points("past.back", said) ? sentence(said, past) : Optional.empty();
                sentence.ifPresent(sentences::add);
                whole = sentence.isPresent();
            }
        }
        return sentences;
    }

    private boolean greetsOrLeaves(String sentence) {
        return Prose.words(sentence) <= 5 && (lexicon.first("past.greeting", sentence).filter(sign -> sign.start() == 0).isPresent() || lexicon.points("past.leave", sentence));
    }

    private Optional<Sentence> sentence(String sentence, PastReply past) {
        return cleaning.of(sentence, past).map(text -> {
            boolean asks = text.endsWith("?");
            boolean claims = !asks && lexicon.points("done", text) && !lexicon.points("courtesy", text) || !Gaps.in(text).isEmpty() && !asks;
            Support support = claims ? Support.UNSUPPORTED : asks || lexicon.points("courtesy", text) ? Support.COURTESY : Support.SUPPORTED;
            return new Sentence(text, List.of(Cite.past(past, text)), support, List.of());
        });
    }

    private double rank(PastReply past) {
        double rank = past.fit() * outcome(past);
        return situation.dialogue().lastReply().filter(last -> alike(last.text(), past.reply().text()) > SAME).isPresent() ? rank * REPEATS : rank;
    }

    /** Thanked, or closed and nothing more said: it helped. The same asked once more: it did not. */
    private double outcome(PastReply past) {
        if (past.next().isEmpty()) {
            return past.closed() ? HELPED : 1;
        }
        String next = past.next().get();
        if (lexicon.points("thanks", next)) {
            return HELPED;
        }
        return alike(next, past.asked()) > SAME ? ASKED_AGAIN : 1;
    }

    /** Which part of all words both have (Jaccard). */
    private static double alike(String one, String other) {
        Set<String> left = ContentWords.in(one);
        Set<String> right = ContentWords.in(other);
        var both = new HashSet<>(left);
        both.retainAll(right);
        var all = new HashSet<>(left);
        all.addAll(right);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }
}
