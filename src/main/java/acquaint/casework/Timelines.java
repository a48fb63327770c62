package acquaint.casework;

import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import acquaint.pattern.CustomerTimeline;
import acquaint.pattern.Moment;
import acquaint.pattern.Topic;
import acquaint.reply.Likeness;
import acquaint.store.Desk;
import java.util.List;
import java.util.Optional;

/** What happened with a customer, over all tickets. Blocks. */
public final class Timelines {

    private final Desk desk;
    private final Likeness likeness;

    public Timelines(Desk desk, Likeness likeness) {
        this.desk = desk;
        this.likeness = likeness;
    }

    /** The newest page. {@code filter}: words that must all be found in a moment's text or its ticket's subject, in any case; blank for all. */
    public CustomerTimeline of(CustomerId customer, String filter) {
        return new CustomerTimeline(List.of(), false);
    }

    /** The page before this moment. */
    public CustomerTimeline before(CustomerId customer, String filter, Moment last) {
        return new CustomerTimeline(List.of(), false);
    }

    /** What the customer's tickets are about, the most frequent first; takes longer than a page, and can be interrupted. */
    public List<Topic> topics(CustomerId customer) throws InterruptedException {
        return List.of();
    }

    /** The customer's message in another ticket that is most like what this ticket asks now, where one is much like it; can be interrupted. */
    public Optional<Moment> likeNow(TicketId ticket) throws InterruptedException {
        return Optional.empty();
    }
}
