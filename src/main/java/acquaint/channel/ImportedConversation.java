package acquaint.channel;

import acquaint.model.Priority;
import acquaint.model.TicketStatus;
import java.util.List;
import java.util.Optional;

/** One conversation as a file tells it, checked and cleaned but not yet on any desk. Messages are in the file's order. */
public record ImportedConversation(
        String id,
        String channel,
        Optional<String> subject,
        Optional<TicketStatus> status,
        Optional<Priority> priority,
        Optional<String> assignee,
        List<String> tags,
        ImportedCustomer customer,
        List<ImportedMessage> messages) {

    public ImportedConversation {
        tags = List.copyOf(tags);
        messages = List.copyOf(messages);
    }
}
