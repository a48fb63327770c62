package acquaint.channel;

import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A reply with its envelope as it was when the agent pressed Send: later changes to the customer or the ticket do not
 * redirect it. {@code author} is the agent who wrote it.
 */
public record OutgoingReply(
        MessageId id,
        TicketId ticket,
        String subject,
        String recipientName,
        Optional<String> recipientAddress,
        String author,
        Instant at,
        String text) {}
