package acquaint.reply;

import acquaint.memory.Episode;
import acquaint.memory.Recall;
import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.model.Ticket;
import java.util.List;

/**
 * All that a draft may be written from. {@code conversation} is this ticket's messages in order (no events);
 * {@code precedents} are episodes of other customers, whose personal data must not reach the text.
 * {@code past} are agents' replies in other tickets, with the same care. What an agent marked as doubtful, or noted for colleagues, is left out.
 */
public record DraftRequest(
        Customer customer, Ticket ticket, List<Message> conversation, Recall recall, List<Episode> precedents, List<PastReply> past, String agentName) {

    public DraftRequest {
        recall = recall.withoutDisputed().withoutNotes();
        conversation = List.copyOf(conversation);
        precedents = List.copyOf(precedents);
        past = List.copyOf(past);
    }

    /** Without replies of other tickets. */
    public DraftRequest(Customer customer, Ticket ticket, List<Message> conversation, Recall recall, List<Episode> precedents, String agentName) {
        this(customer, ticket, conversation, recall, precedents, List.of(), agentName);
    }

    /** With replies of other tickets. */
    public DraftRequest with(List<PastReply> replies) {
        return new DraftRequest(customer, ticket, conversation, recall, precedents, replies, agentName);
    }

    /** Nothing but what was said after {@code position}, and nothing that is remembered. */
    DraftRequest since(long position) {
        return new DraftRequest(customer, ticket, conversation.stream().filter(message -> message.position() > position).toList(), Recall.NOTHING, List.of(), agentName);
    }
}
