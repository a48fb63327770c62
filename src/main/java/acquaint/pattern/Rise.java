package acquaint.pattern;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import acquaint.pattern.Reports.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** A group of like reports that rises, while it grows. Not safe for several threads. */
final class Rise {

    private static final int TOPIC_WORDS = 4;
    /** A word names the group when at least this part of its customers use it. */
    private static final double USUAL = 0.3;
    /** Once the desk has a hundredth more reports, words weigh otherwise. */
    private static final int STALE = 100;

    private final Reports reports;
    private final String id;
    private final SequencedSet<Kept> members = new LinkedHashSet<>();
    private final Map<String, Set<String>> users = new HashMap<>();
    private final Set<CustomerId> customers = new HashSet<>();
    private long since = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;
    /** The length of what the group has in common, and of how many reports it was told; it changes little from one to the next. */
    private double common;
    private int commonOf = -1;
    /** The part of all reports that are like these in ordinary times. */
    private final double rate;

    Rise(Reports reports, List<Kept> founders, double rate) {
        this.reports = reports;
        this.rate = rate;
        List<Kept> ordered = founders.stream().sorted(Comparator.comparingLong(kept -> kept.at)).toList();
        id = ordered.getFirst().ticket.value();
        ordered.forEach(this::add);
    }

    boolean add(Kept kept) {
        kept.terms.keySet().forEach(term -> users.computeIfAbsent(term, _ -> new HashSet<>()).add(kept.customer.value()));
        kept.risen = true;
        customers.add(kept.customer);
        since = Math.min(since, kept.at);
        newest = Math.max(newest, kept.at);
        commonOf = -1;
        return members.add(kept);
    }

    boolean has(Kept kept) {
        return members.contains(kept);
    }

    boolean has(TicketId ticket) {
        return members.stream().anyMatch(kept -> kept.ticket.equals(ticket));
    }

    long since() {
        return since;
    }

    long newest() {
        return newest;
    }

    int customers() {
        return customers.size();
    }

    /** How much a report of that {@code length} is like what the group has in common, from 0 to 1. */
    double likeness(Kept kept, double length) {
        double shared = 0;
        for (String term : kept.terms.keySet()) {
            Set<String> who = users.get(term);
            if (who != null && who.size() > 1) {
                shared += Math.pow(reports.weight(term), 2) * who.size() / customers();
            }
        }
        return shared == 0 ? 0 : shared / (common() * length);
    }

    private double common() {
        if (commonOf < 0 || reports.size() - commonOf > reports.size() / STALE) {
            double squares = 0;
            for (Map.Entry<String, Set<String>> one : users.entrySet()) {
                if (one.getValue().size() > 1) {
                    squares += Math.pow(reports.weight(one.getKey()) * one.getValue().size() / customers(), 2);
                }
            }
            common = Math.sqrt(squares);
            commonOf = reports.size();
        }
        return common;
    }

    /** {@code reportsSince}: how many reports came since the group began. */
    Alarm alarm(long reportsSince) {
        List<Kept> ordered = members.stream().sorted(Comparator.comparingLong(kept -> kept.at)).toList();
        return new Alarm(id, topic(), ordered.stream().map(kept -> kept.ticket).toList(), customers(), ordered.getFirst().time(), ordered.getLast().time(), rate * reportsSince);
    }

    private List<String> topic() {
        int customers = customers();
        double usual = Math.max(2, USUAL * customers);
        var terms = new ArrayList<>(users.entrySet().stream().filter(one -> one.getValue().size() >= usual).map(Map.Entry::getKey).toList());
        terms.sort(Comparator.comparingDouble((String term) -> reports.weight(term) * users.get(term).size()).reversed());
        return terms.stream().limit(TOPIC_WORDS).map(this::spelt).toList();
    }

    /** As most of its members spell it. */
    private String spelt(String term) {
        Map<String, Long> spellings = members.stream().filter(kept -> kept.terms.containsKey(term)).collect(Collectors.groupingBy(kept -> kept.terms.get(term), Collectors.counting()));
        return spellings.entrySet().stream().max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElseThrow().getKey();
    }
}
