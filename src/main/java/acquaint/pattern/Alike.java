package acquaint.pattern;

import acquaint.reply.Likeness;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether issues are one: by their words and, where it can be told, by what their sentences mean. Safe for any thread. */
public final class Alike {

    /** From here on two are one issue; by words alone, and by words and, for a third, meaning. Chosen on the conversations of the customers with five and more tickets. */
    static final double BY_WORDS = 0.22;
    static final double BY_BOTH = 0.28;
    /** Those that have least words in common are not worth asking a model about. */
    private static final int ASKED = 40;

    private final Vocabulary vocabulary;
    private final Likeness likeness;

    public Alike(Vocabulary vocabulary, Likeness likeness) {
        this.vocabulary = vocabulary;
        this.likeness = likeness;
    }

    Issue issue(List<String> said) {
        return new Issue(said, vocabulary);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Half and more: one issue. An interrupt cancels. */
    double likeness(Issue one, Issue other) throws InterruptedException {
        double words = one.byWords(other);
        Optional<Double> meaning = one.byMeaning(other, likeness);
        return meaning.isPresent() ? scaled((2 * words + meaning.get()) / 3, BY_BOTH) : scaled(words, BY_WORDS);
    }

    /** So that the limit is one half, whatever it was told by. */
    private static double scaled(double likeness, double limit) {
        return likeness < limit ? likeness / limit / 2 : 0.5 + (likeness - limit) / (1 - limit) / 2;
    }

    /** Which of {@code others} is most alike, where one is one issue with it. An interrupt cancels. */
    public Optional<Integer> most(String text, List<String> others) throws InterruptedException {
        Issue wanted = issue(List.of(text));
        List<Issue> issues = others.stream().map(other -> issue(List.of(other))).toList();
        List<Integer> first = IntStream.range(0, others.size()).boxed().sorted(Comparator.comparingDouble((Integer i) -> wanted.byWords(issues.get(i))).reversed()).limit(ASKED).toList();
        Optional<Integer> best = Optional.empty();
        double most = 0.5;
        for (int i : first) {
            double alike = likeness(wanted, issues.get(i));
            if (alike >= most) {
                most = alike;
                best = Optional.of(i);
            }
        }
        return best;
    }
}
