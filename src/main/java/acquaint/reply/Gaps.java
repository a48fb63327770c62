package acquaint.reply;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Places in a text that wait for the agent to fill them in, such as "[order number]". Safe for any thread. */
public final class Gaps {

    private static final String PHRASES = "gap.";
    private static final Pattern GAP = Pattern.compile(phrases().stream().map(Pattern::quote).collect(Collectors.joining("|")));

    private Gaps() {}

    private static Set<String> phrases() {
        var phrases = new TreeSet<String>();
        for (Language language : Language.values()) {
            Lexicon lexicon = Lexicon.of(language);
            lexicon.phraseKeys().stream().filter(key -> key.startsWith(PHRASES)).map(lexicon::say).forEach(phrases::add);
        }
        return phrases;
    }

    /** In the order of the text, with their brackets; brackets that the agent or the customer typed for another purpose are none. */
    public static List<String> in(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).toList();
    }

    static String without(String text) {
        return GAP.matcher(text).replaceAll(" ");
    }
}
