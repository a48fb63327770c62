package acquaint.reply.provider;

import acquaint.reply.ModelException;

/** A service does not know a field of the request, or not in this place. */
final class RefusedWord extends ModelException {

    private final String word;

    RefusedWord(String word, String message) {
        super(Kind.FAULT, message);
        this.word = word;
    }

    boolean is(String field) {
        return word.equals(field);
    }
}
