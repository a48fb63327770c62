package acquaint.ui;

import acquaint.casework.Conversation;
import acquaint.casework.CustomerCard;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import java.util.Map;

/** Everything the window shows of a ticket at once, read in one go, so that text, recipient and history always belong together. */
public record OpenTicket(Conversation conversation, CustomerCard card, Map<Mode, String> drafts) {

    public OpenTicket {
        drafts = Map.copyOf(drafts);
    }

    public TicketId id() {
        return conversation.ticket().id();
    }

    OpenTicket with(Conversation newer) {
        return new OpenTicket(newer, card, drafts);
    }
}
