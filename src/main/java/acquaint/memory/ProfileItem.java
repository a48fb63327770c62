package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing known about a customer. {@code evidence} is the sentence it was taken from; {@code source} and {@code session}
 * say where that stands, as far as the engine tells. {@code at} is {@link #UNDATED} where the engine does not say when it was
 * heard. {@code corrected} items are an agent's word and come first.
 */
public record ProfileItem(
        String id,
        CustomerId customer,
        Kind kind,
        String text,
        String evidence,
        Optional<MessageId> source,
        Optional<SessionId> session,
        Instant at,
        boolean corrected) {

    /** Stands for a time that nobody knows. */
    public static final Instant UNDATED = Instant.EPOCH;

    public enum Kind { NAME, EMAIL, PHONE, TIER, PREFERENCE, OTHER }
}
