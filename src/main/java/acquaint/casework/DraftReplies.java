package acquaint.casework;

import acquaint.model.TicketId;
import acquaint.reply.DraftReply;

/** Has a reply drafted from the ticket and what memory knows. A memory that is away makes a poorer draft, not an error. */
public final class DraftReplies {

    /** A draft and what was recalled for it. */
    public record Drafted(DraftReply reply, Recalled recalled) {}

    /** An interrupt cancels. */
    public Drafted draft(TicketId ticket) throws InterruptedException {
        throw new UnsupportedOperationException();
    }
}
