package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private final References references = new References(Lexicon.of(Language.ENGLISH));

    @Test
    void numbersAreFoundByShapeAndByTheWordBeforeThem() {
        assertEquals(List.of("ORDER #W5199551"), found("My order #W5199551 is late."));
        assertEquals(List.of("ORDER 9502127"), found("The order ID is 9502127."));
        assertEquals(List.of("RESERVATION IFOYYZ", "RESERVATION NQNU5R"), found("The reservations are IFOYYZ and NQNU5R."));
        assertEquals(List.of("RESERVATION 3FRNFB"), found("It is **3FRNFB**."));
        assertEquals(List.of("FLIGHT HAT045"), found("My flight HAT045 was delayed."));
        assertEquals(List.of("INVOICE 2024-117"), found("Invoice number 2024-117 is wrong."));
    }

    @Test
    void otherNumbersAreNone() {
        assertEquals(List.of(), found("My zip is 80273, I paid $1,095.55 with card 7334 on 2024-05-24 at 13:00, call 555-0199 or mia_li_3668@example.com."));
        assertEquals(List.of(), found("I HAVE TOLD YOU NEVER again."));
    }

    private List<String> found(String text) {
        return references.in(text).stream().map(r -> r.kind() + " " + r.number()).toList();
    }
}
