package acquaint.pattern;

/** What is otherwise in a like case. {@code here} is this ticket's, {@code there} the other's; either is empty where nothing is said, or where it may not be shown. */
public record Difference(Kind kind, String here, String there) {

    public enum Kind {
        /** Channels. */
        CHANNEL,
        /** Customer tiers. */
        TIER,
        /** Things that only one of the two is about. */
        THING,
        /** Their amount was higher; how high is not told. */
        AMOUNT_HIGHER,
        /** Their amount was lower; how low is not told. */
        AMOUNT_LOWER
    }
}
