package acquaint.command;

import acquaint.casework.Conversation;
import acquaint.casework.Conversations.UnknownTicket;
import acquaint.casework.QueueSort;
import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Parameters;

/** The ticket that a command is about, by its id. */
final class TicketArgument {

    /** More letters apart than this, two ids are not a slip of the same hand. */
    private static final int NEAR = 2;
    private static final int SUGGESTED = 3;

    @Parameters(index = "0", paramLabel = "TICKET", description = "The ticket's id, as \"acquaint tickets\" shows it.")
    private String id;

    /** The ticket, opened. {@link CouldNot} with the ids nearest to what was typed when there is none. */
    Conversation open(DeskServices desk) throws CouldNot {
        if (id.isBlank()) {
            throw new CouldNot("the ticket's id is empty");
        }
        try {
            return desk.conversations().open(new TicketId(id));
        } catch (UnknownTicket e) {
            List<String> near = nearest(desk);
            throw new CouldNot(e.getMessage() + (near.isEmpty()
                    ? "; \"acquaint tickets --view all\" lists all"
                    : "; is it " + String.join(", ", near) + "?"), e);
        }
    }

    private List<String> nearest(DeskServices desk) {
        record Near(String id, int distance) {}
        return TicketView.ALL.rows(desk.queue(), QueueSort.NEWEST, "").stream()
                .map(QueueRow::ticket)
                .map(ticket -> new Near(ticket.value(), distance(ticket.value())))
                .filter(near -> near.distance() <= NEAR)
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(SUGGESTED)
                .map(Near::id)
                .toList();
    }

    private int distance(String other) {
        String typed = id.strip().toLowerCase(Locale.ROOT);
        String known = other.toLowerCase(Locale.ROOT);
        return known.endsWith(typed) ? 1 : EditDistance.between(typed, known);
    }
}
