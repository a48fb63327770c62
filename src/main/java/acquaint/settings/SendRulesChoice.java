package acquaint.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which replies a second person must see: those that name a sum {@code above} this one, in whatever currency, that hold one of {@code words}, or that
 * go to a customer of one of {@code tiers}.
 */
public record SendRulesChoice(Optional<BigDecimal> above, List<String> words, List<String> tiers) {

    /** Replies leave on one person's word. */
    public static final SendRulesChoice OFF = new SendRulesChoice(Optional.empty(), List.of(), List.of());

    public SendRulesChoice {
        if (above.filter(sum -> sum.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("the sum must not be negative");
        }
        above = above.map(sum -> new BigDecimal(sum.stripTrailingZeros().toPlainString()));
        words = cleaned(words);
        tiers = cleaned(tiers);
    }

    private static List<String> cleaned(List<String> texts) {
        return texts.stream().map(String::strip).filter(Predicate.not(String::isEmpty)).distinct().toList();
    }
}
