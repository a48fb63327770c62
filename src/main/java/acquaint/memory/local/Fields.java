package acquaint.memory.local;

/** The fields of the index, which holds what is searched by and nothing that is shown. */
final class Fields {

    static final String KIND = "kind";
    static final String MESSAGE = "message";
    static final String EPISODE = "episode";

    static final String KEY = "key";
    static final String CUSTOMER = "customer";
    static final String SESSION = "session";
    /** Milliseconds since 1970, to prefer the newer of two like things. */
    static final String MILLIS = "millis";
    /** Who said it and what was said; of an episode all that was said in it. */
    static final String TEXT = "text";
    /** What was said and what was said right before: an answer is found by its question. */
    static final String AROUND = "around";

    static final String SUBJECT = "subject";
    static final String SUMMARY = "summary";
    static final String OUTCOME = "outcome";
    static final String ENDED_WELL = "ended-well";

    private Fields() {}

    /** Where vectors of so many dimensions stand. */
    static String vector(int dimensions) {
        return "vector-" + dimensions;
    }
}
