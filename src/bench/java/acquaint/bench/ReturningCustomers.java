package acquaint.bench;

import acquaint.memory.Episode;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.SharedConversations;
import acquaint.memory.Utterance;
import acquaint.memory.local.LocalMemory;
import acquaint.model.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether recall at the start of a ticket brings the customer's earlier ticket on the same matter. By rule, an earlier ticket is on
 * the same matter when an order or reservation number stands in both, wherever it stands and whoever said it. Tickets are taken in the order of their
 * beginning; memory holds what came before.
 */
final class ReturningCustomers {

    /** Order numbers and reservation codes of the two desks; HAT271 is a flight. */
    private static final Pattern NUMBER = Pattern.compile("\\bW\\d{7}\\b|\\b(?=[A-Z0-9]*\\d)(?=[A-Z0-9]*[A-Z])(?!HAT)[A-Z0-9]{6}\\b");
    private static final int DEEP = 10;

    /** How often it was the first one, among the first three, and the mean of one by its rank. */
    record Score(int asked, int first, int amongThree, double reciprocalRanks) {

        Score and(List<SessionId> found, Set<SessionId> wanted) {
            int rank = 0;
            while (rank < found.size() && !wanted.contains(found.get(rank))) {
                rank++;
            }
            boolean is = rank < found.size();
            return new Score(asked + 1, first + (is && rank == 0 ? 1 : 0), amongThree + (is && rank < 3 ? 1 : 0), reciprocalRanks + (is ? 1.0 / (rank + 1) : 0));
        }
    }

    private final Map<String, Score> scores = new LinkedHashMap<>();
    private int tickets;
    private double others;

    /** {@code memory} must be empty. */
    void run(LocalMemory memory, List<SharedConversations> conversations) throws Exception {
        var before = new ArrayList<SharedConversations>();
        for (SharedConversations now : conversations.stream().sorted(Comparator.comparing((SharedConversations one) -> one.utterances().getFirst().at())).toList()) {
            List<SharedConversations> earlier = before.stream().filter(one -> one.customer().equals(now.customer())).toList().reversed();
            Set<String> numbers = numbers(now);
            Set<SessionId> wanted = earlier.stream().filter(one -> numbers(one).stream().anyMatch(numbers::contains))
                    .map(SharedConversations::session).collect(Collectors.toSet());
            // Where all earlier tickets are on the same matter, any answer would be right.
            if (!wanted.isEmpty() && wanted.size() < earlier.size()) {
                tickets++;
                others += earlier.size();
                ask(memory, now, earlier, wanted);
            }
            memory.remember(now.customer(), now.session(), now.utterances());
            memory.flush(now.customer(), now.session());
            before.add(now);
        }
    }

    private void ask(LocalMemory memory, SharedConversations now, List<SharedConversations> earlier, Set<SessionId> wanted) throws Exception {
        memory.awaitMeaning();
        for (int messages : new int[] {1, 3}) {
            String words = now.utterances().stream().filter(said -> said.speaker() == Utterance.Speaker.CUSTOMER).limit(messages)
                    .map(Utterance::text).collect(Collectors.joining("\n"));
            String question = messages == 1 ? "the first message" : "the first three messages";
            add("newest first | " + question, earlier.stream().map(SharedConversations::session).toList(), wanted);
            for (SearchMethod method : SearchMethod.values()) {
                List<Episode> found = memory.recall(new RecallRequest(now.customer(), words, Optional.of(now.session()), DEEP, method)).episodes();
                add(method.name().toLowerCase(java.util.Locale.ROOT) + " | " + question, found.stream().map(Episode::session).distinct().toList(), wanted);
            }
        }
    }

    private void add(String name, List<SessionId> found, Set<SessionId> wanted) {
        scores.merge(name, new Score(0, 0, 0, 0).and(found, wanted), (sum, _) -> sum.and(found, wanted));
    }

    private static Set<String> numbers(SharedConversations conversation) {
        return NUMBER.matcher(conversation.text()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    Map<String, Score> scores() {
        return scores;
    }

    int tickets() {
        return tickets;
    }

    /** How many earlier tickets there were to choose from, on average. */
    double others() {
        return others / tickets;
    }
}
