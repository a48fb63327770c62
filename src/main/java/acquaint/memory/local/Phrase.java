package acquaint.memory.local;

import java.util.regex.Pattern;

/** Compiles the phrases that the extraction rules look for. */
final class Phrase {

    private Phrase() {}

    /** Matches in capitals, too, and in every script. */
    static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
