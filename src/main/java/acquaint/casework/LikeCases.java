package acquaint.casework;

import acquaint.model.TicketId;
import acquaint.pattern.LikeCase;
import acquaint.reply.PastReply;
import acquaint.store.Desk;
import java.util.List;

/** Tickets of other customers like one at hand, without anything personal of theirs. Blocks; an interrupt cancels. */
public final class LikeCases {

    private final Desk desk;
    private final PastReply.Finder past;

    public LikeCases(Desk desk, PastReply.Finder past) {
        this.desk = desk;
        this.past = past;
    }

    /** Best first; a few at most. */
    public List<LikeCase> of(TicketId ticket) throws InterruptedException {
        return List.of();
    }
}
