package acquaint.casework;

import acquaint.model.Folded;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.TicketId;
import acquaint.store.BoardRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The board's rows by state, in order and ready to be filtered. Not safe for several threads; {@link Board} guards it. */
final class BoardIndex {

    private static final Comparator<Entry> SOONEST = Comparator.comparing((Entry entry) -> entry.handoff().dueAt()).thenComparing(entry -> entry.handoff().id().value());
    private static final Comparator<Entry> NEWEST =
            Comparator.comparing((Entry entry) -> entry.handoff().changedAt(), Comparator.reverseOrder()).thenComparing(entry -> entry.handoff().id().value());

    /** A row with all its text folded, so that a filter only has to look for its words. The card is kept while the number of overdue promises is the same. */
    private static final class Entry {

        private final BoardRow row;
        /** Made when a filter first asks for it. */
        private String text;
        private BoardCard card;

        private Entry(BoardRow row) {
            this.row = row;
            this.card = card(0);
        }

        private String text() {
            Handoff handoff = row.handoff();
            return Folded.of(String.join("\n", row.customerName(), row.tier().orElse(""), row.subject(), handoff.ticket().value(), handoff.reason(),
                    handoff.requestedDecision(), handoff.from(), handoff.to().name(), handoff.reviewer().orElse("")));
        }

        private Handoff handoff() {
            return row.handoff();
        }

        private BoardCard card(int overdue) {
            return new BoardCard(row.handoff(), row.customerName(), row.tier(), row.subject(), row.priority(), overdue);
        }

        private BoardCard card(Instant now) {
            int overdue = row.promisesDue().isEmpty() ? 0 : (int) row.promisesDue().stream().filter(due -> due.isBefore(now)).count();
            if (overdue != card.overduePromises()) {
                card = card(overdue);
            }
            return card;
        }

        private boolean matches(List<String> words) {
            if (text == null && !words.isEmpty()) {
                text = text();
            }
            for (String word : words) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<TicketId, List<Entry>> ofTicket = new HashMap<>();
    private final Map<HandoffState, List<Entry>> columns = new EnumMap<>(HandoffState.class);
    private final Set<HandoffState> unsorted = EnumSet.noneOf(HandoffState.class);

    BoardIndex() {
        for (HandoffState state : HandoffState.values()) {
            columns.put(state, new ArrayList<>());
        }
    }

    void put(BoardRow row) {
        var entry = new Entry(row);
        ofTicket.computeIfAbsent(row.handoff().ticket(), _ -> new ArrayList<>(1)).add(entry);
        columns.get(row.handoff().state()).add(entry);
        unsorted.add(row.handoff().state());
    }

    /** Takes out what there is of a ticket; whether there was anything. */
    boolean remove(TicketId ticket) {
        List<Entry> entries = ofTicket.remove(ticket);
        if (entries == null) {
            return false;
        }
        entries.forEach(entry -> columns.get(entry.handoff().state()).remove(entry));
        return true;
    }

    Map<HandoffState, List<BoardCard>> cards(List<String> words, Instant now, Instant decidedSince) {
        var cards = new EnumMap<HandoffState, List<BoardCard>>(HandoffState.class);
        columns.forEach((state, entries) -> {
            if (unsorted.remove(state)) {
                entries.sort(state == HandoffState.DECIDED || state == HandoffState.RETURNED ? NEWEST : SOONEST);
            }
            var shown = new ArrayList<BoardCard>(words.isEmpty() ? entries.size() : 32);
            for (Entry entry : entries) {
                if (entry.matches(words) && (state != HandoffState.DECIDED || !entry.handoff().changedAt().isBefore(decidedSince))) {
                    shown.add(entry.card(now));
                }
            }
            cards.put(state, Collections.unmodifiableList(shown));
        });
        return cards;
    }
}
