package acquaint.ui;

import acquaint.model.TicketId;
import java.util.function.BiConsumer;

/** Carries words that another program handed over into the reply to a ticket. JavaFX thread only. */
public final class ReplyWords {

    private BiConsumer<TicketId, String> writer = (_, _) -> {};

    /** Says who writes the reply of the ticket that is open. */
    void onWords(BiConsumer<TicketId, String> target) {
        writer = target;
    }

    /** Only while this ticket is open. */
    void add(TicketId ticket, String words) {
        writer.accept(ticket, words);
    }
}
