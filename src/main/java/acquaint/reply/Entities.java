package acquaint.reply;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The things in a text that are either right or wrong: dates, times, amounts and other figures, order numbers, addresses, names. Two spellings of the same are equal. Safe
 * for any thread.
 */
final class Entities {

    enum Kind { DATE, WEEKDAY, TIME, NUMBER, CODE, ADDRESS, NAME }

    /** {@code value} is the same for all spellings, of a date {@code ????-05-12} where no year is named; {@code said} is as it stands in the text. */
    record Entity(Kind kind, String value, String said, int start) {

        boolean isSame(Entity other) {
            return kind == other.kind && (value.equals(other.value) || kind == Kind.DATE && isSameDay(other.value));
        }

        private boolean isSameDay(String other) {
            String[] one = value.split("-");
            String[] two = other.split("-");
            return one[2].equals(two[2]) && (one[1].equals(two[1]) || one[1].equals(NO_MONTH) || two[1].equals(NO_MONTH))
                    && (one[0].equals(two[0]) || one[0].equals(NO_YEAR) || two[0].equals(NO_YEAR));
        }
    }

    private static final String NO_MONTH = "??";
    private static final String NO_YEAR = "????";

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.ITALIAN, Locale.of("nl"), Locale.of("pl"), Locale.of("pt"));
    private static final Map<String, Integer> MONTHS = new TreeMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

    static {
        for (Locale language : LANGUAGES) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                for (Month month : Month.values()) {
                    String name = month.getDisplayName(style, language).toLowerCase(Locale.ROOT).replace(".", "");
                    if (name.length() >= 3 && !name.chars().anyMatch(Character::isDigit)) {
                        MONTHS.putIfAbsent(name, month.getValue());
                    }
                }
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                WEEKDAYS.putIfAbsent(day.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT), day);
            }
        }
        MONTHS.put("sept", 9);
    }

    private static final String MONTH = "(?<month>" + String.join("|", MONTHS.keySet().stream().sorted((a, b) -> b.length() - a.length()).map(Pattern::quote).toList()) + ")\\b\\.?";
    private static final String YEAR = "(?:,?\\s+(?:de\\s+|del\\s+)?(?<year>(?:19|20)\\d\\d)\\b)?";
    private static final List<Pattern> DATES = List.of(
            words("\\b(?<year>(?:19|20)\\d\\d)-(?<monthnumber>\\d\\d)-(?<day>\\d\\d)\\b"),
            words("\\b(?<day>\\d{1,2})\\.\\s?(?<monthnumber>\\d{1,2})\\.(?:\\s?(?<year>(?:19|20)?\\d\\d)\\b)?(?!\\d)"),
            words("\\b(?<monthnumber>\\d{1,2})/(?<day>\\d{1,2})/(?<year>(?:19|20)\\d\\d)\\b"),
            words("\\b(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er|º|°)?\\s+(?:of\\s+|de\\s+|di\\s+)?" + MONTH + YEAR),
            words("\\b" + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)" + YEAR));
    /** With a dot only where the hour is named, too: "10.30" alone is an amount. */
    private static final Pattern TIME = words("(?<![\\d.,])\\b(?<h>[01]?\\d|2[0-3])(?:[:h](?<m>[0-5]\\d)|\\.(?<mm>[0-5]\\d)(?=\\s?(?:[ap]\\.?m\\b|uhr\\b|h\\b))|(?=\\s?(?:a\\.?m\\b|p\\.?m\\b|uhr\\b)))(?:\\s?(?<half>a\\.?m|p\\.?m)\\b\\.?)?(?:\\s?uhr\\b)?");
    private static final Pattern WEEKDAY = words("\\b(?:" + String.join("|", WEEKDAYS.keySet().stream().map(Pattern::quote).toList()) + ")\\b");
    private static final Pattern ADDRESS = words("\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|\\bhttps?://\\S+|\\bwww\\.\\S+");
    private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\p{N}])#?(?=[A-Za-z0-9-]*\\d)(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])#\\d+");
    /** What looks like a code and is a figure: "3rd", "24h", "2x". */
    private static final Pattern NO_CODE = Pattern.compile("\\d+(?:st|nd|rd|th|h|x|k|kg|g|cm|mm|m|km|l|ml|gb|mb|min|er)|\\d+-\\p{Alpha}+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = words("(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:[.,'\\u00A0\\u202F ]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d])|(?<![\\p{L}\\p{N}])\\d+(?:[.,]\\d+)?");
    /** "On the 20th", "am 15.": a day of a month that is not said. */
    private static final Pattern DAY_ALONE = words("\\b(?:the|am|vom|zum|bis zum)\\s+(?<day>[12]?\\d|3[01])(?:st|nd|rd|th|\\.(?=\\s+\\p{Ll}|\\s*[,;:]|\\s*$))");

    /** Any year has room for the 29th of February then. */
    private static final int LEAP_YEAR = 2024;

    private Entities() {}

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** In no particular order. */
    static List<Entity> in(String text) {
        return new Reader(text).read();
    }

    static Entity day(LocalDate day) {
        return new Entity(Kind.DATE, day.toString(), day.toString(), 0);
    }

    private static final class Reader {

        private final StringBuilder rest;
        private final String text;
        private final List<Entity> found = new ArrayList<>();

        Reader(String text) {
            this.text = Prose.plain(text);
            rest = new StringBuilder(this.text);
        }

        List<Entity> read() {
            each(ADDRESS, match -> Optional.of(entity(Kind.ADDRESS, match.group().toLowerCase(Locale.ROOT).replaceAll("[.,;:!?)]+$", ""), match)));
            DATES.forEach(pattern -> each(pattern, this::date));
            each(DAY_ALONE, match -> Optional.of(entity(Kind.DATE, "%s-%s-%02d".formatted(NO_YEAR, NO_MONTH, Integer.parseInt(match.group("day"))), match)));
            each(TIME, this::time);
            each(CODE, match -> NO_CODE.matcher(match.group()).matches() ? Optional.empty()
                    : Optional.of(entity(Kind.CODE, match.group().replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT), match)));
            each(WEEKDAY, match -> Optional.of(entity(Kind.WEEKDAY, WEEKDAYS.get(match.group().toLowerCase(Locale.ROOT)).name(), match)));
            each(NUMBER, match -> Optional.of(entity(Kind.NUMBER, figure(match.group()), match)));
            numberWords();
            names();
            return found;
        }

        private interface Reading {
            Optional<Entity> of(MatchResult match);
        }

        /** What was read as one thing is not read as another. */
        private void each(Pattern pattern, Reading reading) {
            Matcher matcher = pattern.matcher(rest.toString());
            while (matcher.find()) {
                Optional<Entity> entity = reading.of(matcher.toMatchResult());
                if (entity.isPresent()) {
                    found.add(entity.get());
                    for (int i = matcher.start(); i < matcher.end(); i++) {
                        rest.setCharAt(i, ' ');
                    }
                }
            }
        }

        private static Entity entity(Kind kind, String value, MatchResult match) {
            return new Entity(kind, value, match.group().strip().replaceAll("[.,]+$", ""), match.start());
        }

        private Optional<Entity> date(MatchResult match) {
            try {
                var groups = match.namedGroups();
                int month = groups.containsKey("month") ? MONTHS.get(match.group("month").toLowerCase(Locale.ROOT)) : Integer.parseInt(match.group("monthnumber"));
                String said = groups.containsKey("year") ? match.group("year") : null;
                int year = said == null ? LEAP_YEAR : said.length() == 2 ? 2000 + Integer.parseInt(said) : Integer.parseInt(said);
                String day = LocalDate.of(year, month, Integer.parseInt(match.group("day"))).toString();
                return Optional.of(entity(Kind.DATE, said == null ? NO_YEAR + day.substring(NO_YEAR.length()) : day, match));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private Optional<Entity> time(MatchResult match) {
            int hour = Integer.parseInt(match.group("h"));
            String half = match.group("half");
            boolean afternoon = half != null && Character.toLowerCase(half.charAt(0)) == 'p';
            int full = half == null ? hour : hour % 12 + (afternoon ? 12 : 0);
            String minutes = match.group("m") == null ? match.group("mm") : match.group("m");
            return Optional.of(entity(Kind.TIME, "%02d:%s".formatted(full, minutes == null ? "00" : minutes), match));
        }

        /** "1,240.50", "1.240,50" and "1240.5" are one figure. */
        private static String figure(String said) {
            String digits = said.replaceAll("[\\s\\u00A0\\u202F']", "");
            int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
            boolean fraction = last >= 0 && (digits.length() - last - 1 != 3 || digits.indexOf(digits.charAt(last)) == last && digits.replaceAll("[^.,]", "").length() > 1);
            String whole = (fraction ? digits.substring(0, last) : digits).replaceAll("[.,]", "");
            String part = fraction ? digits.substring(last + 1) : "";
            return new BigDecimal(whole + (part.isEmpty() ? "" : "." + part)).stripTrailingZeros().toPlainString();
        }

        private void numberWords() {
            NumberWords.PATTERN.matcher(NumberWords.folded(rest.toString())).results().forEach(match ->
                    found.add(new Entity(Kind.NUMBER, Integer.toString(NumberWords.value(match)), text.substring(match.start(), match.end()), match.start())));
        }

        /** Capitals within a sentence; in a language that gives nouns capitals they say nothing. */
        private void names() {
            if (ProperNames.nounsHaveCapitals(text)) {
                return;
            }
            ProperNames.in(rest.toString()).forEach(name -> found.add(new Entity(Kind.NAME, ProperNames.folded(name.group()), name.group(), name.start())));
        }
    }

    /** The days that dates of these entities fall on, as weekdays. */
    static Set<String> weekdays(List<Entity> entities) {
        var days = new HashSet<String>();
        entities.stream().filter(one -> one.kind() == Kind.DATE && !one.value().startsWith(NO_YEAR)).forEach(one -> days.add(LocalDate.parse(one.value()).getDayOfWeek().name()));
        entities.stream().filter(one -> one.kind() == Kind.WEEKDAY).forEach(one -> days.add(one.value()));
        return days;
    }
}
