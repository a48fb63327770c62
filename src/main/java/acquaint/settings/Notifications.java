package acquaint.settings;

import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the system tells the agent of while the window is not before their eyes. Without {@code withText} a notification says who and what kind, and no words of a message. */
public record Notifications(Set<Kind> kinds, Optional<QuietHours> quiet, boolean withText) {

    public static final Notifications USUAL = new Notifications(EnumSet.allOf(Kind.class), Optional.empty(), false);

    /** What can be told. */
    public enum Kind {
        /** A customer wrote in a ticket of mine. */
        MESSAGE,
        /** A handoff came to me, came back to me or was decided. */
        ESCALATION,
        /** A promise of mine is overdue. */
        PROMISE
    }

    /** From one time of day to another, over midnight where {@code to} is the earlier one; never the whole day. */
    public record QuietHours(LocalTime from, LocalTime to) {

        public QuietHours {
            if (from.equals(to)) {
                throw new IllegalArgumentException("quiet hours must begin and end at different times");
            }
        }

        /** Whether it is quiet then; the end belongs to the day again. */
        public boolean contains(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    public Notifications {
        kinds = Collections.unmodifiableSet(kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds));
    }

    public Notifications with(Kind kind, boolean told) {
        var next = EnumSet.noneOf(Kind.class);
        next.addAll(kinds);
        if (told) {
            next.add(kind);
        } else {
            next.remove(kind);
        }
        return new Notifications(next, quiet, withText);
    }

    public Notifications withQuiet(Optional<QuietHours> next) {
        return new Notifications(kinds, next, withText);
    }

    public Notifications withText(boolean next) {
        return new Notifications(kinds, quiet, next);
    }
}
