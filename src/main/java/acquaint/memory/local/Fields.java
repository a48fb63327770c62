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
    /** In which languages it is written; see {@link Language#code}. */
    static final String LANGUAGE = "language";

    // Words stand in a field for each language, named by `in`: what is frequent in one language may be rare among all.

    /** Who said it and what was said; of an episode all that was said in it. */
    static final String TEXT = "text";
    /** What was said and what was said right before: an answer is found by its question. */
    static final String AROUND = "around";

    static final String SUBJECT = "subject";
    static final String SUMMARY = "summary";
    static final String OUTCOME = "outcome";

    static final String ENDED_WELL = "ended-well";

    private Fields() {}

    /** Where words of this language stand. */
    static String in(String field, Language language) {
        return field + '_' + language.code();
    }

    /** In which language words of the field are written, as {@link #in} has it. */
    static Language language(String field) {
        return Language.of(field.substring(field.lastIndexOf('_') + 1)).orElse(Language.ENGLISH);
    }

    /** Where vectors of so many dimensions stand. */
    static String vector(int dimensions) {
        return "vector-" + dimensions;
    }
}
