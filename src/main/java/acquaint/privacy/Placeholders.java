package acquaint.privacy;

import java.util.List;
import java.util.regex.MatchResult;

/** Placeholders of personal data in a text, such as {@code <CARD_1>}, which a customer could make nothing of. Safe for any thread. */
public final class Placeholders {

    private Placeholders() {}

    /** In the order of the text, each once. */
    public static List<String> in(String text) {
        return Masking.PLACEHOLDER.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
