package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private final Claims claims = new Claims();

    @Test
    void kindnessInSeveralLanguagesClaimsNothing() {
        for (String sentence : List.of("Wishing you a quiet weekend.", "What a nuisance!", "How annoying that this happened a second time!", "Wie ärgerlich, dass es schon wieder passiert ist!", "Please forgive us.", "Das tut uns sehr leid.", "Wir stehen Ihnen gern zur Verfügung.", "Nous restons à votre disposition.", "Quedo a su disposición.", "I need to be sure about this first.")) {
            assertTrue(claims.isCourtesy(sentence, false), sentence);
        }
    }

    @Test
    void whatWasDoneOrIsTrueIsAClaim() {
        for (String sentence : List.of("Your refund has been paid.", "The parcel is lost.", "Die Rechnung wurde storniert.",
                "Votre carte est active.")) {
            assertFalse(claims.isCourtesy(sentence, false), sentence);
        }
    }

    @Test
    void anApologyThatNamesAFigureIsAClaim() {
        assertFalse(claims.isCourtesy("We apologise that 40 euros were taken twice.", true));
    }

    @Test
    void aGreetingMayNameAName() {
        assertTrue(claims.isCourtesy("Dear Ms Okafor,", true));
    }
}
