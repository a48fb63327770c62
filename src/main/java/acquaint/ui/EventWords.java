package acquaint.ui;

import acquaint.model.Event;
import acquaint.model.HandoffState;
import acquaint.model.Message;
import acquaint.model.Priority;
import acquaint.model.Recipient;
import acquaint.model.Role;
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
            case HANDED_OVER -> texts.get("event.handed-over", message.author(), recipient(event.argument()));
            case HANDOFF_ACCEPTED -> texts.get("event.handoff-accepted", message.author());
            case HANDOFF_RETURNED -> texts.get("event.handoff-returned", message.author());
            case HANDOFF_ASKED -> texts.get("event.handoff-asked", message.author());
            case HANDOFF_ANSWERED -> texts.get("event.handoff-answered", message.author());
            case HANDOFF_REASSIGNED -> texts.get("event.handoff-reassigned", message.author(), recipient(event.argument()));
            case HANDOFF_TAKEN_OVER -> texts.get("event.handoff-taken-over", message.author());
            case HANDOFF_WAITING -> event.argument().equals(HandoffState.WAITING_ON_CUSTOMER.name())
                    ? texts.get("event.handoff-waits-for-customer", message.author())
                    : texts.get("event.handoff-waits-for-others", message.author());
            case HANDOFF_RESUMED -> texts.get("event.handoff-resumed", message.author());
            case HANDOFF_DECIDED -> texts.get("event.handoff-decided", message.author());
            case HANDOFF_ENDED -> texts.get("event.handoff-ended", message.author());
            case BRIEF_FORGOTTEN -> texts.get("event.brief-forgotten", message.author());
            case REVIEW_ASKED -> texts.get("event.review-asked", message.author());
            case REVIEW_APPROVED -> texts.get("event.review-approved", message.author());
            case REVIEW_SENT_BACK -> texts.get("event.review-sent-back", message.author());
            case REVIEW_TAKEN_BACK -> texts.get("event.review-taken-back", message.author());
        };
    }

    /** {@code argument}: {@link Recipient.Kind} and name, with a blank between. */
    private String recipient(String argument) {
        int space = argument.indexOf(' ');
        String name = argument.substring(space + 1);
        return switch (Recipient.Kind.valueOf(argument.substring(0, space))) {
            case PERSON -> name;
            case ROLE -> texts.of(Role.valueOf(name));
            case QUEUE -> texts.get("event.recipient-queue", name);
        };
    }
}
