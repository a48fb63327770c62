package acquaint.reply;

import acquaint.reply.Entities.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What follows from the figures and dates of the sources by one step of reckoning, though it stands in none of them: sums, differences and products,
 * the days and weeks between two dates, and the date so many days after another. For one draft; safe for any thread once made.
 */
final class Derived {

    private static final Pattern DAYS = unit("days?|tage?n?|jours?|d(?:í|i)as?|giorn[oi]|dagen|dni");
    private static final Pattern WEEKS = unit("weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|tygodni\\w*");
    private static final int DAYS_A_WEEK = 7;
    /** Smaller products are had by chance from almost any two figures. */
    private static final BigDecimal LEAST_PRODUCT = BigDecimal.valueOf(12);
    /** Nobody writes of more days than a year has, and a reference number read as a figure is none. */
    private static final int MOST_DAYS = 366;
    /** Pairs are many; what a long record lists beyond these is no matter of one sentence. */
    private static final int MOST_FIGURES = 60;

    private final Set<BigDecimal> figures = new HashSet<>();
    private final Set<Long> daysBetween = new HashSet<>();
    private final Set<LocalDate> later = new HashSet<>();

    /** What a text says of one matter. */
    record Facts(String text, List<Entity> entities) {}

    Derived(List<Facts> sources) {
        List<LocalDate> dates = sources.stream().flatMap(source -> dates(source.entities())).distinct().limit(MOST_FIGURES).toList();
        dates.forEach(one -> dates.forEach(two -> daysBetween.add(Math.abs(ChronoUnit.DAYS.between(one, two)))));
        List<BigDecimal> all = sources.stream().flatMap(source -> numbers(source.entities())).distinct().limit(MOST_FIGURES).toList();
        all.forEach(one -> all.forEach(two -> reckon(one, two)));
        for (Facts source : sources) {
            terms(source).forEach(days -> dates.forEach(date -> later.add(date.plusDays(days))));
        }
    }

    /** Right after its figure, or with one word between: "five working days". */
    private static Pattern unit(String names) {
        return Pattern.compile("^[\\s-]*(?:\\p{L}+\\s)?(?:" + names + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void reckon(BigDecimal one, BigDecimal two) {
        figures.add(plain(one.add(two)));
        figures.add(plain(one.subtract(two).abs()));
        BigDecimal product = one.multiply(two);
        if (!one.equals(two) && product.compareTo(LEAST_PRODUCT) > 0) {
            figures.add(plain(product));
        }
    }

    /** "30 days": how long something may take. */
    private static List<Integer> terms(Facts source) {
        var terms = new ArrayList<Integer>();
        for (Entity one : source.entities()) {
            if (one.kind() == Entities.Kind.NUMBER && followed(DAYS, source.text(), one)
                    && new BigDecimal(one.value()).compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0) {
                terms.add(new BigDecimal(one.value()).intValue());
            }
        }
        return terms;
    }

    private static Stream<LocalDate> dates(List<Entity> entities) {
        return entities.stream().filter(one -> one.kind() == Entities.Kind.DATE && !one.value().contains("?"))
                .map(one -> LocalDate.parse(one.value()));
    }

    private static Stream<BigDecimal> numbers(List<Entity> entities) {
        return entities.stream().filter(one -> one.kind() == Entities.Kind.NUMBER).map(one -> new BigDecimal(one.value()));
    }

    private static BigDecimal plain(BigDecimal figure) {
        return new BigDecimal(figure.stripTrailingZeros().toPlainString());
    }

    private static boolean followed(Pattern unit, String text, Entity number) {
        int end = Math.min(text.length(), number.start() + number.said().length());
        Matcher after = unit.matcher(text.substring(end));
        return after.find();
    }

    /** Whether a figure or date that {@code sentence} names follows from the sources. */
    boolean holds(Entity claimed, String sentence) {
        return switch (claimed.kind()) {
            case NUMBER -> figure(claimed, sentence);
            case DATE -> later.stream().anyMatch(day -> claimed.isSame(Entities.day(day)));
            default -> false;
        };
    }

    private boolean figure(Entity claimed, String sentence) {
        BigDecimal figure = new BigDecimal(claimed.value());
        if (followed(DAYS, sentence, claimed)) {
            return daysBetween.stream().anyMatch(days -> figure.compareTo(BigDecimal.valueOf(days)) == 0);
        }
        if (followed(WEEKS, sentence, claimed)) {
            return daysBetween.stream().anyMatch(days -> figure.compareTo(BigDecimal.valueOf(days / DAYS_A_WEEK)) == 0);
        }
        return figures.contains(figure);
    }
}
