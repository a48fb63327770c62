package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.model.TicketId;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.DraftReply.Support;
import acquaint.ui.AcceptedText.How;
import java.util.List;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

class AcceptedTextTest {

    private static final TicketId TICKET = new TicketId("T-1");
    private static final Sentence GUESS = new Sentence("You get 49 euros.", List.of(), Support.UNSUPPORTED, List.of());

    @Test
    void aSentenceGoesWhereTheCaretIsAndDisturbsNothing() {
        assertEquals("One. Two. Three.", put("One. Three.", 4, "Two.", How.SENTENCE));
        assertEquals("One. Two.", put("One.", 4, "Two.", How.SENTENCE));
        assertEquals("Two. One.", put("One.", 0, "Two.", How.SENTENCE));
        assertEquals("One.\n\nTwo.", put("One.", 4, "Two.", How.PARAGRAPH));
        assertEquals("Two.", put("", 0, "Two.", How.PARAGRAPH));
    }

    @Test
    void aWholeDraftGoesBehindWhatIsTyped() {
        assertEquals("Mine.\n\nAll of it.", put("Mine. \n", 0, "All of it.", How.WHOLE));
        assertEquals("All of it.", put("", 0, "All of it.", How.TO_EDIT));
    }

    @Test
    void aSentenceWithNothingBehindItIsAskedAboutUntilItIsAnsweredForOrGone() {
        var accepted = new AcceptedSentences();
        accepted.add(TICKET, List.of(GUESS, new Sentence("Hello.", List.of())));
        assertEquals(List.of(GUESS.text()), accepted.openIn(TICKET, "Hello. You get 49 euros."));
        assertEquals(List.of(), accepted.openIn(TICKET, "Hello. You get 50 euros."), "changed, it is the agent's own");
        assertEquals(List.of(), accepted.openIn(new TicketId("T-2"), "You get 49 euros."));
        accepted.answerFor(TICKET, List.of(GUESS.text()));
        assertEquals(List.of(), accepted.openIn(TICKET, "Hello. You get 49 euros."));
    }

    private static String put(String typed, int caret, String words, How how) {
        return FxThread.get(() -> {
            var area = new TextArea(typed);
            area.positionCaret(caret);
            new AcceptedText(TICKET, words, how).into(area);
            return area.getText();
        });
    }
}
