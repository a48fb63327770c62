package acquaint.channel;

import acquaint.model.Address;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's mail as a file tells it. {@code id} is the same whenever the same mail is read; {@code ticket} is there when the mail is one that this desk wrote;
 * {@code answers} names replies of this desk that it may answer, the nearest first ({@link MailName#of}); {@code attached} are the names of what came with it, which is not taken over.
 */
public record ReceivedMail(String id, Optional<TicketId> ticket, List<String> answers, Address from, String name, Optional<String> subject, Instant at, String text, List<String> attached) {

    public ReceivedMail {
        answers = List.copyOf(answers);
        attached = List.copyOf(attached);
    }
}
