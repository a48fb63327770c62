package acquaint.pattern;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The newest reports of a desk by their terms, so that those like another are found without looking at all. Holds {@code capacity} of them at most and no texts.
 * Not safe for several threads.
 */
final class Reports {

    /** A report as it is kept. {@code terms}: to each, how the customer spelt it. */
    static final class Kept {

        final TicketId ticket;
        final CustomerId customer;
        final long at;
        final Map<String, String> terms;
        final double length;
        /** Is no ordinary report: it belongs to a group that rose. */
        boolean risen;
        boolean gone;
        private double shared;
        /** Tells what is usual. */
        private boolean usual;

        private Kept(Report report, Map<String, String> terms, double length) {
            ticket = report.ticket();
            customer = report.customer();
            at = report.at().toEpochMilli();
            this.terms = terms;
            this.length = length;
        }

        boolean usual() {
            return usual && !gone;
        }

        Instant time() {
            return Instant.ofEpochMilli(at);
        }

        int hour() {
            return Reports.hour(at);
        }
    }

    /** One like another, from 0 to 1. */
    record Like(Kept kept, double likeness) {}

    static final int HOURS = 7 * 24;
    /** A word rarer than in one of so many reports tells no more than one that is: names and misspellings are the rarest. */
    private static final double RAREST = 300;
    /** What more than this part of all reports say finds nothing. */
    private static final double COMMON = 0.15;
    private static final int FEW = 50;

    private final int capacity;
    private final ArrayDeque<Kept> all = new ArrayDeque<>();
    private final ArrayDeque<Kept> fresh = new ArrayDeque<>();
    private final int[] earlier = new int[HOURS];
    private final Map<String, ArrayDeque<Kept>> having = new HashMap<>();
    private final Map<TicketId, Kept> byTicket = new HashMap<>();

    Reports(int capacity) {
        this.capacity = capacity;
    }

    /** Takes in a report; one of the same ticket before it no longer counts. */
    Kept add(Report report) {
        Map<String, String> terms = Terms.of(report.text());
        Kept former = byTicket.remove(report.ticket());
        if (former != null) {
            former.gone = true;
        }
        var kept = new Kept(report, terms, length(terms.keySet()));
        all.add(kept);
        fresh.add(kept);
        byTicket.put(kept.ticket, kept);
        terms.keySet().forEach(term -> having.computeIfAbsent(term, _ -> new ArrayDeque<>(2)).add(kept));
        if (all.size() > capacity) {
            remove(all.poll());
        }
        return kept;
    }

    boolean has(TicketId ticket) {
        return byTicket.containsKey(ticket);
    }

    private void remove(Kept oldest) {
        byTicket.remove(oldest.ticket, oldest);
        if (oldest.usual) {
            earlier[oldest.hour()]--;
        }
        if (fresh.peek() == oldest) {
            fresh.poll();
        }
        for (String term : oldest.terms.keySet()) {
            ArrayDeque<Kept> those = having.get(term);
            those.poll();
            if (those.isEmpty()) {
                having.remove(term);
            }
        }
    }

    int size() {
        return all.size();
    }

    /** How telling a term is: the logarithm of how rare it is. */
    double weight(String term) {
        var those = having.get(term);
        return Math.log(Math.min(RAREST, (all.size() + 1.0) / ((those == null ? 0 : those.size()) + 1.0)));
    }

    /** Has what is older than {@code recent} count as earlier, unless it belongs to what rose. */
    void pass(long recent) {
        while (!fresh.isEmpty() && fresh.peek().at < recent) {
            Kept passed = fresh.poll();
            if (!passed.risen && !passed.gone) {
                passed.usual = true;
                earlier[passed.hour()]++;
            }
        }
    }

    /** Those that are not earlier yet, in the order they came. */
    Iterable<Kept> fresh() {
        return fresh;
    }

    /** How many earlier ones are from around this hour of a week, or of a day, or of any. */
    int earlier(int hour, int around, int cycle) {
        int count = 0;
        for (int other = 0; other < HOURS; other++) {
            count += isAround(hour, other, around, cycle) ? earlier[other] : 0;
        }
        return count;
    }

    static boolean isAround(int hour, int other, int around, int cycle) {
        int apart = Math.floorMod(hour - other, cycle);
        return Math.min(apart, cycle - apart) <= around;
    }

    private double length(Set<String> terms) {
        double squares = 0;
        for (String term : terms) {
            double weight = weight(term);
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    /** Those that are at least so much alike, by the cosine of their weighted terms, without itself. */
    List<Like> like(Kept one, double least) {
        var met = new ArrayList<Kept>();
        for (String term : one.terms.keySet()) {
            var those = having.get(term);
            if (!isCommon(those)) {
                double weight = weight(term);
                meet(those, weight * weight, met);
            }
        }
        var found = new ArrayList<Like>();
        double length = length(one.terms.keySet());
        for (Kept other : met) {
            double likeness = other.shared / (length * other.length);
            other.shared = 0;
            if (likeness >= least && other != one && !other.gone) {
                found.add(new Like(other, Math.min(1, likeness)));
            }
        }
        return found;
    }

    /** For each term of a report that is not common, those that have it, itself among them. */
    List<Deque<Kept>> saying(Kept one) {
        return one.terms.keySet().stream().map(having::get).<Deque<Kept>>map(those -> those).filter(those -> those.size() > 1 && !isCommon(those)).toList();
    }

    private boolean isCommon(Deque<Kept> those) {
        return those.size() > Math.max(FEW, COMMON * all.size());
    }

    private static void meet(Iterable<Kept> those, double weight, List<Kept> met) {
        for (Kept other : those) {
            if (other.shared == 0) {
                met.add(other);
            }
            other.shared += weight;
        }
    }

    static int hour(long millis) {
        return (int) (TimeUnit.MILLISECONDS.toHours(millis) % HOURS);
    }
}
