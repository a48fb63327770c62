package acquaint.pattern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An issue that one customer had more than once. {@code topic} are the words its occurrences share, the most telling first, as the customer spells them;
 * {@code occurrences} are oldest first, and at least two.
 */
public record RecurringIssue(List<String> topic, List<Occurrence> occurrences) {

    /** One word alone, such as "leave", tells nothing. */
    private static final int TELLING = 2;
    private static final int SHOWN = 4;

    public RecurringIssue {
        topic = List.copyOf(topic);
        occurrences = List.copyOf(occurrences);
        if (occurrences.size() < 2) {
            throw new IllegalArgumentException("what came up once does not recur");
        }
    }

    /** What it is about: its words, or how its newest occurrence is called where there are too few of them to tell. */
    public String about() {
        return topic.size() < TELLING ? occurrences.getLast().title() : String.join(", ", topic.subList(0, Math.min(SHOWN, topic.size())));
    }

    /** How often it came up: 3 in "third time since March". */
    public int times() {
        return occurrences.size();
    }

    public Instant since() {
        return occurrences.getFirst().at();
    }

    /** What solved it each time before the newest, where that was one and the same thing, as it was said the last of these times. */
    public Optional<String> solvedEachTimeBy() {
        List<Optional<String>> before = occurrences.subList(0, times() - 1).stream().map(Occurrence::solvedBy).toList();
        Optional<String> last = before.getLast();
        return last.filter(solution -> before.stream().allMatch(one -> one.filter(other -> Solution.isSame(other, solution)).isPresent()));
    }

    /** What solved it the last time that it was solved. */
    public Optional<String> lastSolvedBy() {
        return occurrences.reversed().stream().flatMap(one -> one.solvedBy().stream()).findFirst();
    }

    /** How many of the earlier occurrences came back after they were closed. */
    public long reopened() {
        return occurrences.stream().filter(Occurrence::reopened).count();
    }
}
