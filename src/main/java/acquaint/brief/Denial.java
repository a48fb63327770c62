package acquaint.brief;

import acquaint.reply.Saying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a sentence denies: the words behind each "cannot" and "is not possible", or those before it where nothing follows. */
final class Denial {

    private static final Pattern CLAUSE = Pattern.compile("[,;:.!?]");
    /** They deny nothing by themselves. */
    private static final Pattern REGRET = Pattern.compile("(?i)\\b(?:unfortunately|leider|bedauerlicherweise)\\b");
    private static final Pattern PASSIVE = Pattern.compile("(?i)^\\s*be\\b");
    private static final int FEWEST = 2;
    private static final int MOST_OF_PASSIVE = 2;
    /** This part of the fewer words must stand in the other at least; chosen on the development part of the labelled conversations. */
    private static final double SAME = 0.5;

    private Denial() {}

    /** One set of words for each of the sentence's denials. */
    static List<Set<String>> in(String sentence) {
        String text = REGRET.matcher(sentence).replaceAll(" ");
        var denied = new ArrayList<Set<String>>();
        Stream.of(Saying.REFUSED, Saying.FAILED).flatMap(saying -> saying.all(text).stream()).map(sign -> denied(text, sign)).filter(words -> !words.isEmpty()).forEach(denied::add);
        if (denied.isEmpty()) {
            denied.add(Attempt.words(text));
        }
        return denied;
    }

    /** Of "it cannot be added" the subject counts, too. */
    private static Set<String> denied(String text, MatchResult sign) {
        String after = text.substring(sign.end());
        String[] before = CLAUSE.split(text.substring(0, sign.start()));
        Set<String> subject = before.length == 0 ? Set.of() : Attempt.words(before[before.length - 1]);
        Set<String> clause = Attempt.words(CLAUSE.split(after, 2)[0]);
        Set<String> denied = clause.size() >= FEWEST ? Attempt.words(after) : subject.size() >= FEWEST ? subject : clause;
        return PASSIVE.matcher(after).find() ? Stream.concat(subject.stream(), first(clause)).collect(Collectors.toSet()) : denied;
    }

    private static Stream<String> first(Set<String> words) {
        return words.stream().limit(MOST_OF_PASSIVE);
    }

    static boolean same(List<Set<String>> some, List<Set<String>> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> same(one, other)));
    }

    private static boolean same(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return one.equals(other) || common.size() >= FEWEST && common.size() >= SAME * Math.min(one.size(), other.size());
    }
}
