package acquaint.casework;

import acquaint.model.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What supervisors look at, as of {@code at}, and over a period. {@code waiting}, {@code breachesNextHour} and {@code overdue} are of now; all else is of
 * what was handed over, decided or shown in the period. Shares are from 0 to 1.
 */
public record HandoffReport(Instant at, Instant from, Instant until, Map<AgeBand, Integer> waiting, int breachesNextHour, int overdue, int handedOver, int returned,
        int breached, Optional<Duration> firstTouchMedian, Optional<Duration> firstTouchNinety, int customers, List<Repeat> repeats, List<Load> loads, List<Day> days,
        DraftReport.Line drafts) {

    /** How long something has waited. */
    public enum AgeBand {
        UNDER_ONE_HOUR(Duration.ZERO), UNDER_FOUR_HOURS(Duration.ofHours(1)), UNDER_EIGHT_HOURS(Duration.ofHours(4)), UNDER_A_DAY(Duration.ofHours(8)), OVER_A_DAY(Duration.ofDays(1));

        private final Duration least;

        AgeBand(Duration least) {
            this.least = least;
        }

        public Duration least() {
            return least;
        }
    }

    /** A customer with several handoffs in the period. */
    public record Repeat(CustomerId customer, String name, int times) {}

    /** What a reviewer has now, and decided and returned in the period. */
    public record Load(String reviewer, int open, int decided, int returned) {}

    /** What was handed over and decided on one day; {@code from} is its beginning in the desk's zone. */
    public record Day(Instant from, int handedOver, int decided) {}

    public HandoffReport {
        var bands = new EnumMap<AgeBand, Integer>(AgeBand.class);
        for (AgeBand band : AgeBand.values()) {
            bands.put(band, waiting.getOrDefault(band, 0));
        }
        waiting = Collections.unmodifiableMap(bands);
        repeats = List.copyOf(repeats);
        loads = List.copyOf(loads);
        days = List.copyOf(days);
    }

    /** Which part of what was handed over came back; empty where nothing was. */
    public Optional<Double> returnRate() {
        return handedOver == 0 ? Optional.empty() : Optional.of((double) returned / handedOver);
    }

    /** Which part of the customers had something handed over more than once; empty where nobody had. */
    public Optional<Double> repeatRate() {
        return customers == 0 ? Optional.empty() : Optional.of((double) repeats.size() / customers);
    }

    /** As a table for a spreadsheet (RFC 4180): a figure a line, with what it is of. */
    public String csv() {
        return HandoffCsv.of(this);
    }
}
