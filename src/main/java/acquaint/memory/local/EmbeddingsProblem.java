package acquaint.memory.local;

/** What is wrong with a server of embeddings, where something is; the user interface has words for each. */
public enum EmbeddingsProblem {
    /** Nobody answers at this address. */
    AWAY(false),
    /** No answer within the deadline. */
    LATE(false),
    /** A key is needed and there is none. */
    NO_KEY(true),
    /** The key is not known, or may not do this. */
    BAD_KEY(true),
    NO_MODEL(true),
    /** Somebody answers, but not as a server of embeddings does. */
    NOT_EMBEDDINGS(true),
    /** More was asked than the account or the server allows for now. */
    QUOTA(false),
    /** Vectors have another length than before, or one that is of no use. */
    DIMENSIONS(true),
    /** The server understood and said no: to these texts, as a rule. */
    REFUSED(true),
    /** The server broke off with a fault of its own. */
    FAULT(false);

    private final boolean lasting;

    EmbeddingsProblem(boolean lasting) {
        this.lasting = lasting;
    }

    /** Whether a person must do something before it works again. */
    public boolean isLasting() {
        return lasting;
    }

    /** Whether it may be due to what was asked, so that something else might be answered. */
    boolean mayBeDueToTheTexts() {
        return this == REFUSED || this == FAULT || this == LATE;
    }
}
