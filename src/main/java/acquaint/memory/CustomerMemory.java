package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.List;

/**
 * A customer's memory: kept per customer, isolated per session while a ticket is open, searched across all of that
 * customer's sessions. Calls block and may be made from any thread but the JavaFX thread; an interrupt cancels them.
 */
public interface CustomerMemory extends AutoCloseable {

    /**
     * Keeps what was said, in the order given. An utterance whose id is already kept in this session changes nothing,
     * so that a repeated call is harmless, and is the way to go on after a failure. On return the utterances survive a crash.
     */
    Kept remember(CustomerId customer, SessionId session, List<Utterance> utterances)
            throws MemoryException, InterruptedException;

    /** Turns what was said in this session into an episode and profile items. A session with nothing new is no error. */
    FlushResult flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException;

    /** Whether the episodes of a flushed session can be recalled already; an engine may need some seconds for that. */
    boolean recallable(CustomerId customer, SessionId session) throws MemoryException, InterruptedException;

    /** What matters to the matter at hand: profile, episodes and passages of other sessions, best first. */
    Recall recall(RecallRequest request) throws MemoryException, InterruptedException;

    /** The customer's episodes, newest first. {@code offset} counts from 0. */
    List<Episode> episodes(CustomerId customer, int offset, int limit) throws MemoryException, InterruptedException;

    /** All that is known about the customer: pinned items first, then corrected ones, then newest first. */
    List<ProfileItem> profile(CustomerId customer) throws MemoryException, InterruptedException;

    /** Replaces an item's text by the agent's word, which no later extraction overrules; what it said before is kept as its history. */
    ProfileItem correct(CustomerId customer, String itemId, String text) throws MemoryException, InterruptedException;

    /** Pins an item or marks it as doubtful, or takes that back. Refuses {@link ProfileItem.Mark#CORRECTED}, which {@link #correct} makes. */
    ProfileItem mark(CustomerId customer, String itemId, ProfileItem.Mark mark, boolean on) throws MemoryException, InterruptedException;

    /**
     * Removes an item, a session or a customer, and everything derived from it, from every later answer; it does not come back
     * by another flush. Returns what was removed, and what became of each copy.
     */
    Receipt forget(Forgetting what) throws MemoryException, InterruptedException;

    /**
     * Episodes of any customer but {@code request}'s own that resemble the matter at hand: what helped others. An
     * engine that cannot search across customers answers none.
     */
    List<Episode> precedents(RecallRequest request) throws MemoryException, InterruptedException;

    /** Whether the engine answers, in a few milliseconds, without touching any customer's data. */
    Health health();

    @Override
    void close();
}
