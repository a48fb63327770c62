package acquaint.reply;

/**
 * What the agent wants of a draft. {@code text} is the draft so far that is to be changed, empty where there is none; {@code instruction} is in
 * the agent's words ("offer a refund"), empty but for {@link Kind#INSTRUCTION}.
 */
public record Wish(Kind kind, String text, String instruction) {

    public enum Kind {
        /** A reply to what the customer said last. */
        REPLY,
        /** A reply as the agent says. */
        INSTRUCTION,
        SHORTER, WARMER, MORE_FORMAL, SIMPLER,
        /** Into the customer's language. */
        TRANSLATED,
        /** Into the agent's own, for reading. */
        FOR_READING
    }

    public static final Wish REPLY = new Wish(Kind.REPLY, "", "");
}
