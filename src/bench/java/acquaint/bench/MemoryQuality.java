package acquaint.bench;

import acquaint.memory.Episode;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.Utterance;
import acquaint.memory.local.LocalMemory;
import acquaint.memory.local.SentenceModel;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much of the evidence recall brings, on a file of LoCoMo's form given as an argument (Maharana et al., ACL 2024): each
 * conversation is a customer, each session a ticket, each turn a message; asked is every question that has evidence. Prints
 * one table with recall at 5, 10 and 20 and the mean reciprocal rank of the first evidence, by turn and by session, for a
 * plain BM25 beside the memory's own methods.
 */
public final class MemoryQuality {

    private static final Pattern TURN = Pattern.compile("D(\\d+):\\d+");
    private static final Instant FIRST = Instant.parse("2026-01-05T09:00:00Z");
    private static final int DEEP = 100;
    private static final int[] DEPTHS = {5, 10, 20};
    private static final Map<Integer, String> CATEGORIES =
            new TreeMap<>(Map.of(1, "multi-hop", 2, "temporal", 3, "open-domain", 4, "single-hop", 5, "adversarial"));
    private static final Set<Integer> ANSWERED = Set.of(1, 2, 4);

    private record Turn(String id, int session, String speaker, String text) {}

    private record Question(String words, int category, Set<String> evidence) {}

    /** What was found, best first, by turn and by session. */
    private record Found(List<String> turns, List<String> sessions) {}

    @FunctionalInterface
    private interface Finder {
        Found find(String words) throws Exception;
    }

    private static final class Score {
        private final double[] recall = new double[DEPTHS.length];
        private double reciprocalRank;
        private int questions;

        void add(List<String> found, Set<String> evidence) {
            questions++;
            for (int i = 0; i < DEPTHS.length; i++) {
                List<String> top = found.subList(0, Math.min(DEPTHS[i], found.size()));
                recall[i] += (double) evidence.stream().filter(top::contains).count() / evidence.size();
            }
            for (int rank = 0; rank < found.size(); rank++) {
                if (evidence.contains(found.get(rank))) {
                    reciprocalRank += 1.0 / (rank + 1);
                    break;
                }
            }
        }

        void add(Score other) {
            questions += other.questions;
            reciprocalRank += other.reciprocalRank;
            for (int i = 0; i < recall.length; i++) {
                recall[i] += other.recall[i];
            }
        }

        @Override
        public String toString() {
            var row = new StringBuilder();
            for (double one : recall) {
                row.append(String.format(Locale.ROOT, " %.3f |", one / questions));
            }
            return row + String.format(Locale.ROOT, " %.3f |", reciprocalRank / questions);
        }
    }

    private final Map<String, Map<Integer, Score>> byTurn = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Score>> bySession = new LinkedHashMap<>();

