package acquaint.brief;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Until when something is to be done, as a sentence says it, in English and German: the end of the last day that it names, or the hour where one is named. Business days are
 * Monday to Friday; holidays differ from place to place and are not known. What is only "soon" has no time. Safe for any thread.
 */
final class DueTime {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    private static final LocalTime NOON = LocalTime.NOON;
    /** Longer ago than this, a date without a year is meant of the next one. */
    private static final Period PAST = Period.ofDays(30);

    private static final Map<String, Integer> WORDS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        String[] numbers = {"a|an|one|ein|eine|einem|einen|einer", "two|zwei", "three|drei", "four|vier", "five|fünf", "six|sechs", "seven|sieben", "eight|acht", "nine|neun", "ten|zehn",
            "eleven|elf", "twelve|zwölf"};
        String[] days = {"monday|montag", "tuesday|dienstag", "wednesday|mittwoch", "thursday|donnerstag", "friday|freitag", "saturday|samstag|sonnabend", "sunday|sonntag"};
        String[] months = {"january|jan|januar|jänner", "february|feb|februar", "march|mar|märz", "april|apr", "may|mai", "june|jun|juni", "july|jul|juli", "august|aug",
            "september|sept|sep", "october|oct|oktober|okt", "november|nov", "december|dec|dezember|dez"};
        for (int i = 0; i < numbers.length; i++) {
            for (String word : numbers[i].split("\\|")) {
                WORDS.put(word, i + 1);
            }
        }
        for (int i = 0; i < days.length; i++) {
            for (String word : days[i].split("\\|")) {
                WEEKDAYS.put(word, DayOfWeek.of(i + 1));
            }
        }
        for (int i = 0; i < months.length; i++) {
            for (String word : months[i].split("\\|")) {
                MONTHS.put(word, i + 1);
            }
        }
    }

    private static final String NUMBER = "(?:\\d{1,3}|" + String.join("|", WORDS.keySet()) + ")";
    private static final String MONTH = "(?<month>" + String.join("|", MONTHS.keySet()) + ")\\b\\.?";
    private static final Pattern SPAN = words("\\b(?:(?:with)?in|innerhalb(?: von)?|binnen|takes?|take|dauert|after|nach)?(?: the| den| der)?(?: next| nächsten| coming| kommenden)? ?(?:" + NUMBER + "\\s?(?:-|–|to|bis|or|oder)\\s?)?(?<count>" + NUMBER
            + ")\\s+(?<unit>(?:business|working) days?|werktage?n?|arbeitstage?n?|minutes?|minuten?|hours?|stunden?|days?|tage?n?|weeks?|wochen?|months?|monate?n?)\\b(?! ago)");
    private static final Pattern DATE = words("\\b(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?" + MONTH + "(?:,?\\s+(?<year>20\\d\\d))?");
    private static final Pattern DATE_US = words("\\b" + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,?\\s+(?<year>20\\d\\d))?");
    private static final Pattern DATE_ISO = words("\\b(?<year>20\\d\\d)-(?<number>\\d\\d)-(?<day>\\d\\d)\\b");
    private static final Pattern DATE_DE = words("\\b(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.(?:\\s?(?<year>20\\d\\d))?");
    private static final Pattern DAY_AFTER = words("\\b(?:the )?day after tomorrow\\b|\\bübermorgen\\b");
    private static final Pattern TOMORROW = words("\\btomorrow\\b|(?<!guten )\\bmorgen\\b(?! früh um)|\\bmorgen früh\\b");
    private static final Pattern TODAY = words("\\b(?:today|tonight|this (?:afternoon|evening|morning)|(?:by )?(?:the )?(?:end|close) of (?:the |business )?(?:day|today|business)|eod|cob|heute)\\b");
    private static final Pattern WEEKDAY = words("\\b(?:(?:by|on|before|until|till|latest|this|next|am|bis|bis zum|spätestens|nächsten|kommenden)\\s+)(?:(?:the )?end of |ende )?(?<next>next |nächsten |kommenden )?(?<weekday>" + String.join("|", WEEKDAYS.keySet()) + ")\\b");
    private static final Pattern WEEK = words("\\b(?<next>next week|nächste[rn]? woche|kommende[rn]? woche)\\b|\\b(?:this week|(?:the )?end of the week|diese[rn]? woche|ende der woche)\\b");
    private static final Pattern MONTH_END = words("\\b(?:the )?end of (?:the|this) month\\b|\\b(?:ende des monats|monatsende)\\b");
    private static final Pattern HOUR = words("\\b(?:by|at|before|until|till|bis|um|vor)\\s+(?:(?<noon>noon|mittag)|(?<h>[01]?\\d|2[0-3])(?:[:.](?<m>[0-5]\\d))?\\s?(?:(?<half>a\\.?m|p\\.?m)\\b\\.?|(?<uhr>uhr|o'clock)\\b|(?<=:\\d\\d)))");

    private final ZoneId zone;

    DueTime(ZoneId zone) {
        this.zone = zone;
    }

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Of a sentence that was written {@code at}; empty where it names no time. */
    Optional<Instant> of(String sentence, Instant at) {
        ZonedDateTime said = at.atZone(zone);
        Optional<Instant> span = span(sentence, said);
        if (span.isPresent()) {
            return span;
        }
        Optional<LocalTime> hour = hour(sentence);
        Optional<LocalDate> day = day(sentence, said.toLocalDate())
                .or(() -> hour.map(time -> time.isAfter(said.toLocalTime()) ? said.toLocalDate() : said.toLocalDate().plusDays(1)));
        return day.map(date -> date.atTime(hour.orElse(END_OF_DAY)).atZone(zone).toInstant());
    }

    /** The longest that is said: "within 5 to 7 business days" ends with the seventh. */
    private static Optional<Instant> span(String sentence, ZonedDateTime said) {
        Matcher matcher = SPAN.matcher(sentence);
        Optional<Instant> latest = Optional.empty();
        while (matcher.find()) {
            int count = number(matcher.group("count"));
            String unit = matcher.group("unit").toLowerCase(Locale.ROOT);
            Instant end = switch (unit.charAt(0)) {
                case 'b', 'a' -> businessDays(said, count);
                case 'h', 's' -> said.plus(Duration.ofHours(count)).toInstant();
                case 'd', 't' -> endOf(said.toLocalDate().plusDays(count), said);
                case 'w' -> unit.startsWith("work") || unit.startsWith("werk") ? businessDays(said, count) : endOf(said.toLocalDate().plusWeeks(count), said);
                default -> unit.startsWith("min") ? said.plus(Duration.ofMinutes(count)).toInstant() : endOf(said.toLocalDate().plusMonths(count), said);
            };
            latest = Optional.of(latest.filter(end::isBefore).orElse(end));
        }
        return latest;
    }

    private static int number(String said) {
        return Character.isDigit(said.charAt(0)) ? Integer.parseInt(said) : WORDS.get(said.toLowerCase(Locale.ROOT));
    }

    private static Instant businessDays(ZonedDateTime said, int count) {
        LocalDate day = said.toLocalDate();
        for (int left = count; left > 0;) {
            day = day.plusDays(1);
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                left--;
            }
        }
        return endOf(day, said);
    }

    private static Instant endOf(LocalDate day, ZonedDateTime said) {
        return day.atTime(END_OF_DAY).atZone(said.getZone()).toInstant();
    }

    private static Optional<LocalDate> day(String sentence, LocalDate today) {
        return date(sentence, today).or(() -> {
            if (DAY_AFTER.matcher(sentence).find()) {
                return Optional.of(today.plusDays(2));
            }
            Matcher weekday = WEEKDAY.matcher(sentence);
            if (weekday.find()) {
                return Optional.of(today.with(TemporalAdjusters.next(WEEKDAYS.get(weekday.group("weekday").toLowerCase(Locale.ROOT)))));
            }
            return nearDay(sentence, today);
        });
    }

    private static Optional<LocalDate> nearDay(String sentence, LocalDate today) {
        Matcher week = WEEK.matcher(sentence);
        if (TOMORROW.matcher(sentence).find()) {
            return Optional.of(today.plusDays(1));
        } else if (TODAY.matcher(sentence).find()) {
            return Optional.of(today);
        } else if (week.find()) {
            LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            boolean next = week.group("next") != null;
            return Optional.of(next && sameWeek(friday, today) ? friday.plusWeeks(1) : friday);
        }
        return MONTH_END.matcher(sentence).find() ? Optional.of(today.with(TemporalAdjusters.lastDayOfMonth())) : Optional.empty();
    }

    private static boolean sameWeek(LocalDate friday, LocalDate today) {
        return today.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !friday.isBefore(today);
    }

    private static Optional<LocalDate> date(String sentence, LocalDate today) {
        for (Pattern pattern : List.of(DATE_ISO, DATE_DE, DATE, DATE_US)) {
            Matcher matcher = pattern.matcher(sentence);
            if (matcher.find()) {
                return date(matcher, today);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher matcher, LocalDate today) {
        try {
            boolean named = matcher.namedGroups().containsKey("month");
            int month = named ? MONTHS.get(matcher.group("month").toLowerCase(Locale.ROOT)) : Integer.parseInt(matcher.group("number"));
            MonthDay day = MonthDay.of(month, Integer.parseInt(matcher.group("day")));
            if (matcher.group("year") != null) {
                return Optional.of(day.atYear(Integer.parseInt(matcher.group("year"))));
            }
            LocalDate near = day.atYear(today.getYear());
            return Optional.of(near.isBefore(today.minus(PAST)) ? day.atYear(today.getYear() + 1) : near);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> hour(String sentence) {
        Matcher matcher = HOUR.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        if (matcher.group("noon") != null) {
            return Optional.of(NOON);
        }
        int hour = Integer.parseInt(matcher.group("h"));
        String half = matcher.group("half");
        if (half != null) {
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        return Optional.of(LocalTime.of(hour, matcher.group("m") == null ? 0 : Integer.parseInt(matcher.group("m"))));
    }
}
