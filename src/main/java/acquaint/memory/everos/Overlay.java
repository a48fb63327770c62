package acquaint.memory.everos;

import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the desk itself keeps about memories that live at a service: which messages were handed over, since the service
 * has no way to tell a repeated one, and the agents' word on what it knows, which holds whatever the service can do. One
 * overlay belongs to one space at the service. Every change is on disk when the call returns. Safe for several threads.
 */
public interface Overlay {

    /** How far a message has come. */
    enum Stage {
        /** It may be on its way: the call was begun and its end is not known yet. */
        SENDING,
        /** The service took it and works on it. */
        QUEUED,
        /** The service keeps it with its session. */
        BUFFERED,
        /** It is part of an episode; its words are no longer kept here. */
        EXTRACTED,
        /** An agent had it forgotten: it is never handed over again. Its words are no longer kept here. */
        FORGOTTEN
    }

    /**
     * One message that was handed over. {@code sentAt} is the time that the service was told, which is later than
     * {@code utterance.at()} where two messages had the same time; {@code begunAt} is when the call was begun. {@code utterance.text()} is empty from
     * {@link Stage#EXTRACTED} on.
     */
    record Handed(SessionId session, Utterance utterance, Instant sentAt, Instant begunAt, Stage stage, Optional<String> task) {}

    /** One session by its messages. {@code live} says whether any of them was not forgotten. */
    record Span(SessionId session, Instant from, Instant until, boolean live) {}

    /** An agent's word in the place of a profile item: {@code itemId} is the item's, {@code former} what it said. */
    record Correction(String itemId, ProfileItem.Kind kind, String former, String text, String evidence, Instant at) {}

    /** Something of a customer's that must not be shown again. */
    record Forgotten(Kind kind, String key, String detail) {

        public enum Kind {
            /** A profile item by its id; {@code detail} tells what it was heard from. */
            ITEM,
            /** An episode or a memory cell by its id, and with it what was learned from nothing else. */
            SOURCE,
            /** A session, as far as its messages of that time go. */
            SESSION
        }
    }

    /** Those of {@code messages} that were handed over in this session, by id. */
    Map<MessageId, Handed> known(CustomerId customer, SessionId session, Collection<MessageId> messages);

    /** What was begun in this session and has not ended: {@link Stage#SENDING} and {@link Stage#QUEUED}, in order. */
    List<Handed> unsettled(CustomerId customer, SessionId session);

    /** The newest {@code limit} of the customer's messages that are at the service and in no episode yet, oldest first. */
    List<Handed> buffered(CustomerId customer, int limit);

    /** The last time that the service was told in this session. */
    Optional<Instant> lastSentAt(CustomerId customer, SessionId session);

    /** All sessions of the customer that something was handed over in. */
    List<Span> sessions(CustomerId customer);

    /** Says that these are about to be sent at {@code begunAt}, in this order; {@code sentAt} goes with {@code utterances} one by one. */
    void begin(CustomerId customer, SessionId session, List<Utterance> utterances, List<Instant> sentAt, Instant begunAt);

    /** Says how far these have come. */
    void advance(CustomerId customer, SessionId session, Collection<MessageId> messages, Stage stage, Optional<String> task);

    /** Says that these never arrived. */
    void withdraw(CustomerId customer, SessionId session, Collection<MessageId> messages);

    /** Says that all that was {@link Stage#BUFFERED} in this session is part of an episode now. */
    void extracted(CustomerId customer, SessionId session);

    /** The agents' corrections, newest first. */
    List<Correction> corrections(CustomerId customer);

    /** Takes the place of an earlier correction of the same item. */
    void correct(CustomerId customer, Correction correction);

    /** What agents said of items besides correcting them, by the items' ids. */
    Map<String, Set<ProfileItem.Mark>> marks(CustomerId customer);

    /** Takes the place of what was said of the item before. */
    void mark(CustomerId customer, String itemId, Set<ProfileItem.Mark> marks);

    List<Forgotten> forgotten(CustomerId customer);

    /** Forgets: adds {@code marks}, and takes back what agents said of items among them. */
    void forget(CustomerId customer, Collection<Forgotten> marks);

    /** Marks all messages of one session, or of all, as forgotten, and empties their words; with all of them go the agents' words, too. */
    void bury(CustomerId customer, Optional<SessionId> session);
}
