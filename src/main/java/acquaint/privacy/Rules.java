package acquaint.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the rules are written and read. */
final class Rules {

    private Rules() {}

    /** In capitals, too, and in every script. */
    static Pattern rule(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** As it is written, capitals and all. */
    static Pattern exact(String regex) {
        return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** What the group {@code it} holds, or the whole where the rule has no such group. */
    static Stream<Finding> find(Kind kind, Pattern rule, Folded text) {
        return rule.matcher(text.text()).results().map(match -> finding(kind, match, rule));
    }

    static Finding finding(Kind kind, MatchResult match, Pattern rule) {
        return rule.namedGroups().containsKey("it") ? new Finding(kind, match.start("it"), match.end("it")) : new Finding(kind, match.start(), match.end());
    }

    static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
