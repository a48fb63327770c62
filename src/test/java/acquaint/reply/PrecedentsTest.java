package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.reply.DraftReply.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedentsTest {

    private static final String TROUBLE = "The app crashes and shows an error message whenever I open it.";

    private static DraftReply draft(String outcome) {
        return Scene.customer(TROUBLE).precedent("mia_garcia_2723", "App crashes", "The app of Mia Garcia crashes with an error.", outcome).draft();
    }

    @Test
    void whatHelpedSomeoneElseIsOfferedWithoutSayingWhom() {
        DraftReply draft = draft("Reinstalling the app and signing in again fixed it.");
        Sentence sentence = draft.sentences().stream().filter(s -> s.text().contains("Reinstalling")).findFirst().orElseThrow();
        assertEquals("In a similar case, this is what helped: “Reinstalling the app and signing in again fixed it.”", sentence.text());
        Evidence evidence = sentence.evidence().getFirst();
        assertEquals(Evidence.Kind.PRECEDENT, evidence.kind());
        assertTrue(evidence.session().isEmpty());
        assertEquals("Reinstalling the app and signing in again fixed it.", evidence.quote());
    }

    @Test
    void durationsInGeneralMayBePassedOn() {
        String text = Scene.customer("I would like a refund for order #W1234567.")
                .precedent("mia_garcia_2723", "Refund", "Wanted a refund.", "The refund takes 5 to 7 business days. It went to Mia.").text();
        assertTrue(text.contains("“The refund takes 5 to 7 business days.”"), text);
    }

    @Test
    void nothingPersonalOfAnotherCustomerReachesTheText() {
        for (String outcome : List.of(
                "Resetting the password of Mia Garcia fixed it.",
                "Resetting it for mia fixed the error.",
                "Mia fixed it by restarting the app.",
                "Using mia.garcia@example.com to sign in fixed it.",
                "Restarting order #W7777777 fixed it.",
                "Restarting it on 3 March fixed it.",
                "Sending $49.90 back fixed it.",
                "Sending it to 12 Elm Street fixed it.",
                "Sending it to the house in elm street fixed it.",
                "Calling her at 555-0199 fixed it.",
                "Restarting it after the funeral of his wife fixed it.",
                "The card ending in 4242 fixed it.",
                "Using the code ABCDEF fixed it.",
                "It worked after she moved to berlin with her children.",
                "Using user mia_garcia_2723 fixed it.",
                "Your app has been reset and it works again for Garcia.")) {
            DraftReply draft = draft(outcome);
            assertFalse(draft.restsOnMemory(), draft.text());
            assertFalse(draft.text().contains("similar case"), draft.text());
        }
    }

    @Test
    void onesOwnPastGoesBeforeAPrecedent() {
        String text = Scene.customer(TROUBLE).episode("App crash", "The app crashes.", "Updating the app fixed it.")
                .precedent("mia_garcia_2723", "App crashes", "The app crashes.", "Reinstalling the app fixed it.").text();
        assertTrue(text.contains("Updating the app") && !text.contains("Reinstalling"), text);
    }

    @Test
    void anUnlikeMatterIsNoPrecedent() {
        String text = Scene.customer("I would like a refund for order #W1234567.")
                .precedent("mia_garcia_2723", "App crashes", "The app crashes.", "Reinstalling the app fixed it.").text();
        assertFalse(text.contains("Reinstalling"), text);
    }
}
