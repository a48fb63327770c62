package acquaint.privacy;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values back piece by piece: a placeholder that is not whole yet is held back. For one answer of a model, on one thread. */
public final class Restoring {

    private static final Pattern BEGINNING = Pattern.compile("<(?:[A-Z][A-Z_]*(?:\\d{0,4})?)?$");
    private static final int LONGEST = 24;

    private final Masking masking;
    private final Set<String> given;
    private String held = "";

    Restoring(Masking masking, Set<String> given) {
        this.masking = masking;
        this.given = Set.copyOf(given);
    }

    /** What can be shown after this piece. */
    public String next(String piece) {
        String text = held + piece;
        int from = Math.max(0, text.length() - LONGEST);
        Matcher beginning = BEGINNING.matcher(text).region(from, text.length());
        int whole = beginning.find() ? beginning.start() : text.length();
        held = text.substring(whole);
        return restored(text.substring(0, whole));
    }

    /** What was held back, when nothing more comes. */
    public String end() {
        String rest = restored(held);
        held = "";
        return rest;
    }

    private String value(String placeholder) {
        return given.contains(placeholder) ? masking.value(placeholder).orElse(placeholder) : placeholder;
    }

    private String restored(String text) {
        return Masking.PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group())));
    }
}
