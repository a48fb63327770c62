package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.reply.Entities.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntitiesTest {

    private static List<String> values(Kind kind, String text) {
        return Entities.in(text).stream().filter(one -> one.kind() == kind).map(Entities.Entity::value).toList();
    }

    private static boolean same(Kind kind, String one, String two) {
        return Entities.in(one).stream().filter(each -> each.kind() == kind)
                .anyMatch(each -> Entities.in(two).stream().anyMatch(each::isSame));
    }

    @Test
    void oneDayIsTheSameInAllSpellings() {
        for (String spelling : List.of("on 12 May", "May 12, 2026", "am 12.5.2026", "am 12. Mai", "le 12 mai 2026",
                "el 12 de mayo de 2026", "5/12/2026", "on the 12th")) {
            assertTrue(same(Kind.DATE, spelling, "2026-05-12"), spelling);
        }
        assertFalse(same(Kind.DATE, "12 May", "2026-05-13"));
        assertFalse(same(Kind.DATE, "12 May 2025", "2026-05-12"));
    }

    @Test
    void pointsAndCommasOfFiguresAreReadByTheirPlace() {
        assertEquals(List.of("1240.5"), values(Kind.NUMBER, "Es waren 1.240,50 Euro."));
        assertEquals(List.of("1240.5"), values(Kind.NUMBER, "It was 1,240.50 euros."));
        assertEquals(List.of("1240"), values(Kind.NUMBER, "1,240 pieces"));
    }

    @Test
    void anAmountWithAPointIsNoTimeOfDay() {
        assertEquals(List.of("15", "8.5"), values(Kind.NUMBER, "paid 15.00, open 8.50"));
        assertEquals(List.of(), values(Kind.TIME, "paid 15.00, open 8.50"));
        assertEquals(List.of("10:30"), values(Kind.TIME, "um 10.30 Uhr"));
    }

    @Test
    void timesAreReadInTheirNotations() {
        assertEquals(List.of("13:20"), values(Kind.TIME, "at 13:20"));
        assertEquals(List.of("15:00"), values(Kind.TIME, "by 3 pm"));
        assertEquals(List.of("09:00"), values(Kind.TIME, "ab 9 Uhr"));
    }

    @Test
    void numbersInWordsAreFigures() {
        assertEquals(List.of("42"), values(Kind.NUMBER, "forty-two chairs"));
        assertEquals(List.of("25"), values(Kind.NUMBER, "fünfundzwanzig Stück"));
        assertEquals(List.of("34"), values(Kind.NUMBER, "treinta y cuatro sillas"));
    }

    @Test
    void codesKeepTheirDigitsInOrder() {
        assertTrue(same(Kind.CODE, "order ab-1203", "AB1203"));
        assertFalse(same(Kind.CODE, "order AB-1203", "AB-1230"));
    }
}
