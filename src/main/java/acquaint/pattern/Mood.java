package acquaint.pattern;

import acquaint.reply.Feelings;
import acquaint.reply.Saying;

/** How a customer sounds in a message. */
public enum Mood {
    PLAIN, GLAD, UPSET;

    /** Anger counts before thanks: "Thanks for nothing, this is ridiculous". */
    public static Mood of(String text) {
        return Feelings.upset(text) ? UPSET : Saying.RELIEF.isIn(text) ? GLAD : PLAIN;
    }
}
