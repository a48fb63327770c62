package acquaint.pattern;

import acquaint.model.TicketId;
import acquaint.pattern.Reports.Kept;
import acquaint.pattern.Reports.Like;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds groups of like reports of several customers that rise within hours: for each new report, how many others in the last hours are like it, against how many there were among all
 * earlier ones, and among those of the same hour of the week. This is the prospective scan statistic with an expected count (Kulldorff 2001, Prospective time periodic geographical disease
 * surveillance using a scan statistic; Tango et al. 2011), with balls of like texts in the place of circles on a map; rates are per report, so that busy hours raise nothing. Works in the
 * stream and in bounded memory as SigniTrend does (Schubert, Weiler and Kriegel 2014). Not safe for several threads.
 */
public final class Radar {

    /** Reports kept: weeks of a desk with a thousand tickets a day; some 40 MB. */
    static final int CAPACITY = 25_000;
    /** Older reports tell what is usual; younger ones may already belong to what rises. */
    private static final Duration RECENT = Duration.ofHours(8);
    private static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4), RECENT);
    private static final double[] RADII = {0.5, 0.38, 0.28};
    /** Others like a report before anything is said, all of different customers. */
    private static final int FEWEST = 3;
    /** How improbable a group must be. A report asks some 15 times, of which most are nearly the same question; a desk has a thousand a day. */
    private static final double IMPROBABLE = 2e-6;
    /** How much the same hours of the week weigh against all others: the rate there is drawn to that of all by so many reports. */
    private static final double HOURS_WEIGHT = 1_000;
    private static final int HOURS_AROUND = 1;
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
    }

    /** Takes in a new report, or what is known better of one; whether an alarm began or grew. */
    public boolean take(Report report) {
        now = Math.max(now, report.at().toEpochMilli());
        Kept kept = reports.add(report);
        rises.removeIf(rise -> now - rise.newest() > OVER.toMillis());
        Optional<Rise> joined = rises.stream().filter(rise -> rise.likeness(kept) >= JOINS).max(Comparator.comparingDouble(rise -> rise.likeness(kept)));
        if (joined.isPresent()) {
            return join(joined.get(), List.of(kept));
        }
        Optional<Burst> burst = burst(kept);
        burst.ifPresent(found -> found.kept.add(kept));
        return burst.isPresent() && risen(burst.get());
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

    private Optional<Burst> burst(Kept kept) {
        List<Like> like = reports.like(kept, RADII[RADII.length - 1]);
        if (like.stream().filter(one -> isRecent(one.kept())).count() < FEWEST) {
            return Optional.empty();
        }
        Counted counted = counted(kept);
        Optional<Burst> best = Optional.empty();
        for (double radius : RADII) {
            Optional<Burst> burst = burst(kept, like.stream().filter(one -> one.likeness() >= radius).map(Like::kept).toList(), counted);
            if (burst.isPresent() && (best.isEmpty() || burst.get().probability < best.get().probability)) {
                best = burst;
            }
        }
        return best.filter(one -> one.probability < IMPROBABLE);
    }

    private boolean isRecent(Kept kept) {
        return now - kept.at < RECENT.toMillis();
    }

    /** How many ordinary reports there are in each window, before all of them, and before them in these hours of the week. */
    private record Counted(int[] windows, int earlier, int hours) {}

    private Counted counted(Kept kept) {
        var windows = new int[WINDOWS.size()];
        int earlier = 0;
        int hours = 0;
        for (Kept other : reports.newestFirst()) {
            if (isRecent(other)) {
                for (int i = 0; i < windows.length; i++) {
                    windows[i] += now - other.at < WINDOWS.get(i).toMillis() ? 1 : 0;
                }
            } else if (!other.risen) {
                earlier++;
                hours += isSameHour(kept, other) ? 1 : 0;
            }
        }
        return new Counted(windows, earlier, hours);
    }

    private static boolean isSameHour(Kept one, Kept other) {
        int apart = Math.abs(one.hour() - other.hour());
        return Math.min(apart, Reports.HOURS - apart) <= HOURS_AROUND;
    }

    private Optional<Burst> burst(Kept kept, List<Kept> ball, Counted counted) {
        List<Kept> usual = ball.stream().filter(other -> !isRecent(other) && !other.risen).toList();
        double rate = (usual.size() + 0.5) / (counted.earlier + 1);
        double hours = usual.stream().filter(other -> isSameHour(kept, other)).count() + HOURS_WEIGHT * rate;
        Optional<Burst> best = Optional.empty();
        for (int i = 0; i < WINDOWS.size(); i++) {
            long length = WINDOWS.get(i).toMillis();
            List<Kept> recent = ball.stream().filter(other -> now - other.at < length).toList();
            int customers = others(kept, recent);
            if (customers >= FEWEST) {
                double probability = Math.max(Surprise.of(customers, counted.windows[i], usual.size(), counted.earlier),
                        Surprise.of(customers, counted.windows[i], hours, counted.hours + HOURS_WEIGHT));
                if (best.isEmpty() || probability < best.get().probability) {
                    best = Optional.of(new Burst(new ArrayList<>(recent), rate, probability));
                }
            }
        }
        return best;
    }

    private static int others(Kept kept, List<Kept> recent) {
        var customers = new HashSet<>(recent.stream().map(other -> other.customer).toList());
        customers.remove(kept.customer);
        return customers.size();
    }

    /** Groups that rise now, the newest first. */
    public List<Alarm> alarms() {
        return rises.stream().sorted(Comparator.comparingLong(Rise::newest).reversed()).map(rise -> rise.alarm(since(rise.since()))).toList();
    }

    private long since(long millis) {
        long count = 0;
        for (Kept kept : reports.newestFirst()) {
            count += kept.at >= millis ? 1 : 0;
            if (millis - kept.at > RECENT.toMillis()) {
                break;
            }
        }
        return count;
    }

    boolean knows(TicketId ticket) {
        return reports.has(ticket);
    }

    /** Tickets of reports that are in an alarm. */
    Set<TicketId> rising() {
        var tickets = new HashSet<TicketId>();
        alarms().forEach(alarm -> tickets.addAll(alarm.tickets()));
        return tickets;
    }
}
