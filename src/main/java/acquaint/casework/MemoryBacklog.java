package acquaint.casework;

import acquaint.memory.MemoryException;
import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was promised to memory and has not all come about: what waits, why, and what can be done. */
public final class MemoryBacklog {

    /** How far something that is to be remembered has come. The first four are told per message, the next two per ticket. */
    public enum State {
        /** On this desk; not sent yet. */
        STORED,
        /** On its way. */
        SENDING,
        /** Taken by memory, which works on it. */
        QUEUED,
        /** Kept by memory with its ticket. */
        BUFFERED,
        /** Memory reported an episode. */
        EXTRACTED,
        /** The episode can be recalled. */
        SEARCHABLE,
        /** Nobody can tell whether it arrived; a person decides. */
        UNCERTAIN,
        /** Memory said no, and will again. */
        FAILED
    }

    /** What one entry is about. */
    public enum What { SUBJECT, MESSAGE, SUMMARY }

    /**
     * One thing that has not come about. {@code words} is the beginning of a message. {@code why} and {@code reason} tell of
     * the last attempt; {@code nextTry} is there while it waits.
     */
    public record Entry(long id, TicketId ticket, What what, String words, State state, int attempts,
            Optional<MemoryException.Kind> why, Optional<String> reason, Optional<Instant> nextTry) {}

    /** Counts of one customer's; {@code why} is the reason that concerns most, {@code nextTry} the earliest. */
    public record Summary(int waiting, int uncertain, int failed, Optional<MemoryException.Kind> why, Optional<Instant> nextTry) {

        public static final Summary NOTHING = new Summary(0, 0, 0, Optional.empty(), Optional.empty());

        public boolean isEmpty() {
            return waiting + uncertain + failed == 0;
        }
    }

    /** What came of the flush of a ticket that was closed last. */
    public enum Learned { NOT_CLOSED, WAITING, EXTRACTED, SEARCHABLE, NOTHING_NEW, FAILED }

    public Summary of(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    /** All of one customer's, in the order in which they are done; at most {@code limit}. */
    public List<Entry> entries(CustomerId customer, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Of the whole desk, for the command line. */
    public List<Entry> entries(int limit) {
        throw new UnsupportedOperationException();
    }

    public Learned learned(TicketId ticket) {
        throw new UnsupportedOperationException();
    }

    /** Has everything of the customer that waits or failed tried at once. */
    public void retry(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    /** Settles an uncertain entry by an agent's word: it is sent again, or counts as remembered. */
    public void settle(long entry, boolean arrived) {
        throw new UnsupportedOperationException();
    }
}
