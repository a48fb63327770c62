package acquaint.casework;

import acquaint.model.TicketId;
import acquaint.settings.Notifications;
import java.util.Optional;

/** Something that happened on the desk and concerns the agent who is signed in. {@code words} are what was written or promised. */
public record Alert(Occasion occasion, TicketId ticket, String customerName, String subject, Optional<String> words) {

    public enum Occasion {
        /** A customer wrote in a ticket of mine. */
        MESSAGE(Notifications.Kind.MESSAGE),
        /** A ticket was handed to me. */
        HANDED_TO_ME(Notifications.Kind.ESCALATION),
        /** What I handed over came back. */
        RETURNED(Notifications.Kind.ESCALATION),
        /** A supervisor asks me something about what I handed over. */
        QUESTION(Notifications.Kind.ESCALATION),
        /** What I handed over was decided. */
        DECIDED(Notifications.Kind.ESCALATION),
        /** A promise of mine became overdue. */
        PROMISE_OVERDUE(Notifications.Kind.PROMISE);

        private final Notifications.Kind kind;

        Occasion(Notifications.Kind kind) {
            this.kind = kind;
        }

        /** By what the agent chooses whether to be told. */
        public Notifications.Kind kind() {
            return kind;
        }
    }
}
