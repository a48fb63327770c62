package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

    /** In Berlin it is already the 3rd of March. */
    private static final Instant NOW = Instant.parse("2026-03-02T23:30:00Z");
    private static final Clock BERLIN = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    private final TimeWords english = new TimeWords(new Texts(Locale.US), BERLIN);
    private final TimeWords german = new TimeWords(new Texts(Locale.GERMANY), BERLIN);

    @ParameterizedTest(name = "{0} ago is \"{1}\"")
    @CsvSource({
        "PT0S, now", "PT59S, now", "PT60S, 1 min", "PT59M59S, 59 min", "PT1H, 1 h", "PT23H59M, 23 h", "P1D, 1 d",
        "P400D, 400 d", "PT-5M, now"
    })
    void anAgeIsToldInItsLargestUnit(Duration age, String words) {
        assertEquals(words, english.age(NOW.minus(age)));
    }

    @Test
    void anAgeIsToldInTheLanguageOfTheDesk() {
        assertEquals("jetzt", german.age(NOW));
        assertEquals("3 T", german.age(NOW.minus(Duration.ofDays(3))));
    }

    @Test
    void todayAndYesterdayAreThoseOfThisMachinesZone() {
        assertEquals("Today", english.day(LocalDate.of(2026, 3, 3)));
        assertEquals("Yesterday", english.day(LocalDate.of(2026, 3, 2)));
        assertEquals("Sunday, March 1, 2026", english.day(LocalDate.of(2026, 3, 1)));
        assertEquals("Wednesday, March 4, 2026", english.day(LocalDate.of(2026, 3, 4)));
        assertEquals("Sonntag, 1. März 2026", german.day(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void timesAndDatesAreThoseOfThisMachinesZone() {
        assertEquals("00:30", german.time(NOW));
        assertEquals("03.03.2026", german.shortDay(NOW));
        assertEquals(LocalDate.of(2026, 3, 3), german.date(NOW));
    }
}
