package acquaint.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups the tickets of one customer by issue: the two groups that are most alike on average become one, until none are alike (average linkage; Sokal and Michener 1958). A group of one recurs
 * not. Safe for any thread.
 */
public final class Recurring {

    private static final int TOPIC_WORDS = 4;
    /** Of two tickets both have to use a word, of five three. */
    private static final double USUAL = 0.6;

    /** How much more a word tells that customers begin with. */
    private static final double OPENING = 3;

    private final Alike alike;

    public Recurring(Alike alike) {
        this.alike = alike;
    }

    /** The most frequent first, and of those the newest. An interrupt cancels. */
    public List<RecurringIssue> groups(List<PastTicket> tickets) throws InterruptedException {
        List<Issue> issues = tickets.stream().map(ticket -> alike.issue(ticket.said())).toList();
        Nouns nouns = alike.vocabulary().nouns(tickets.stream().map(ticket -> String.join("\n", ticket.said())).toList());
        var found = new ArrayList<RecurringIssue>();
        for (List<Integer> group : grouped(figures(issues))) {
            if (group.size() > 1) {
                List<Occurrence> occurrences = group.stream().map(tickets::get).sorted(Comparator.comparing(PastTicket::at)).map(Recurring::occurrence).toList();
                found.add(new RecurringIssue(topic(group.stream().map(issues::get).toList(), nouns), occurrences));
            }
        }
        found.sort(Comparator.comparingInt(RecurringIssue::times).reversed().thenComparing(issue -> issue.occurrences().getLast().at(), Comparator.reverseOrder()));
        return found;
    }

    private static Occurrence occurrence(PastTicket ticket) {
        return new Occurrence(ticket.ticket(), ticket.at(), ticket.title(), ticket.solvedBy(), ticket.open(), ticket.reopened());
    }

    private double[][] figures(List<Issue> issues) throws InterruptedException {
        var figures = new double[issues.size()][issues.size()];
        for (int one = 0; one < issues.size(); one++) {
            for (int other = 0; other < one; other++) {
                figures[one][other] = alike.likeness(issues.get(one), issues.get(other));
                figures[other][one] = figures[one][other];
            }
        }
        return figures;
    }

    private static List<List<Integer>> grouped(double[][] figures) {
        var groups = new ArrayList<List<Integer>>();
        for (int i = 0; i < figures.length; i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
        while (true) {
            Optional<int[]> best = likest(groups, figures);
            if (best.isEmpty()) {
                return groups;
            }
            groups.get(best.get()[0]).addAll(groups.remove(best.get()[1]));
        }
    }

    private static Optional<int[]> likest(List<List<Integer>> groups, double[][] figures) {
        double most = 0.5;
        Optional<int[]> best = Optional.empty();
        for (int one = 0; one < groups.size(); one++) {
            for (int other = one + 1; other < groups.size(); other++) {
                double average = average(groups.get(one), groups.get(other), figures);
                if (average >= most) {
                    most = average;
                    best = Optional.of(new int[] {one, other});
                }
            }
        }
        return best;
    }

    private static double average(List<Integer> one, List<Integer> other, double[][] figures) {
        double sum = 0;
        for (int i : one) {
            for (int j : other) {
                sum += figures[i][j];
            }
        }
        return sum / one.size() / other.size();
    }

    private List<String> topic(List<Issue> issues, Nouns nouns) {
        var users = new HashMap<String, Integer>();
        var things = new HashSet<String>();
        var openings = new HashMap<String, Integer>();
        Map<String, Spellings> spelt = new HashMap<>();
        for (Issue issue : issues) {
            issue.names(nouns).forEach((term, word) -> {
                users.merge(term, 1, Integer::sum);
                if (nouns.isNoun(word)) {
                    things.add(term);
                }
                openings.merge(term, issue.opensWith(term) ? 1 : 0, Integer::sum);
                spelt.computeIfAbsent(term, _ -> new Spellings()).add(word.spelt());
            });
        }
        Vocabulary vocabulary = alike.vocabulary();
        return users.keySet().stream().filter(term -> users.get(term) >= 2 && users.get(term) >= USUAL * issues.size() && vocabulary.weight(term) > 0 && vocabulary.isShared(term, issues.size() + 1))
                .sorted(Comparator.comparing((String term) -> things.contains(term)).reversed().thenComparing(Comparator.comparingDouble((String term) -> vocabulary.weight(term) * (users.get(term) + OPENING * openings.get(term))).reversed()).thenComparing(term -> term))
                .limit(TOPIC_WORDS).map(term -> spelt.get(term).usual()).toList();
    }
}
