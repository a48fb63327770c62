package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.SessionId;

/** What to forget. */
public sealed interface Forgetting {

    CustomerId customer();

    /** One profile item; what it says is not learned again from the same message. */
    record Item(CustomerId customer, String itemId) implements Forgetting {}

    /** One episode with what was said in it and the items learned there; the rest of its session stays. */
    record Part(CustomerId customer, String episodeId) implements Forgetting {}

    /** All that was said in one session, its episode and the items learned there. */
    record Session(CustomerId customer, SessionId session) implements Forgetting {}

    /** Everything about the customer. */
    record Everything(CustomerId customer) implements Forgetting {}
}
