package acquaint.memory;

/** What a memory was found by. */
public enum FoundBy {
    /** It has words of the question. */
    WORDS,
    /** It means something like the question. */
    MEANING,
    BOTH,
    /** It is among the newest: nothing like the question was found. */
    RECENT;

    /** Found by this, and in another round by {@code other}. */
    public FoundBy and(FoundBy other) {
        if (this == other || other == RECENT) {
            return this;
        }
        return this == RECENT ? other : BOTH;
    }
}
