package acquaint.pattern;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
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
        /** Counts the reports as they come. */
        private final long serial;
        private double shared;
        /** Tells what is usual. */
        private boolean usual;

        private Kept(Report report, long serial, Map<String, String> terms, double length) {
            this.serial = serial;
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

    /** Those that say a term, in the order they came. */
    static final class Posting {

        private final ArrayDeque<Kept> all = new ArrayDeque<>(2);
        private int usual;

        Collection<Kept> all() {
            return all;
        }

        /** How many of them tell what is usual. */
        int usual() {
            return usual;
        }
    }

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
    private final Map<String, Posting> having = new HashMap<>();
    private final Map<TicketId, Kept> byTicket = new HashMap<>();
    private long came;

    Reports(int capacity) {
        this.capacity = capacity;
    }

    /** Takes in a report; one of the same ticket before it no longer counts. */
    Kept add(Report report) {
        Map<String, String> terms = Terms.of(report.text());
        Kept former = byTicket.remove(report.ticket());
        if (former != null) {
            if (former.usual()) {
                count(former, -1);
            }
            former.gone = true;
        }
        var kept = new Kept(report, came++, terms, length(terms.keySet()));
        all.add(kept);
        fresh.add(kept);
        byTicket.put(kept.ticket, kept);
        terms.keySet().forEach(term -> having.computeIfAbsent(term, _ -> new Posting()).all.add(kept));
        if (all.size() > capacity) {
            remove(all.poll());
        }
        return kept;
    }

    boolean has(TicketId ticket) {
        return byTicket.containsKey(ticket);
    }

    private void count(Kept kept, int more) {
        kept.terms.keySet().forEach(term -> having.get(term).usual += more);
    }

    private void remove(Kept oldest) {
        if (oldest.usual()) {
            count(oldest, -1);
        }
        byTicket.remove(oldest.ticket, oldest);
        if (oldest.usual) {
            earlier[oldest.hour()]--;
        }
        if (fresh.peek() == oldest) {
            fresh.poll();
        }
        for (String term : oldest.terms.keySet()) {
            Posting those = having.get(term);
            those.all.poll();
            if (those.all.isEmpty()) {
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
        return Math.log(Math.min(RAREST, (all.size() + 1.0) / ((those == null ? 0 : those.all.size()) + 1.0)));
    }

    /** Has what is older than {@code recent} count as earlier, unless it belongs to what rose. */
    void pass(long recent) {
        while (!fresh.isEmpty() && fresh.peek().at < recent) {
            Kept passed = fresh.poll();
            if (!passed.risen && !passed.gone) {
                passed.usual = true;
                count(passed, 1);
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

    double length(Set<String> terms) {
        double squares = 0;
        for (String term : terms) {
            double weight = weight(term);
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    /** Those that are at least so much alike, by the cosine of their weighted terms, without itself. */
    List<Like> like(Kept one, double least) {
        return like(one, least, Long.MIN_VALUE);
    }

    /** As above, only those that are not earlier yet: these are few. */
    List<Like> freshLike(Kept one, double least) {
        return like(one, least, firstFresh());
    }

    private long firstFresh() {
        return fresh.isEmpty() ? came : fresh.peek().serial;
    }

    private List<Like> like(Kept one, double least, long from) {
        var met = new ArrayList<Kept>();
        for (String term : one.terms.keySet()) {
            Posting those = having.get(term);
            if (!isCommon(those)) {
                double weight = weight(term);
                meet(those, from, weight * weight, met);
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
    List<Posting> saying(Kept one) {
        return one.terms.keySet().stream().map(having::get).filter(those -> those.all.size() > 1 && !isCommon(those)).toList();
    }

    /** Of these, the ones that are not earlier yet, newest first. */
    List<Kept> fresh(Posting those) {
        long first = firstFresh();
        var found = new ArrayList<Kept>();
        for (Iterator<Kept> newest = those.all.descendingIterator(); newest.hasNext();) {
            Kept kept = newest.next();
            if (kept.serial < first) {
                break;
            }
            found.add(kept);
        }
        return found;
    }

    private boolean isCommon(Posting those) {
        return those.all.size() > Math.max(FEW, COMMON * all.size());
    }

    private static void meet(Posting those, long from, double weight, List<Kept> met) {
        for (Iterator<Kept> newest = those.all.descendingIterator(); newest.hasNext();) {
            Kept other = newest.next();
            if (other.serial < from) {
                return;
            }
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
