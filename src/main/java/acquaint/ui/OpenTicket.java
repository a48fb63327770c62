package acquaint.ui;

import acquaint.casework.Conversation;
import acquaint.casework.CustomerCard;
import acquaint.model.Message;
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

    /** The position of the last thing that customer and agents said to each other; 0 where nothing was said. */
    long lastSaid() {
        return conversation.messages().stream()
                .filter(message -> !message.isFrom(Message.Kind.EVENT) && !message.isFrom(Message.Kind.NOTE))
                .mapToLong(Message::position).max().orElse(0);
    }

    OpenTicket with(Conversation newer) {
        return new OpenTicket(newer, card, drafts);
    }
}
