package acquaint.ui;

import acquaint.model.Message;
import acquaint.model.TicketId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether the customer has said something in a ticket since the agent last looked at its conversation. JavaFX thread only. */
final class TicketNews {

    private final Workspace workspace;
    private final Supplier<Optional<TicketId>> ticket;
    private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper(this, "there");
    private long seen;

    /** {@code ticket} is the one that counts at the time. */
    TicketNews(Workspace workspace, Supplier<Optional<TicketId>> ticket) {
        this.workspace = workspace;
        this.ticket = ticket;
        workspace.openProperty().addListener((_, _, now) -> there.set(isMeant(now) && newest(now) > seen));
    }

    ReadOnlyBooleanProperty thereProperty() {
        return there.getReadOnlyProperty();
    }

    /** The position of the newest message that the agent has seen. */
    long seen() {
        return seen;
    }

    /** The agent has the conversation before the eyes. */
    void looked() {
        workspace.open().filter(this::isMeant).ifPresent(open -> {
            seen = newest(open);
            there.set(false);
        });
    }

    private boolean isMeant(OpenTicket open) {
        return ticket.get().filter(open.id()::equals).isPresent();
    }

    private static long newest(OpenTicket open) {
        return open.conversation().messages().stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).mapToLong(Message::position).max().orElse(0);
    }
}
