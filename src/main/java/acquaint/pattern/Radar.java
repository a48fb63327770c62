package acquaint.pattern;

import acquaint.model.TicketId;
import acquaint.pattern.Reports.Kept;
import acquaint.pattern.Reports.Like;
import acquaint.pattern.Reports.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds groups of like reports of several customers that rise within hours: for each new report, how many others in the last hours are like it, against how many there were among all
 * earlier ones, and among those of the same hour of the week. This is the prospective scan statistic with an expected count (Kulldorff 2001, Prospective time periodic geographical disease
 * surveillance using a scan statistic; Tango et al. 2011), with balls of like texts in the place of circles on a map, and with what says the same word as in SigniTrend (Schubert, Weiler and
 * Kriegel 2014). Rates are per report, so that busy hours raise nothing. Works in the stream and in bounded memory. Not safe for several threads.
 */
public final class Radar {

    /** Reports kept: weeks of a desk with a thousand tickets a day; some 40 MB. */
    static final int CAPACITY = 25_000;
    /** Older reports tell what is usual; younger ones may already belong to what rises. */
    private static final Duration RECENT = Duration.ofHours(8);
    private static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4), RECENT);
    private static final long[] LENGTHS = WINDOWS.stream().mapToLong(Duration::toMillis).toArray();
    private static final double[] RADII = {0.5, 0.38, 0.28};
    /** Others like a report before anything is said, all of different customers. */
    private static final int FEWEST = 3;
    /** How improbable a group must be; chosen by the incidents in {@code PlantedIncidents.TUNING}. */
    private static final double IMPROBABLE = 1e-4;
    /** How much the same hours of the week weigh against all others: the rate there is drawn to that of all by so many reports. */
    private static final double HOURS_WEIGHT = 1_000;
    private static final int HOURS_AROUND = 1;
    private static final int DAY = 24;
    private static final double JOINS = 0.3;
    /** A group that gets no report for so long is over. */
    private static final Duration OVER = Duration.ofHours(12);
    /** What goes on for longer is usual from then on. */
    private static final Duration USUAL = Duration.ofHours(48);

    private final Reports reports;
    private final List<Rise> rises = new ArrayList<>();
    private long now;

    public Radar() {
        this(CAPACITY);
    }

    Radar(int capacity) {
        reports = new Reports(capacity);
    }

    /** Takes in what is past: it tells what is usual and raises nothing. */
    public void learn(Report report) {
        now = Math.max(now, report.at().toEpochMilli());
        reports.add(report);
        reports.pass(now - RECENT.toMillis());
    }

    /** Takes in a new report, or what is known better of one; whether an alarm began or grew. */
    public boolean take(Report report) {
        now = Math.max(now, report.at().toEpochMilli());
        reports.pass(now - RECENT.toMillis());
        Kept kept = reports.add(report);
        rises.removeIf(rise -> now - rise.newest() > OVER.toMillis());
        Optional<Rise> joined = likest(kept);
        if (joined.isPresent()) {
            return join(joined.get(), List.of(kept));
        }
        Optional<Burst> burst = burst(kept);
        burst.ifPresent(found -> found.kept.add(kept));
        return burst.isPresent() && risen(burst.get());
    }

    private Optional<Rise> likest(Kept kept) {
        Rise likest = null;
        double most = JOINS;
        double length = rises.isEmpty() ? 0 : reports.length(kept.terms.keySet());
        for (Rise rise : rises) {
            double likeness = rise.likeness(kept, length);
            if (likeness >= most) {
                likest = rise;
                most = likeness;
            }
        }
        return Optional.ofNullable(likest);
    }

    private boolean risen(Burst burst) {
        Optional<Rise> same = rises.stream().filter(rise -> burst.kept.stream().filter(rise::has).count() * 2 >= burst.kept.size()).findFirst();
        if (same.isPresent()) {
            return join(same.get(), burst.kept);
        }
        rises.add(new Rise(reports, burst.kept, burst.rate));
        return true;
    }

    private boolean join(Rise rise, List<Kept> more) {
        boolean lasting = now - rise.since() > USUAL.toMillis();
        boolean any = false;
        for (Kept kept : more) {
            any |= rise.add(kept);
            kept.risen &= !lasting;
        }
        return any;
    }

    /** The like of a report, and the part of earlier reports that were like it. */
    private record Burst(List<Kept> kept, double rate, double probability) {}

    /** First what few recent ones tell; those of weeks are looked through only where these are many. */
    private Optional<Burst> burst(Kept kept) {
        Counted counted = new Counted(kept);
        Optional<Burst> best = Optional.empty();
        List<Like> near = reports.freshLike(kept, RADII[RADII.length - 1]).stream().filter(one -> isRecent(one.kept())).toList();
        if (others(kept, near.stream().map(Like::kept).toList()) >= FEWEST) {
            List<Like> like = reports.like(kept, RADII[RADII.length - 1]);
            for (double radius : RADII) {
                List<Kept> usual = like.stream().filter(one -> one.likeness() >= radius && one.kept().usual()).map(Like::kept).toList();
                List<Kept> recent = near.stream().filter(one -> one.likeness() >= radius).map(Like::kept).toList();
                best = lesser(best, counted.burst(recent, usual, usual.size(), 1));
            }
        }
        List<Posting> saying = reports.saying(kept);
        for (Posting ball : saying) {
            List<Kept> recent = reports.fresh(ball).stream().filter(this::isRecent).toList();
            best = lesser(best, counted.burst(recent, ball.all(), ball.usual(), saying.size()));
        }
        return best.filter(one -> one.probability < IMPROBABLE);
    }

    private static Optional<Burst> lesser(Optional<Burst> one, Optional<Burst> other) {
        return one.isEmpty() || other.isPresent() && other.get().probability < one.get().probability ? other : one;
    }

    private boolean isRecent(Kept kept) {
        return now - kept.at < RECENT.toMillis();
    }

    /** How many reports there are in each window, ordinary ones before all of them, of those at this time of day, and of those at this hour of the week. */
    private final class Counted {

        private final Kept kept;
        private final int[] windows = new int[WINDOWS.size()];
        private int earlier;
        private int daytime;
        private int hour;
        private boolean counted;

        Counted(Kept kept) {
            this.kept = kept;
        }

        private void count() {
            counted = true;
            for (Kept other : reports.fresh()) {
                for (int i = windows.length - 1; i >= 0 && now - other.at < LENGTHS[i]; i--) {
                    windows[i]++;
                }
            }
            earlier = reports.earlier(0, DAY, DAY);
            daytime = reports.earlier(kept.hour(), HOURS_AROUND, DAY);
            hour = reports.earlier(kept.hour(), HOURS_AROUND, Reports.HOURS);
        }

        private boolean isSame(Kept other, int cycle) {
            return Reports.isAround(kept.hour(), other.hour(), HOURS_AROUND, cycle);
        }

        /** {@code ball} has {@code seen} usual ones; {@code asked}: how many such questions are asked of one report. */
        Optional<Burst> burst(List<Kept> recent, Collection<Kept> ball, int seen, int asked) {
            if (others(kept, recent) < FEWEST) {
                return Optional.empty();
            }
            if (!counted) {
                count();
            }
            Optional<Burst> best = Optional.empty();
            Rates rates = null;
            for (int i = 0; i < LENGTHS.length; i++) {
                long length = LENGTHS[i];
                List<Kept> within = recent.stream().filter(other -> now - other.at < length).toList();
                int customers = others(kept, within);
                double probability = customers < FEWEST ? 1 : asked * Surprise.of(customers, windows[i], seen, earlier);
                if (probability < IMPROBABLE) {
                    rates = rates == null ? rates(ball, seen) : rates;
                    probability = Math.max(probability, asked * rates.surprise(customers, windows[i]));
                    best = lesser(best, Optional.of(new Burst(new ArrayList<>(within), rates.rate, probability)));
                }
            }
            return best;
        }

        private Rates rates(Collection<Kept> ball, int seen) {
            double rate = (seen + 0.5) / (earlier + 1);
            double inDaytime = HOURS_WEIGHT * rate;
            double inHour = 0;
            for (Kept other : ball) {
                if (other.usual() && isSame(other, DAY)) {
                    inDaytime++;
                    inHour += isSame(other, Reports.HOURS) ? 1 : 0;
                }
            }
            double ofDaytime = daytime + HOURS_WEIGHT;
            return new Rates(rate, inDaytime, ofDaytime, inHour + HOURS_WEIGHT * inDaytime / ofDaytime, hour + HOURS_WEIGHT);
        }
    }

    /** How many like reports are usual among all, at this time of day, and at this hour of the week. */
    private record Rates(double rate, double inDaytime, double ofDaytime, double inHour, double ofHour) {

        double surprise(int customers, int window) {
            return Math.max(Surprise.of(customers, window, inDaytime, ofDaytime), Surprise.of(customers, window, inHour, ofHour));
        }
    }

    private static int others(Kept kept, List<Kept> recent) {
        var customers = new HashSet<>(recent.stream().map(other -> other.customer).toList());
        customers.remove(kept.customer);
        return customers.size();
    }

    /** Groups that rise now, the newest first. */
    public List<Alarm> alarms(Instant at) {
        return rises.stream().filter(rise -> at.toEpochMilli() - rise.newest() <= OVER.toMillis()).sorted(Comparator.comparingLong(Rise::newest).reversed()).map(rise -> rise.alarm(since(rise.since()))).toList();
    }

    public boolean knows(TicketId ticket) {
        return reports.has(ticket);
    }

    private long since(long millis) {
        long count = 0;
        for (Kept kept : reports.fresh()) {
            count += kept.at >= millis ? 1 : 0;
        }
        return count;
    }
}
