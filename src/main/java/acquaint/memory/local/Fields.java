package acquaint.memory.local;

/** The fields of the index. Every document has {@link #KIND}; a mark of something forgotten may have no more than a key. */
final class Fields {

    static final String KIND = "kind";
    static final String MESSAGE = "message";
    static final String EPISODE = "episode";
    static final String ITEM = "item";
    static final String FORGOTTEN_MESSAGE = "forgotten-message";
    static final String FORGOTTEN_ITEM = "forgotten-item";

    static final String KEY = "key";
    static final String CUSTOMER = "customer";
    static final String SESSION = "session";
    /** Counts what was remembered, over all customers; gives the order within a session. */
    static final String SEQUENCE = "sequence";
    /** Milliseconds since 1970, to sort by. */
    static final String MILLIS = "millis";
    /** What was said; of an episode all that was said in it. */
    static final String TEXT = "text";

    static final String ID = "id";
    static final String SPEAKER = "speaker";
    static final String AUTHOR = "author";
    static final String AT = "at";

    static final String FROM = "from";
    static final String SUBJECT = "subject";
    static final String SUMMARY = "summary";
    static final String OUTCOME = "outcome";
    static final String ENDED_WELL = "ended-well";
    static final String SOURCE = "source";

    static final String ITEM_ID = "item-id";
    static final String ITEM_KIND = "item-kind";
    static final String ITEM_TEXT = "item-text";
    static final String EVIDENCE = "evidence";
    static final String CORRECTED = "corrected";

    private Fields() {}
}
