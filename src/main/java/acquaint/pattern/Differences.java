package acquaint.pattern;

import acquaint.pattern.Difference.Kind;
import acquaint.privacy.Sensitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is otherwise in another customer's ticket, in words that several tickets of the desk use: a word of one customer's own is never told. */
final class Differences {

    private static final int THINGS = 2;
    /** So many other tickets use a word before it is no one's own. */
    private static final int USERS = 4;
    private static final Pattern AMOUNT = Pattern.compile("(?:[$€£]|\\b(?:EUR|USD|GBP|CHF))\\s?(\\d{1,6}(?:[.,]\\d{2})?)\\b|\\b(\\d{1,6}(?:[.,]\\d{2})?)\\s?(?:[$€£]|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?)\\b)", Pattern.CASE_INSENSITIVE);
    /** One is more than another from a quarter on. */
    private static final double MORE = 1.25;

    private final Vocabulary vocabulary;

    Differences(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** {@code names}: words of the other customer's name and id, which are never told. */
    List<Difference> of(Ranked.Side here, Ranked.Side there, Set<String> names) {
        var found = new ArrayList<Difference>();
        if (!here.channel().equals(there.channel())) {
            found.add(new Difference(Kind.CHANNEL, here.channel(), there.channel()));
        }
        if (!here.tier().equals(there.tier()) && there.tier().isPresent()) {
            found.add(new Difference(Kind.TIER, here.tier().orElse(""), there.tier().get()));
        }
        String ours = things(here.issue(), there.issue(), Set.of(), 0);
        String theirs = things(there.issue(), here.issue(), names, USERS);
        if (!ours.isEmpty() || !theirs.isEmpty()) {
            found.add(new Difference(Kind.THING, ours, theirs));
        }
        amount(here.text()).flatMap(own -> amount(there.text()).flatMap(other -> compared(own, other))).ifPresent(found::add);
        return found;
    }

    private String things(Issue one, Issue other, Set<String> names, int users) {
        return String.join(", ", one.terms().entrySet().stream().filter(term -> one.opensWith(term.getKey()) && !other.terms().containsKey(term.getKey()))
                .filter(term -> vocabulary.isShared(term.getKey(), users) && vocabulary.weight(term.getKey()) > 0).filter(term -> isNobodys(term.getValue(), names, users))
                .sorted(Comparator.comparingDouble((Map.Entry<String, String> term) -> vocabulary.weight(term.getKey())).reversed()).limit(THINGS).map(Map.Entry::getValue).toList());
    }

    private static boolean isNobodys(String word, Set<String> names, int users) {
        return users == 0 || Character.isLowerCase(word.charAt(0)) && word.chars().noneMatch(Character::isDigit) && !names.contains(word) && !Sensitive.in(word);
    }

    private static Optional<BigDecimal> amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.find()) {
            return Optional.empty();
        }
        String said = amount.group(1) == null ? amount.group(2) : amount.group(1);
        return Optional.of(new BigDecimal(said.replace(',', '.')));
    }

    private static Optional<Difference> compared(BigDecimal here, BigDecimal there) {
        if (there.doubleValue() > here.doubleValue() * MORE) {
            return Optional.of(new Difference(Kind.AMOUNT_HIGHER, "", ""));
        }
        return here.doubleValue() > there.doubleValue() * MORE ? Optional.of(new Difference(Kind.AMOUNT_LOWER, "", "")) : Optional.empty();
    }
}
