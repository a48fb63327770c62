package acquaint.casework.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a log without what they say of anybody. Of a message only the program's own plain words are left, of an exception its class and
 * places, of everything else nothing: what may be shown is listed, not what must not. Immutable; any thread.
 */
final class LogLines {

    private static final Pattern HEAD = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3} [A-Z]+) ((?:[a-z]\\w*\\.)*[A-Za-z]\\w*): (.*)");
    private static final Pattern THROWN = Pattern.compile("\\s*((?:Caused by: |Suppressed: )?(?:[a-z]\\w*\\.)+[A-Z][\\w$]*)(?::.*)?");
    private static final Pattern PLACE = Pattern.compile("\\s+at (?:[\\w.$<>@-]+/{1,2})*(?:[a-z]\\w*\\.)+[A-Z][\\w.$<>/]*\\((?:\\w+\\.java(?::\\d+)?|Native Method|Unknown Source)\\)");
    private static final Pattern MORE = Pattern.compile("\\s+\\.\\.\\. \\d+ (?:more|common frames omitted)");
    /** Plain words, the codes of problems, small numbers with a unit of time, and constants such as AWAY. */
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:'s)?[.,;]?|AQ-\\d{5}|\\d{1,5}|PT[\\d.HMS]+|[A-Z]+(?:_[A-Z]+)*");
    /** Imported tickets may have plain numbers, or capitals like those of constants. */
    private static final Pattern NUMBERED = Pattern.compile("(?<=\\b(?:ticket|tickets|message|customer|handoff) )[A-Z\\d][\\w-]*");
    private static final String OWN = "acquaint.";
    private static final String LEFT_OUT = "…";

    private final UnaryOperator<String> masked;
    private final Predicate<String> isName;

    /** {@code masked} takes out what the rules of privacy find; {@code isName} knows the words of names, in lower case. */
    LogLines(UnaryOperator<String> masked, Predicate<String> isName) {
        this.masked = masked;
        this.isName = isName;
    }

    List<String> of(List<String> lines) {
        var told = new ArrayList<String>();
        int left = 0;
        for (String line : lines) {
            Optional<String> shown = of(line);
            if (shown.isPresent()) {
                left = say(left, told);
                told.add(shown.get());
            } else {
                left++;
            }
        }
        say(left, told);
        return told;
    }

    private static int say(int left, List<String> told) {
        if (left > 0) {
            told.add("  (" + left + " lines left out)");
        }
        return 0;
    }

    private Optional<String> of(String line) {
        Matcher head = HEAD.matcher(line);
        if (head.matches()) {
            return Optional.of(head.group(1) + ' ' + head.group(2) + ": " + (head.group(2).startsWith(OWN) ? message(head.group(3)) : LEFT_OUT));
        }
        Matcher thrown = THROWN.matcher(line);
        if (thrown.matches()) {
            return hasName(thrown.group(1)) ? Optional.empty() : Optional.of(thrown.group(1));
        }
        return PLACE.matcher(line).matches() || MORE.matcher(line).matches() ? Optional.of(line) : Optional.empty();
    }

    /** After a colon stands what others said. */
    private String message(String words) {
        int colon = words.indexOf(": ");
        String own = colon < 0 ? words : words.substring(0, colon);
        String others = colon < 0 ? "" : words.substring(colon + 2);
        String told = NUMBERED.matcher(plain(masked.apply(own))).replaceAll(LEFT_OUT);
        return others.isEmpty() ? told : told + ": " + (others.matches("[A-Z]+(?:_[A-Z]+)*") && !isName.test(others.toLowerCase(Locale.ROOT)) ? others : LEFT_OUT);
    }

    private String plain(String words) {
        return Stream.of(words.split("\\s+")).map(word -> isPlain(word) ? word : LEFT_OUT).collect(Collectors.joining(" "));
    }

    private boolean isPlain(String word) {
        return WORD.matcher(word).matches() && !isName.test(word.replaceAll("[.,;]$|'s[.,;]?$", "").toLowerCase(Locale.ROOT));
    }

    /** Packages are the program's and its libraries'; nobody's name is in them but by chance. */
    private boolean hasName(String type) {
        return !type.startsWith("acquaint") && !type.startsWith("Caused by: acquaint") && Stream.of(type.split("[^A-Za-z]+")).anyMatch(word -> isName.test(word.toLowerCase(Locale.ROOT)));
    }
}
