package acquaint.casework;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sums of money in a text: a number beside the sign, the code or the name of a currency. */
final class Amounts {

    /** {@code said} is as it stands in the text. */
    record Amount(BigDecimal value, String said) {}

    /** The codes of ISO 4217 that are no words of English or German when written in capitals, and the everyday names. */
    private static final String CURRENCY = "(?:(?:US|CA|A|AU|NZ|HK|S|R)?\\$|[€£¥₹₽₩₺₴฿₫₪]|R\\$|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|BRL|MXN|ARS|CLP|COP|ZAR|KRW|SGD|HKD|TWD|THB|IDR|MYR|PHP|VND|ILS|AED|SAR|QAR|KWD|EGP|RUB|UAH)\\b|(?i:Fr\\.|kr\\b|zł|Kč|dollars?\\b|bucks\\b|euros?\\b|pounds?(?:\\s+sterling)?\\b|sterling\\b|francs?\\b|franken\\b|kronor\\b|kroner\\b|yen\\b|yuan\\b|rupees?\\b|pesos?\\b|reais\\b|rand\\b))";
    private static final String NUMBER = "(?<%s>\\d{1,3}(?:[ .,'’\\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,2})?(?![\\d]))\\s?(?<%s>(?i:k|thousand|tausend|tsd\\.?|million(?:s|en)?|mio\\.?|m)(?![\\p{L}\\d]))?";
    private static final Pattern SUM = Pattern.compile("(?<![\\p{L}\\d.,])" + CURRENCY + "\\s?" + NUMBER.formatted("after", "timesafter") + "(?:,-|\\.-)?"
            + "|(?<![\\p{L}\\d.,])" + NUMBER.formatted("before", "timesbefore") + "(?:,-+|\\.-+|,–)?[\\s-]?" + CURRENCY);

    private Amounts() {}

    /** In the order of the text. */
    static List<Amount> in(String text) {
        var amounts = new ArrayList<Amount>();
        SUM.matcher(text).results().forEach(found -> {
            boolean after = found.group("after") != null;
            BigDecimal number = number(found.group(after ? "after" : "before"));
            amounts.add(new Amount(number.multiply(times(found, after ? "timesafter" : "timesbefore")), found.group().strip()));
        });
        return amounts;
    }

    private static BigDecimal times(MatchResult found, String group) {
        String word = found.group(group);
        if (word == null) {
            return BigDecimal.ONE;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("k") || lower.startsWith("t") ? BigDecimal.valueOf(1_000) : BigDecimal.valueOf(1_000_000);
    }

    /** One or two digits after the last point or comma are a fraction; three are thousands. */
    private static BigDecimal number(String said) {
        int last = Math.max(said.lastIndexOf('.'), said.lastIndexOf(','));
        boolean fraction = last >= 0 && said.length() - last - 1 <= 2;
        String whole = (fraction ? said.substring(0, last) : said).replaceAll("\\D", "");
        return new BigDecimal(whole + (fraction ? "." + said.substring(last + 1) : ""));
    }
}
