package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recall in rounds, by rules: first the question as it is, then its parts, then the names and numbers that the first round
 * brought up, then the question in the words of the best answers. The rounds vote by rank (reciprocal rank fusion; Cormack,
 * Clarke and Büttcher, SIGIR 2009).
 */
final class Rounds {

    /** One search of one round. */
    interface Search {
        Recall by(RecallRequest request) throws MemoryException, InterruptedException;
    }

    private static final int PARTS = 3;
    private static final int ENTITIES = 3;
    private static final int ANSWERS = 3;
    /** Characters of each answer that a broader question is made of. */
    private static final int ANSWER = 160;
    private static final int SHORTEST_PART = 12;
    /** How much the first ranks stand out; smaller than the 60 of large collections, since a customer has few memories. */
    private static final double RANKS = 10;
    private static final double FIRST = 1;
    private static final double PART = 0.4;
    private static final double ENTITY = 0.3;
    private static final double BROADER = 0.5;

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[.!?;\\n]+|,? (?:and|or|but|after|before|because|when|while) ", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY_NAME = Pattern.compile("#?\\b(?=[\\p{Alnum}-]*\\d)[\\p{Alnum}-]{5,}\\b|(?<![.!?:]\\s)(?<!^)\\b\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)*");

    private record Round(double weight, Recall recall) {}

    private record Key(SessionId session, MessageId message) {}

    private final Search search;

    Rounds(Search search) {
        this.search = search;
    }

    Recall recall(RecallRequest request) throws MemoryException, InterruptedException {
        Recall first = ask(request, request.words());
        var rounds = new ArrayList<Round>();
        rounds.add(new Round(FIRST, first));
        for (String part : parts(request.words())) {
            rounds.add(new Round(PART, ask(request, part)));
        }
        for (String entity : entities(request.words(), first)) {
            rounds.add(new Round(ENTITY, ask(request, request.words() + " " + entity)));
        }
        if (!first.passages().isEmpty()) {
            rounds.add(new Round(BROADER, ask(request, broader(request.words(), first))));
        }
        return fused(request, rounds);
    }

    private Recall ask(RecallRequest request, String words) throws MemoryException, InterruptedException {
        return search.by(new RecallRequest(request.customer(), words, request.current(), request.limit(), SearchMethod.HYBRID));
    }

    private static List<String> parts(String words) {
        List<String> parts = BETWEEN_PARTS.splitAsStream(words).map(String::strip).filter(part -> part.length() >= SHORTEST_PART).distinct().toList();
        return parts.size() < 2 ? List.of() : parts.subList(0, Math.min(PARTS, parts.size()));
    }

    /** Names and numbers that the best answers mention and the question does not. */
    private static Set<String> entities(String words, Recall first) {
        String asked = words.toLowerCase(Locale.ROOT);
        return first.passages().stream().limit(ANSWERS)
                .flatMap(passage -> ENTITY_NAME.matcher(passage.utterance().text()).results().map(MatchResult::group))
                .filter(name -> !asked.contains(name.toLowerCase(Locale.ROOT)))
                .limit(ENTITIES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String broader(String words, Recall first) {
        return words + first.passages().stream().limit(ANSWERS)
                .map(passage -> passage.utterance().text())
                .map(text -> "\n" + text.substring(0, Math.min(ANSWER, text.length())))
                .collect(Collectors.joining());
    }

    private static Recall fused(RecallRequest request, List<Round> rounds) {
        Recall first = rounds.getFirst().recall();
        var passages = new Votes<Key, Passage>();
        var episodes = new Votes<String, Episode>();
        var foundBy = new HashMap<String, FoundBy>();
        for (Round round : rounds) {
            passages.add(round.weight(), round.recall().passages(), passage -> new Key(passage.session(), passage.utterance().id()), Rounds::both);
            episodes.add(round.weight(), round.recall().episodes(), Episode::id, (one, _) -> one);
            round.recall().foundBy().forEach((id, by) -> foundBy.merge(id, by, FoundBy::and));
        }
        List<Episode> best = episodes.best(request.limit());
        foundBy.keySet().retainAll(best.stream().map(Episode::id).toList());
        return new Recall(first.profile(), best, passages.best(request.limit()), first.pending(),
                first.method() == SearchMethod.HYBRID ? SearchMethod.AGENTIC : first.method(), foundBy);
    }

    private static Passage both(Passage one, Passage again) {
        return new Passage(one.session(), one.utterance(), one.score(), one.foundBy().and(again.foundBy()));
    }

    private static final class Votes<K, T> {

        private final Map<K, T> things = new LinkedHashMap<>();
        private final Map<K, Double> votes = new HashMap<>();

        void add(double weight, List<T> ranked, Function<T, K> key, BinaryOperator<T> again) {
            for (int rank = 0; rank < ranked.size(); rank++) {
                K name = key.apply(ranked.get(rank));
                things.merge(name, ranked.get(rank), again);
                votes.merge(name, weight / (RANKS + rank), Double::sum);
            }
        }

        List<T> best(int limit) {
            return things.entrySet().stream()
                    .sorted(Comparator.comparingDouble((Map.Entry<K, T> entry) -> votes.get(entry.getKey())).reversed())
                    .limit(limit).map(Map.Entry::getValue).toList();
        }
    }
}
