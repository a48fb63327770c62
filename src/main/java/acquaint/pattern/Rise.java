package acquaint.pattern;

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

    private final Reports reports;
    private final String id;
    private final SequencedSet<Kept> members = new LinkedHashSet<>();
    private final Map<String, Set<String>> users = new HashMap<>();
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
        return members.add(kept);
    }

    boolean has(Kept kept) {
        return members.contains(kept);
    }

    boolean has(TicketId ticket) {
        return members.stream().anyMatch(kept -> kept.ticket.equals(ticket));
    }

    long since() {
        return members.stream().mapToLong(kept -> kept.at).min().orElseThrow();
    }

    long newest() {
        return members.stream().mapToLong(kept -> kept.at).max().orElseThrow();
    }

    int customers() {
        return (int) members.stream().map(kept -> kept.customer).distinct().count();
    }

    /** How much a report is like what the group has in common, from 0 to 1. */
    double likeness(Kept kept) {
        double shared = 0;
        double own = 0;
        double common = 0;
        int customers = customers();
        for (Map.Entry<String, Set<String>> one : users.entrySet()) {
            if (one.getValue().size() > 1) {
                double weight = reports.weight(one.getKey()) * one.getValue().size() / customers;
                common += weight * weight;
                if (kept.terms.containsKey(one.getKey())) {
                    shared += weight * reports.weight(one.getKey());
                }
            }
        }
        for (String term : kept.terms.keySet()) {
            own += Math.pow(reports.weight(term), 2);
        }
        return common == 0 || own == 0 ? 0 : shared / Math.sqrt(common * own);
    }

    /** {@code share}: how many reports came since the group began. */
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
