package acquaint.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times as agents read them, in the desk's language and this machine's time zone. Immutable; any thread. */
public final class TimeWords {

    private final Texts texts;
    private final Clock clock;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter full;
    private final DateTimeFormatter month;
    private final DateTimeFormatter monthAlone;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter dayAndMonth;

    public TimeWords(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(texts.locale());
        this.shortDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
        this.month = DateTimeFormatter.ofPattern("LLLL uuuu", texts.locale());
        this.monthAlone = DateTimeFormatter.ofPattern("LLLL", texts.locale());
        this.moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(texts.locale());
        this.dayAndMonth = DateTimeFormatter.ofPattern("d MMM", texts.locale());
        this.full = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(texts.locale());
    }

    /** How long ago, in the largest unit: "now", "12 min", "3 h", "5 d". */
    public String age(Instant then) {
        Duration age = Duration.between(then, clock.instant());
        return age.toMinutes() < 1 ? texts.get("time.now") : span(age);
    }

    /** A length of time in its largest unit, one minute at least: "12 min", "3 h", "5 d". */
    String span(Duration length) {
        if (length.toHours() < 1) {
            return texts.get("time.minutes", Math.max(1, length.toMinutes()));
        }
        return length.toDays() < 1 ? texts.get("time.hours", length.toHours()) : texts.get("time.days", length.toDays());
    }

    /** The time of day. */
    public String time(Instant at) {
        return time.format(at.atZone(zone()));
    }

    /** The day as a separator in a conversation names it. */
    public String day(LocalDate date) {
        LocalDate today = LocalDate.now(clock.withZone(zone()));
        if (date.equals(today)) {
            return texts.get("time.today");
        }
        return date.equals(today.minusDays(1)) ? texts.get("time.yesterday") : day.format(date);
    }

    /** The day in short, for lists. */
    public String shortDay(Instant at) {
        return shortDay.format(date(at));
    }

    /** The day without its year, where there is little room. */
    String dayAndMonth(Instant at) {
        return dayAndMonth.format(at.atZone(zone()));
    }

    /** Day and time in short, for lists. */
    public String moment(Instant at) {
        return moment.format(at.atZone(zone()));
    }

    /** The month, with its year where that is not this one. */
    public String month(YearMonth wanted) {
        return (wanted.getYear() == LocalDate.now(clock.withZone(zone())).getYear() ? monthAlone : month).format(wanted);
    }

    /** Day and time, for tooltips and the clipboard. */
    public String full(Instant at) {
        return full.format(at.atZone(zone()));
    }

    public LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    /** That day and time on this machine. */
    Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone()).toInstant();
    }

    public Instant now() {
        return clock.instant();
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