    private MemoryQuality() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("Say which file to ask: one of LoCoMo's form, as -Dbench.args=path/to/locomo.json");
            System.exit(2);
        }
        new MemoryQuality().run(new ObjectMapper().readTree(Path.of(arguments[0]).toFile()));
    }

    private void run(JsonNode file) throws Exception {
        Path home = Files.createTempDirectory("acquaint-quality");
        long begun = System.nanoTime();
        try (var memory = LocalMemory.open(home, Optional.of(SentenceModel::new))) {
            for (JsonNode one : file) {
                remember(memory, customer(one), turns(one.get("conversation")));
            }
            memory.awaitMeaning();
            System.out.printf(Locale.ROOT, "Remembered and embedded in %.1f s.%n%n", (System.nanoTime() - begun) / 1e9);
            for (JsonNode one : file) {
                List<Turn> turns = turns(one.get("conversation"));
                List<Question> questions = questions(one.get("qa"), turns);
                try (var plain = new PlainSearch(turns.stream().collect(Collectors.toMap(Turn::id, turn -> turn.speaker() + ": " + turn.text())))) {
                    ask("plain BM25", questions, words -> found(plain.search(words, DEEP)));
                }
                for (SearchMethod method : SearchMethod.values()) {
                    ask(method.name().toLowerCase(Locale.ROOT), questions,
                            words -> found(memory.recall(new RecallRequest(customer(one), words, Optional.empty(), DEEP, method))));
                }
            }
        }
        print("By turn", byTurn);
        print("By session", bySession);
    }

    private static CustomerId customer(JsonNode one) {
        return new CustomerId(one.get("sample_id").asText());
    }

    private static List<Turn> turns(JsonNode conversation) {
        var turns = new ArrayList<Turn>();
        for (int session = 1; conversation.has("session_" + session); session++) {
            for (JsonNode turn : conversation.get("session_" + session)) {
                String photo = turn.has("blip_caption") ? " [" + turn.get("blip_caption").asText() + "]" : "";
                turns.add(new Turn(turn.get("dia_id").asText(), session, turn.get("speaker").asText(), turn.get("text").asText() + photo));
            }
        }
        return turns;
    }

    private static List<Question> questions(JsonNode asked, List<Turn> turns) {
        Set<String> known = turns.stream().map(Turn::id).collect(Collectors.toSet());
        var questions = new ArrayList<Question>();
        for (JsonNode one : asked) {
            Set<String> evidence = TURN.matcher(one.path("evidence").toString()).results().map(MatchResult::group)
                    .filter(known::contains).collect(Collectors.toCollection(LinkedHashSet::new));
            if (!evidence.isEmpty()) {
                questions.add(new Question(one.get("question").asText(), one.get("category").asInt(), evidence));
            }
        }
        return questions;
    }

    private static void remember(LocalMemory memory, CustomerId customer, List<Turn> turns) throws Exception {
        String first = turns.getFirst().speaker();
        Map<Integer, List<Turn>> sessions = turns.stream().collect(Collectors.groupingBy(Turn::session, TreeMap::new, Collectors.toList()));
        long minute = 0;
        for (var session : sessions.entrySet()) {
            var said = new ArrayList<Utterance>();
            for (Turn turn : session.getValue()) {
                said.add(new Utterance(new MessageId(turn.id()),
                        turn.speaker().equals(first) ? Utterance.Speaker.CUSTOMER : Utterance.Speaker.AGENT, turn.speaker(), FIRST.plusSeconds(60 * minute++), turn.text()));
            }
            memory.remember(customer, new SessionId("ticket_" + session.getKey()), said);
            memory.flush(customer, new SessionId("ticket_" + session.getKey()));
        }
    }

    private static Found found(List<String> turns) {
        return new Found(turns, turns.stream().map(MemoryQuality::session).distinct().toList());
    }

    private static Found found(Recall recall) {
        return new Found(recall.passages().stream().map(Passage::utterance).map(said -> said.id().value()).toList(),
                recall.episodes().stream().map(Episode::session).map(session -> session.value().substring("ticket_".length())).toList());
    }

    private static String session(String turn) {
        return TURN.matcher(turn).replaceFirst("$1");
    }

    private void ask(String method, List<Question> questions, Finder finder) throws Exception {
        for (Question question : questions) {
            Found found = finder.find(question.words());
            score(byTurn, method, question).add(found.turns(), question.evidence());
            score(bySession, method, question).add(found.sessions(), question.evidence().stream().map(MemoryQuality::session).collect(Collectors.toSet()));
        }
    }

    private static Score score(Map<String, Map<Integer, Score>> scores, String method, Question question) {
        return scores.computeIfAbsent(method, _ -> new TreeMap<>()).computeIfAbsent(question.category(), _ -> new Score());
    }

    private static void print(String title, Map<String, Map<Integer, Score>> scores) {
        System.out.printf("%s%n%n| Questions | | recall at 5 | at 10 | at 20 | MRR |%n|---|---|---|---|---|---|%n", title);
        CATEGORIES.forEach((category, name) -> scores.forEach((method, all) ->
                Optional.ofNullable(all.get(category)).ifPresent(score -> System.out.printf("| %s (%d) | %s |%s%n", name, score.questions, method, score))));
        scores.forEach((method, all) -> {
            var sum = new Score();
            all.forEach((category, score) -> {
                if (ANSWERED.contains(category)) {
                    sum.add(score);
                }
            });
            System.out.printf("| multi-hop, temporal and single-hop (%d) | %s |%s%n", sum.questions, method, sum);
        });
        System.out.println();
    }
}
