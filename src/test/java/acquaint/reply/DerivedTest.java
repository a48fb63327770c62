package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedTest {

    private static boolean follows(String sentence, String... sources) {
        var derived = new Derived(List.of(sources).stream().map(text -> new Derived.Facts(text, Entities.in(text))).toList());
        return Entities.in(sentence).stream().allMatch(one -> derived.holds(one, sentence));
    }

    @Test
    void sumsDifferencesAndProductsOfTwoFiguresFollow() {
        assertTrue(follows("The remaining 34.00 are open", "total 54.00, paid 20.00"));
        assertTrue(follows("It makes 74 in all", "total 54.00, paid 20.00"));
        assertTrue(follows("It makes 77.40", "3 lamps, 25.80 each"));
        assertFalse(follows("It makes 77.50", "3 lamps, 25.80 each"));
    }

    @Test
    void daysAndWeeksAreCountedBetweenDates() {
        assertTrue(follows("after six days", "sent 2026-05-03, arrived 2026-05-09"));
        assertTrue(follows("for three weeks", "from 2026-01-05 on, seen 2026-01-27"));
        assertFalse(follows("after five days", "sent 2026-05-03, arrived 2026-05-09, 3 parcels and 2 letters"));
    }

    @Test
    void aTermOfDaysEndsOnADate() {
        assertTrue(follows("by 12 September", "30 days net, dated 2026-08-13"));
        assertFalse(follows("by 14 September", "30 days net, dated 2026-08-13"));
    }
}
