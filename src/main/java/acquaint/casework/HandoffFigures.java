package acquaint.casework;

import acquaint.casework.HandoffReport.AgeBand;
import acquaint.store.Desk;
import acquaint.store.HandoffFigureTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How handoffs go, counted on the desk. Blocks; any thread but the JavaFX thread. */
public final class HandoffFigures {

    /** From one time to another, which is not in it. */
    public record Period(Instant from, Instant until) {

        public Period {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("a period must end after it begins");
            }
        }
    }

    private static final int REPEATS = 100;
    /** A day a column: more than these say nothing more. */
    private static final long MOST_DAYS = 400;

    private final Desk desk;
    private final Clock clock;
    private final ZoneId zone;
    private final Permissions permissions;
    private final DraftMeasures measures;

    public HandoffFigures(Desk desk, Clock clock, ZoneId zone, Permissions permissions, DraftMeasures measures) {
        this.desk = desk;
        this.clock = clock;
        this.zone = zone;
        this.permissions = permissions;
        this.measures = measures;
    }

    /** Of what was handed over in the period, and of how things stand now. */
    public HandoffReport of(Period period) {
        permissions.require(Permission.SEE_FIGURES);
        Instant now = clock.instant();
        Instant from = period.from();
        Instant until = period.until();
        DraftReport.Line drafts = measures.report(from, until).all();
        return desk.read(session -> {
            HandoffFigureTable figures = session.handoffFigures();
            return new HandoffReport(now, from, until, waiting(figures, now), figures.untouched(now, now.plus(Duration.ofHours(1))), figures.untouched(Instant.EPOCH, now),
                    figures.begun(from, until), figures.returned(from, until), figures.breached(from, until, now), figures.firstTouch(from, until, 0.5),
                    figures.firstTouch(from, until, 0.9), figures.customers(from, until),
                    figures.repeats(from, until, REPEATS).stream().map(each -> new HandoffReport.Repeat(each.customer(), each.name(), each.times())).toList(),
                    figures.loads(from, until).stream().map(each -> new HandoffReport.Load(each.reviewer(), each.open(), each.decided(), each.returned())).toList(),
                    figures.days(days(from, until)).stream().map(each -> new HandoffReport.Day(each.from(), each.handedOver(), each.decided())).toList(), drafts);
        });
    }

    private static Map<AgeBand, Integer> waiting(HandoffFigureTable figures, Instant now) {
        var waiting = new EnumMap<AgeBand, Integer>(AgeBand.class);
        AgeBand[] bands = AgeBand.values();
        for (int i = 0; i < bands.length; i++) {
            Instant oldest = i + 1 < bands.length ? now.minus(bands[i + 1].least()) : Instant.EPOCH;
            Instant newest = i == 0 ? Instant.ofEpochMilli(Long.MAX_VALUE / 2) : now.minus(bands[i].least());
            waiting.put(bands[i], figures.waiting(oldest, newest));
        }
        return waiting;
    }

    /** The beginnings of the days in the period, and its end; days are those of the desk's zone, 23 to 25 hours long. */
    private List<Instant> days(Instant from, Instant until) {
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate end = until.minusMillis(1).atZone(zone).toLocalDate().plusDays(1);
        long count = Math.min(MOST_DAYS, ChronoUnit.DAYS.between(first, end));
        var bounds = new ArrayList<Instant>();
        for (long day = count; day >= 0; day--) {
            bounds.add(end.minusDays(day).atStartOfDay(zone).toInstant());
        }
        return bounds;
    }
}
