package acquaint.ui;

import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.Priority;
import acquaint.model.TicketStatus;

/** What happened to a ticket, as a sentence in the reader's language. Immutable; any thread. */
public final class EventWords {

    private final Texts texts;

    public EventWords(Texts texts) {
        this.texts = texts;
    }

    String of(Message message) {
        Event event = Event.parse(message.text());
        return switch (event.name()) {
            case CREATED -> texts.get("event.created", message.author());
            case STATUS -> texts.get("event.status", message.author(), texts.of(TicketStatus.valueOf(event.argument())));
            case ASSIGNED -> event.argument().equals(message.author())
                    ? texts.get("event.taken", message.author())
                    : texts.get("event.assigned", message.author(), event.argument());
            case UNASSIGNED -> texts.get("event.unassigned", message.author());
            case PRIORITY -> texts.get("event.priority", message.author(), texts.of(Priority.valueOf(event.argument())));
            case TAGGED -> texts.get("event.tagged", message.author(), event.argument());
            case UNTAGGED -> texts.get("event.untagged", message.author(), event.argument());
            case SEND_UNDONE -> texts.get("event.send-undone", message.author());
        };
    }
}
