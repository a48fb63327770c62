package acquaint.reply;

import acquaint.model.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sentence rests on. {@code ref} names the message, profile item or episode; {@code quote} is the part of it that
 * counts. {@code session} is where it stands; empty for an item on record, and for another customer's episode.
 */
public record Evidence(Kind kind, String ref, Optional<SessionId> session, Instant at, String quote) {

    public enum Kind {
        /** A message of this ticket. */
        MESSAGE,
        /** Something said in another ticket of this customer. */
        PASSAGE,
        PROFILE,
        EPISODE,
        /** What helped another customer; never shown with that customer's name. */
        PRECEDENT,
        /** What an agent answered in another ticket, perhaps another customer's; never shown with a customer's name. */
        PAST_REPLY,
        /** The customer's record on the desk. */
        RECORD
    }
}
