package acquaint.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds personal data in texts by rules: numbers by their form and check digits, secrets by the words that announce them, in a dozen
 * languages, and names from a list. It rather finds too much than too little of what is secret. Names and addresses that no rule
 * knows are missed. Safe for any thread; takes about a millisecond a message.
 */
public final class PersonalData {

    /** A secret is masked as a secret, whatever else it looks like; a longer finding before a shorter one. */
    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding found) -> !found.kind().secret())
            .thenComparing(Comparator.comparingInt(Finding::length).reversed()).thenComparing(Finding::start).thenComparing(Finding::kind);

    private final List<Detector> detectors;

    /**
     * {@code regions}: where customers live, as ISO 3166 codes; telephone numbers without a country are read as those of one of them. {@code
     * names}: what the team has masked besides.
     */
    public PersonalData(Set<String> regions, Collection<String> names) {
        detectors = List.of(new Secrets(), new CardNumbers(), new BankAccounts(), new NationalIds(), new Emails(), new Phones(regions), new Addresses(), new Names(names));
    }

    /** The text with a word such as {@code <CARD>} for each finding of these kinds. Nothing can be put back. */
    public String without(String text, Predicate<Kind> kinds) {
        var left = new StringBuilder(text.length());
        int end = 0;
        for (Finding found : in(text)) {
            if (kinds.test(found.kind())) {
                left.append(text, end, found.start()).append('<').append(found.kind()).append('>');
                end = found.end();
            }
        }
        return left.append(text, end, text.length()).toString();
    }

    /** In the order of the text; none overlaps another. */
    public List<Finding> in(String text) {
        Folded folded = Folded.of(text);
        var found = new ArrayList<Finding>();
        detectors.stream().flatMap(detector -> detector.in(folded)).map(folded::original).sorted(ORDER)
                .filter(one -> found.stream().noneMatch(one::overlaps)).forEach(found::add);
        found.sort(Comparator.comparingInt(Finding::start));
        return found;
    }
}
