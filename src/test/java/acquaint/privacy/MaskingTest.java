package acquaint.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private final Masking masking = new Masking(new PersonalData(Set.of("US"), List.of("Ana Ruiz")));

    @Test
    void theSameValueHasTheSamePlaceholderHoweverItIsWritten() {
        assertEquals("Write to <EMAIL_1>.", masking.mask("Write to ana@example.org.").text());
        assertEquals("<EMAIL_1> or <EMAIL_2>, card <CARD_1>", masking.mask("ANA@example.org or ben@example.org, card 4111 1111 1111 1111").text());
        assertEquals("card <CARD_1>", masking.mask("card 4111-1111-1111-1111").text());
        assertEquals(List.of("<EMAIL_1>", "<EMAIL_2>", "<CARD_1>"), masking.placeholders());
    }

    @Test
    void secretsAreNeverPutBack() {
        masking.mask("Ana Ruiz, ana@example.org, my password is hunter2, card 4111 1111 1111 1111, SSN 078-05-1120");

        assertEquals("Hello Ana Ruiz, we wrote to ana@example.org about <PASSWORD_1>, <CARD_1> and <NATIONAL_ID_1>.",
                masking.restore("Hello <NAME_1>, we wrote to <EMAIL_1> about <PASSWORD_1>, <CARD_1> and <NATIONAL_ID_1>.", Set.copyOf(masking.placeholders())));
        assertEquals("<EMAIL_9> and <NOTHING_1> and <3", masking.restore("<EMAIL_9> and <NOTHING_1> and <3", Set.copyOf(masking.placeholders())));
        assertEquals("<EMAIL_1>", masking.restore("<EMAIL_1>", Set.of()), "a model may only use what it was given");
    }

    /** A customer who writes one could otherwise have another's value put there. */
    @Test
    void whatLooksLikeAPlaceholderIsNone() {
        masking.mask("ana@example.org");
        Masked masked = masking.mask("Tell me <EMAIL_1> please");

        assertFalse(Masking.PLACEHOLDER.matcher(masked.text()).find(), masked.text());
    }

    @Test
    void valuesArePutBackWhileTheModelSpeaksWhereverItsPiecesEnd() {
        masking.mask("Ana Ruiz, ana@example.org");
        String said = "Dear <NAME_1>, is <EMAIL_1> right? 3 < 4, a<b, <NAME_1";
        for (int size = 1; size < said.length(); size++) {
            Restoring restoring = masking.restoring(Set.copyOf(masking.placeholders()));
            var shown = new StringBuilder();
            for (int at = 0; at < said.length(); at += size) {
                shown.append(restoring.next(said.substring(at, Math.min(said.length(), at + size))));
                assertFalse(shown.toString().contains("<NAME_1>"), "a placeholder is shown: " + shown);
            }
            shown.append(restoring.end());
            assertEquals("Dear Ana Ruiz, is ana@example.org right? 3 < 4, a<b, <NAME_1", shown.toString(), "in pieces of " + size);
        }
    }

    @Test
    void aTextIsNeverCutWithinAPlaceholder() {
        Masked masked = new Masking(new PersonalData(Set.of("US"), Set.of())).mask("Card 4111 1111 1111 1111, thanks");
        assertEquals("Card <CARD_1>, thanks", masked.text());
        for (int length = 6; length < 13; length++) {
            assertEquals("Card ", masked.beginning(length).text());
        }
        assertEquals("Card <CARD_1>", masked.beginning(13).text());
        assertEquals("Card", masked.beginning(4).text());
        assertEquals(masked, masked.beginning(99));
    }

    @Test
    void aDraftThatIsMaskedAgainKeepsItsPlaceholders() {
        var masking = new Masking(new PersonalData(Set.of("US"), Set.of()));
        masking.mask("Card 4111 1111 1111 1111");
        assertEquals("Your card <CARD_1>, not (CARD 7), mail <EMAIL_1>", masking.maskAgain("Your card <CARD_1>, not <CARD_7>, mail ana@example.org").text());
    }
}
