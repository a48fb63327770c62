package acquaint.bench;

import acquaint.bench.ReportStream.Outage;
import acquaint.bench.ReportStream.Planted;
import acquaint.model.TicketId;
import acquaint.pattern.Alarm;
import acquaint.pattern.Radar;
import acquaint.pattern.Report;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How soon the radar sees incidents that are planted in a generated stream of 20,000 tickets, and how often it is wrong. With --start what the first look at a busy desk costs, with --tuning by the incidents that its figures were chosen by,
 * otherwise by others. Prints a table; --each also prints each false alarm.
 */
public final class RadarBench {

    private static final int SEEDS = 4;
    private static final int DAYS = 28;
    private static final int TICKETS = 20_000;
    /** A new desk has nothing to compare with. */
    private static final int FIRST_INCIDENT = 7;

    /** When an incident was seen: at which of its reports, and how long after the first; empty when it never was. */
    public record Seen(Outage outage, Optional<Integer> report, Optional<Duration> after, List<String> topic) {

        public String name() {
            return outage.incident().name();
        }
    }

    /** {@code nanos}: how long each ticket took. */
    public record Result(List<Seen> seen, List<Alarm> wrong, int days, List<Long> nanos) {

        public double wrongADay() {
            return (double) wrong.size() / days;
        }
    }

    private RadarBench() {}

    public static void main(String[] arguments) {
        List<String> asked = List.of(arguments);
        if (asked.contains("--start")) {
            start();
            return;
        }
        List<PlantedIncidents.Incident> incidents = asked.contains("--tuning") ? PlantedIncidents.TUNING : PlantedIncidents.MEASURED;
        System.out.println("| seed | incident | reports an hour | seen at report | after minutes | topic |\n|---|---|---|---|---|---|");
        var all = new ArrayList<Result>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Result result = run(seed, DAYS, TICKETS, FIRST_INCIDENT, incidents);
            all.add(result);
            for (Seen seen : result.seen()) {
                System.out.printf(Locale.ROOT, "| %d | %s | %.0f | %s | %s | %s |%n", seed, seen.name(), seen.outage().hourly(), seen.report().map(String::valueOf).orElse("never"),
                        seen.after().map(after -> String.valueOf(after.toMinutes())).orElse("-"), String.join(", ", seen.topic()));
            }
            if (asked.contains("--each")) {
                result.wrong().forEach(alarm -> System.out.println("wrong: " + alarm));
            }
        }
        summary(all);
    }

    private static void summary(List<Result> all) {
        List<Seen> seen = all.stream().flatMap(result -> result.seen().stream()).toList();
        List<Integer> reports = seen.stream().flatMap(one -> one.report().stream()).sorted().toList();
        long soon = reports.stream().filter(report -> report <= 6).count();
        List<Long> nanos = all.stream().flatMap(result -> result.nanos().stream()).sorted().toList();
        System.out.printf(Locale.ROOT, "%n%d incidents: %d seen, %d of them by the sixth report, median at report %s; false alarms a day: %.2f%n", seen.size(), reports.size(), soon,
                reports.isEmpty() ? "-" : reports.get(reports.size() / 2), all.stream().mapToDouble(Result::wrongADay).average().orElse(0));
        System.out.printf(Locale.ROOT, "a ticket takes %.2f ms (median), %.2f ms (p99)%n", nanos.get(nanos.size() / 2) / 1e6, nanos.get(nanos.size() * 99 / 100) / 1e6);
    }

    /** What the first look at a desk costs that had {@link #TICKETS} tickets in four weeks and thousands in the last day: processor time of this thread. */
    private static void start() {
        int busy = 5_000;
        List<Planted> past = ReportStream.of(1, DAYS, TICKETS, List.of());
        List<Planted> day = ReportStream.of(2, 1, busy, List.of());
        Duration later = Duration.between(day.getFirst().report().at(), past.getLast().report().at().plusSeconds(60));
        for (int round = 1; round <= 3; round++) {
            var radar = new Radar();
            long begun = cpu();
            past.forEach(one -> radar.learn(one.report()));
            long learned = cpu();
            day.forEach(one -> radar.take(new Report(new TicketId("day-" + one.report().ticket()), one.report().customer(), one.report().at().plus(later), one.report().text())));
            System.out.printf(Locale.ROOT, "round %d: %,d past tickets %.2f s, %,d tickets of the last day %.2f s, %d alarms%n", round, past.size(), (learned - begun) / 1e9, day.size(),
                    (cpu() - learned) / 1e9, radar.alarms(day.getLast().report().at().plus(later)).size());
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Two weeks, as a test of the program looks at them. */
    public static Result small() {
        return run(7, 14, 7_000, 7, PlantedIncidents.MEASURED.subList(0, 6));
    }

    /** The seed decides all: what customers write and when each incident begins. */
    static Result run(long seed, int days, int tickets, int first, List<PlantedIncidents.Incident> incidents) {
        List<Outage> outages = ReportStream.outages(seed, incidents, first, days);
        return new Watch(outages).over(ReportStream.of(seed, days, tickets, outages), days);
    }

    private static final class Watch {

        private final Radar radar = new Radar();
        private final List<Outage> outages;
        private final Map<TicketId, String> truth = new HashMap<>();
        private final Map<String, Integer> counts = new HashMap<>();
        private final Map<String, Instant> begun = new HashMap<>();
        private final Map<String, Seen> seen = new LinkedHashMap<>();
        private final Set<String> known = new HashSet<>();
        private final Map<String, Alarm> wrong = new LinkedHashMap<>();

        Watch(List<Outage> outages) {
            this.outages = outages;
        }

        Result over(List<Planted> stream, int days) {
            var nanos = new ArrayList<Long>();
            for (Planted one : stream) {
                one.incident().ifPresent(name -> {
                    truth.put(one.report().ticket(), name);
                    counts.merge(name, 1, Integer::sum);
                    begun.putIfAbsent(name, one.report().at());
                });
                long before = System.nanoTime();
                boolean news = radar.take(one.report());
                nanos.add(System.nanoTime() - before);
                if (news) {
                    radar.alarms(one.report().at()).forEach(alarm -> judge(alarm, one.report().at()));
                }
            }
            outages.forEach(outage -> seen.putIfAbsent(outage.incident().name(), new Seen(outage, Optional.empty(), Optional.empty(), List.of())));
            return new Result(List.copyOf(seen.values()), List.copyOf(wrong.values()), days, nanos);
        }

        /** An alarm is right when most of its tickets are of one incident. */
        private void judge(Alarm alarm, Instant now) {
            var votes = new HashMap<String, Integer>();
            alarm.tickets().forEach(ticket -> votes.merge(truth.getOrDefault(ticket, ""), 1, Integer::sum));
            var most = votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            boolean right = !most.getKey().isEmpty() && most.getValue() * 2 > alarm.tickets().size();
            if (!right && known.add(alarm.id())) {
                wrong.put(alarm.id(), alarm);
            }
            if (right) {
                known.add(alarm.id());
                seen.computeIfAbsent(most.getKey(), name -> new Seen(outages.stream().filter(outage -> outage.incident().name().equals(name)).findFirst().orElseThrow(),
                        Optional.of(counts.get(name)), Optional.of(Duration.between(begun.get(name), now)), alarm.topic()));
            }
        }
    }
}
