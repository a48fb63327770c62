package acquaint.memory;

/** How memory is searched. Scores of different methods cannot be compared. */
public enum SearchMethod {
    /** By the words that are said. */
    KEYWORD,
    /** By what is meant, whatever the words. */
    VECTOR,
    /** By both, in one order. */
    HYBRID,
    /** In several rounds, each asking for what the one before brought up: slower, for questions that need more than one memory. */
    AGENTIC
}
