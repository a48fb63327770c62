package acquaint.casework;

import acquaint.model.CustomerId;
import acquaint.model.Folded;
import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queue's rows, sorted in each order and ready to be filtered: open and closed ones apart, because all views but one
 * look at open tickets only. Not safe for several threads; {@link Queue} guards it.
 */
final class QueueIndex {

    /** Words to look for, folded. */
    private record Wanted(List<String> words, LetterPairs pairs) {

        static Wanted of(List<String> words) {
            return new Wanted(words, LetterPairs.of(words));
        }
    }

    /** A row with all its text folded, so that a filter only has to look for its words; the customer's name and id are its first {@code who} characters. */
    record Entry(QueueRow row, String text, LetterPairs pairs, int who) {

        static Entry of(QueueRow row) {
            String who = Folded.of(row.customerName() + "\n" + row.customer().value());
            String text = who + Folded.of(String.join("\n", "", row.subject(), row.preview(), row.ticket().value(), row.assignee().orElse(""), String.join("\n", row.tags())));
            return new Entry(row, text, LetterPairs.of(text), who.length());
        }

        /** Whether all words are in the customer's name or id. */
        private boolean isOf(Wanted wanted) {
            if (!pairs.mayHave(wanted.pairs())) {
                return false;
            }
            for (String word : wanted.words()) {
                if (text.indexOf(word, 0, who) < 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean matches(Wanted wanted) {
            if (!pairs.mayHave(wanted.pairs())) {
                return false;
            }
            for (String word : wanted.words()) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** All that has these words, so that who types on is answered without a look at the rest. */
    private record Narrowed(List<String> words, List<Entry> entries) {

        boolean holds(List<String> next) {
            return words.stream().allMatch(word -> next.stream().anyMatch(each -> each.contains(word)));
        }
    }

    private final String me;
    private final Map<TicketId, Entry> entries = new HashMap<>();
    private final Map<QueueSort, SortedEntries> open = new EnumMap<>(QueueSort.class);
    private final Map<QueueSort, SortedEntries> closed = new EnumMap<>(QueueSort.class);
    private final Map<QueueView, Integer> counts = new EnumMap<>(QueueView.class);

    private Optional<Narrowed> narrowed = Optional.empty();

    QueueIndex(String me) {
        this.me = me;
        for (QueueSort sort : QueueSort.values()) {
            open.put(sort, new SortedEntries(sort));
            closed.put(sort, new SortedEntries(sort));
        }
        for (QueueView view : QueueView.values()) {
            counts.put(view, 0);
        }
    }

    /** Takes the rows whose tickets are not here yet: one that is here was read later. */
    void addAbsent(Collection<Entry> rows) {
        narrowed = Optional.empty();
        var fresh = new ArrayList<Entry>(rows.size());
        for (Entry entry : rows) {
            if (entries.putIfAbsent(entry.row().ticket(), entry) == null) {
                fresh.add(entry);
                count(entry.row(), 1);
            }
        }
        for (QueueSort sort : QueueSort.values()) {
            open.get(sort).addAll(fresh.stream().filter(e -> isOpen(e.row())).toList());
            closed.get(sort).addAll(fresh.stream().filter(e -> !isOpen(e.row())).toList());
        }
    }

    void put(Entry entry) {
        narrowed = Optional.empty();
        Entry before = entries.put(entry.row().ticket(), entry);
        if (before != null) {
            count(before.row(), -1);
            sorted(before.row()).values().forEach(list -> list.remove(before));
        }
        count(entry.row(), 1);
        sorted(entry.row()).values().forEach(list -> list.add(entry));
    }

    List<QueueRow> rows(QueueView view, QueueSort sort, List<String> words) {
        List<Entry> candidates = (view == QueueView.CLOSED ? closed : open).get(sort).entries();
        var wanted = Wanted.of(words);
        var rows = new ArrayList<QueueRow>(words.isEmpty() ? candidates.size() : 64);
        for (Entry entry : candidates) {
            if (view.shows(entry.row(), me) && entry.matches(wanted)) {
                rows.add(entry.row());
            }
        }
        return Collections.unmodifiableList(rows);
    }

    /** Looks no further when there is enough of both. */
    Queue.Found find(List<String> words, int most, boolean complete) {
        var tickets = new ArrayList<Entry>();
        var customers = new LinkedHashMap<CustomerId, QueueRow>();
        if (!words.isEmpty()) {
            var wanted = Wanted.of(words);
            narrowed.filter(before -> before.holds(words)).ifPresentOrElse(before -> find(before.entries(), wanted, most, tickets, customers), () -> {
                find(open.get(QueueSort.NEWEST).entries(), wanted, most, tickets, customers);
                find(closed.get(QueueSort.NEWEST).entries(), wanted, most, tickets, customers);
            });
            if (tickets.size() < most) {
                narrowed = Optional.of(new Narrowed(words, List.copyOf(tickets)));
            }
        }
        return new Queue.Found(tickets.stream().map(Entry::row).toList(), List.copyOf(customers.values()), complete);
    }

    private static void find(List<Entry> entries, Wanted wanted, int most, List<Entry> tickets, Map<CustomerId, QueueRow> customers) {
        for (Entry entry : entries) {
            boolean enough = tickets.size() == most;
            if (enough && customers.size() == most) {
                return;
            }
            // What has the words nowhere has them not in the name either.
            boolean found = !enough && entry.matches(wanted);
            if (found) {
                tickets.add(entry);
            }
            if ((found || enough) && customers.size() < most && entry.isOf(wanted)) {
                customers.putIfAbsent(entry.row().customer(), entry.row());
            }
        }
    }

    Map<QueueView, Integer> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    private Map<QueueSort, SortedEntries> sorted(QueueRow row) {
        return isOpen(row) ? open : closed;
    }

    private static boolean isOpen(QueueRow row) {
        return row.status() != TicketStatus.CLOSED;
    }

    private void count(QueueRow row, int by) {
        for (QueueView view : QueueView.values()) {
            if (view.shows(row, me)) {
                counts.merge(view, by, Integer::sum);
            }
        }
    }
}
