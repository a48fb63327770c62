package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing known about a customer. {@code evidence} is the sentence it was taken from last; {@code source} and {@code session}
 * say where that stands, as far as the engine tells. {@code at} is {@link #UNDATED} where the engine does not say when it was
 * heard. {@code count} is in how many tickets it was heard or seen. {@code former} is what it took the place of, newest first.
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
        int count,
        Set<Mark> marks,
        List<Former> former) {

    /** Stands for a time that nobody knows. */
    public static final Instant UNDATED = Instant.EPOCH;

    /** All but {@link #TRAIT} are explicit: the customer said it, or it is on record. */
    public enum Kind {
        NAME, EMAIL, PHONE,
        /** Where they live, as far as they said. */
        ADDRESS,
        /** The name or number that they have as a customer. */
        ACCOUNT,
        TIER,
        /** What they want at all times. */
        PREFERENCE,
        /** What they did in more than one ticket: seen, not said. */
        TRAIT,
        OTHER
    }

    /** What an agent said of it. */
    public enum Mark {
        /** The text is an agent's, and no later extraction overrules it. */
        CORRECTED,
        /** To be shown before everything else. */
        PINNED,
        /** Doubtful: shown as such, and in no draft. */
        DISPUTED
    }

    /** What was known before; {@code corrected} where an agent had said it. */
    public record Former(String text, String evidence, Optional<SessionId> session, Instant at, boolean corrected) {}

    public ProfileItem {
        marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
        former = List.copyOf(former);
    }

    /** Heard once, with nothing said of it since. */
    public ProfileItem(String id, CustomerId customer, Kind kind, String text, String evidence, Optional<MessageId> source,
            Optional<SessionId> session, Instant at) {
        this(id, customer, kind, text, evidence, source, session, at, 1, Set.of(), List.of());
    }

    public boolean corrected() {
        return marks.contains(Mark.CORRECTED);
    }

    public boolean pinned() {
        return marks.contains(Mark.PINNED);
    }

    public boolean disputed() {
        return marks.contains(Mark.DISPUTED);
    }

    public ProfileItem with(int nextCount, List<Former> nextFormer) {
        return new ProfileItem(id, customer, kind, text, evidence, source, session, at, nextCount, marks, nextFormer);
    }

    public ProfileItem with(Set<Mark> next) {
        return new ProfileItem(id, customer, kind, text, evidence, source, session, at, count, next, former);
    }

    public ProfileItem marked(Mark mark, boolean on) {
        var next = EnumSet.noneOf(Mark.class);
        next.addAll(marks);
        if (on) {
            next.add(mark);
        } else {
            next.remove(mark);
        }
        return with(next);
    }
}
