package acquaint.casework;

import acquaint.store.DraftOutcome;
import acquaint.store.DraftOutcome.State;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of the replies proposed in a time, in all and by who wrote them. */
public record DraftReport(Instant from, Instant until, Line all, List<Line> byWriter) {

    /**
     * One writer's proposals; {@code writer} is the model's name, empty for no model and in the line of all. {@code open} were neither sent nor put
     * away nor replaced. {@code changed} is the median share of words changed in what was sent, 0 to 1; {@code toSend} the median time from showing to sending;
     * {@code sentences} and {@code kept} count those of proposals that were sent, and those of them that were sent as proposed.
     */
    public record Line(String writer, int shown, int unchanged, int lightEdit, int heavyEdit, int discarded, int replaced, int open,
            Optional<Double> changed, Optional<Integer> distance, Optional<Duration> toSend, int sentences, int kept, Map<WrongBecause, Integer> wrong) {

        public Line {
            wrong = Map.copyOf(wrong);
        }

        public int sent() {
            return unchanged + lightEdit + heavyEdit;
        }

        /** Which part of what was shown {@code count} is; empty where nothing was. */
        public Optional<Double> share(int count) {
            return shown == 0 ? Optional.empty() : Optional.of((double) count / shown);
        }
    }

    public DraftReport {
        byWriter = List.copyOf(byWriter);
    }

    static DraftReport of(Instant from, Instant until, List<DraftOutcome> outcomes) {
        Map<String, List<DraftOutcome>> writers = outcomes.stream().collect(Collectors.groupingBy(DraftOutcome::writer, TreeMap::new, Collectors.toList()));
        return new DraftReport(from, until, line("", outcomes), writers.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList());
    }

    private static Line line(String writer, List<DraftOutcome> outcomes) {
        var counts = new EnumMap<State, Integer>(State.class);
        outcomes.forEach(outcome -> counts.merge(outcome.state(), 1, Integer::sum));
        List<DraftOutcome> sent = outcomes.stream().filter(outcome -> !outcome.survived().isEmpty()).toList();
        var wrong = new EnumMap<WrongBecause, Integer>(WrongBecause.class);
        outcomes.stream().flatMap(outcome -> outcome.wrong().stream()).map(WrongBecause::valueOf).forEach(reason -> wrong.merge(reason, 1, Integer::sum));
        return new Line(writer, outcomes.size(), counts.getOrDefault(State.UNCHANGED, 0), counts.getOrDefault(State.LIGHT_EDIT, 0),
                counts.getOrDefault(State.HEAVY_EDIT, 0), counts.getOrDefault(State.DISCARDED, 0), counts.getOrDefault(State.REPLACED, 0),
                counts.getOrDefault(State.SHOWN, 0), median(sent, outcome -> (double) outcome.distance() / outcome.words()),
                median(sent, DraftOutcome::distance), median(sent, outcome -> Duration.between(outcome.shownAt(), outcome.endedAt().orElseThrow())),
                sent.stream().mapToInt(DraftOutcome::sentences).sum(), sent.stream().mapToInt(DraftReport::kept).sum(), wrong);
    }

    private static int kept(DraftOutcome outcome) {
        return (int) outcome.survived().chars().filter(letter -> letter == '1').count();
    }

    /** The lower one of two in the middle: a value that really was. */
    private static <T extends Comparable<T>> Optional<T> median(List<DraftOutcome> outcomes, Function<DraftOutcome, T> value) {
        List<T> sorted = outcomes.stream().map(value).sorted().toList();
        return Stream.of(sorted).filter(list -> !list.isEmpty()).map(list -> list.get((list.size() - 1) / 2)).findFirst();
    }
}
