package acquaint.casework;

import acquaint.model.Review;
import java.util.List;
import java.util.Optional;

/** Why a reply waits for a second person: which rule, what it found, and the sentence of the reply that it stands in, if it stands in one. */
public record RuleMatch(Rule rule, String found, Optional<String> sentence) {

    public enum Rule {
        /** A sum above the chosen one. */
        AMOUNT,
        /** One of the chosen words. */
        WORD,
        /** A customer of one of the chosen tiers. */
        TIER
    }

    /** What holds this reply, with the sentences of its text. */
    public static List<RuleMatch> of(Review review) {
        return SendRules.read(review.rules(), review.text());
    }

    /** As a review keeps it, in one line. */
    String line() {
        return rule + " " + found;
    }

    /** The inverse of {@link #line()}, with the sentence looked up by the caller. */
    static RuleMatch parse(String line, Optional<String> sentence) {
        int space = line.indexOf(' ');
        return new RuleMatch(Rule.valueOf(line.substring(0, space)), line.substring(space + 1), sentence);
    }
}
