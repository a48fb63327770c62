package acquaint.ui;

import acquaint.casework.DraftMeasures;
import acquaint.casework.WrongBecause;
import acquaint.model.TicketId;
import acquaint.reply.DraftReply;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the desk what becomes of drafts: shown, put away, wrong, or sent, and how much of them. JavaFX thread only. */
public final class DraftFates {

    /** More than an agent has replies begun from drafts at once. */
    private static final int TICKETS = 200;

    /** A draft that was shown; its number is known when the desk has written it down, before anything else about it is. */
    private static final class Shown {
        private volatile long id;
    }

    private final DraftMeasures measures;
    private final Background.Sequence sequence;
    private final Map<TicketId, Shown> current = newest();
    private final Map<TicketId, Shown> discarded = newest();

    public DraftFates(DraftMeasures measures, Background background) {
        this.measures = measures;
        this.sequence = background.sequence();
    }

    private static Map<TicketId, Shown> newest() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<TicketId, Shown> eldest) {
                return size() > TICKETS;
            }
        };
    }

    void shown(TicketId ticket, DraftReply draft) {
        var shown = new Shown();
        current.put(ticket, shown);
        discarded.remove(ticket);
        sequence.run(() -> {
            shown.id = measures.shown(ticket, draft);
            return null;
        });
    }

    /** The agent put it away without taking any of it. */
    void discarded(TicketId ticket) {
        Shown shown = current.remove(ticket);
        if (shown != null) {
            discarded.put(ticket, shown);
            sequence.run(() -> {
                measures.discarded(shown.id);
                return null;
            });
        }
    }

    /** The agent took the putting away back. */
    void broughtBack(TicketId ticket) {
        Shown shown = discarded.remove(ticket);
        if (shown != null) {
            current.put(ticket, shown);
            sequence.run(() -> {
                measures.broughtBack(shown.id);
                return null;
            });
        }
    }

    void wrong(TicketId ticket, WrongBecause reason, String words) {
        Shown shown = current.get(ticket);
        if (shown != null) {
            sequence.run(() -> {
                measures.wrong(shown.id, reason, words);
                return null;
            });
        }
    }

    /** A reply to the ticket is sent; its draft stays known, since the reply may be undone and sent again. */
    void sent(TicketId ticket, String text) {
        Shown shown = current.get(ticket);
        if (shown != null) {
            sequence.run(() -> {
                measures.sent(shown.id, text);
                return null;
            });
        }
    }
}
