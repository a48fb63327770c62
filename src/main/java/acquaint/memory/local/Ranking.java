package acquaint.memory.local;

import acquaint.memory.FoundBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Puts what was found by its words and what was found by its meaning into one order. Words count in proportion to the best
 * match, meaning by how close it is; and what was said in a session where something fits well probably belongs to it.
 * The weights were chosen on the structure of the LoCoMo development questions, where any near them do as well.
 */
final class Ranking {

    private static final double MEANING = 1.5;
    private static final double SESSION = 0.5;
    /** Of an episode less can be said than of all that was said in it. */
    private static final double SAID = 2;

    /** Something found: {@code score} is comparable within one ranking only. */
    record Ranked(String key, String session, double score, FoundBy foundBy) {}

    private static final class Candidate {
        private final String session;
        private double words;
        private double closeness;
        private boolean byWords;
        private boolean byMeaning;

        Candidate(String session) {
            this.session = session;
        }

        double score(double mostWords) {
            return (mostWords > 0 ? words / mostWords : 0) + MEANING * closeness;
        }

        boolean fits() {
            return byWords || byMeaning;
        }

        FoundBy foundBy() {
            return byWords && byMeaning ? FoundBy.BOTH : byWords ? FoundBy.WORDS : FoundBy.MEANING;
        }
    }

    private final Map<String, Candidate> candidates = new HashMap<>();

    /** Found by its words; {@code score} of BM25. */
    void words(String key, String session, double score) {
        Candidate candidate = candidates.computeIfAbsent(key, _ -> new Candidate(session));
        candidate.words = score;
        candidate.byWords = true;
    }

    void meaning(List<Embedded> memories, Meaning.Question question) {
        for (Embedded memory : memories) {
            meaning(memory.key(), memory.session(), question.closeness(memory.vector()), question);
        }
    }

    void meaning(String key, String session, double closeness, Meaning.Question question) {
        Candidate candidate = candidates.computeIfAbsent(key, _ -> new Candidate(session));
        candidate.closeness = closeness;
        candidate.byMeaning = question.near(closeness);
    }

    /** What was found of each session counts for all that is of it. */
    List<Ranked> best(int limit, Map<String, Ranked> sessions) {
        double mostWords = candidates.values().stream().mapToDouble(candidate -> candidate.words).max().orElse(0);
        var best = new HashMap<String, Double>();
        candidates.values().forEach(candidate -> best.merge(candidate.session, candidate.score(mostWords), Math::max));
        var ranked = new ArrayList<Ranked>();
        candidates.forEach((key, candidate) -> {
            Ranked said = sessions.get(candidate.session);
            if (candidate.fits() || said != null) {
                double score = candidate.score(mostWords) + SESSION * best.get(candidate.session) + (said == null ? 0 : SAID * said.score());
                ranked.add(new Ranked(key, candidate.session, score, candidate.fits() ? candidate.foundBy() : said.foundBy()));
            }
        });
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::key));
        return List.copyOf(ranked.subList(0, Math.min(limit, ranked.size())));
    }

    List<Ranked> best(int limit) {
        return best(limit, Map.of());
    }

    /** The best of each session. */
    static Map<String, Ranked> sessions(List<Ranked> ranked) {
        var best = new HashMap<String, Ranked>();
        ranked.forEach(one -> best.merge(one.session(), one, BinaryOperator.maxBy(Comparator.comparingDouble(Ranked::score))));
        return best;
    }
}
