package acquaint.reply;

/** What the customer's unanswered messages are, as a step in the dialogue, and so what the draft has to be. */
enum Turn {
    /** Something new is wanted. */
    REQUEST,
    /** Someone else is asked for. */
    HUMAN,
    /** The customer takes leave. */
    THANKS,
    /** A number that we asked for is not at hand. */
    UNABLE,
    /** A number was given. */
    REFERENCE,
    /** Other details were given. */
    DETAILS,
    /** Yes, go ahead. */
    CONFIRMED,
    QUESTION,
    OTHER,
    /** Nobody waits: the last word was ours. */
    FOLLOW_UP;

    /** Whether it raises a matter, so that what memory holds on it is worth a word. */
    boolean raisesMatter() {
        return this == REQUEST || this == QUESTION;
    }

    boolean closes() {
        return this == THANKS || this == FOLLOW_UP;
    }
}
