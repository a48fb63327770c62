package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model writes, without the source numbers, and sentence by sentence. */
class AnswerTextTest {

    private static List<String> sentences(String written) {
        return AnswerText.sentences(written).stream().map(AnswerText.Cited::text).toList();
    }

    private static String shown(String written, int pieceLength) {
        var text = new AnswerText();
        var shown = new StringBuilder();
        for (int i = 0; i < written.length(); i += pieceLength) {
            shown.append(text.next(written.substring(i, Math.min(written.length(), i + pieceLength))));
        }
        return shown.append(text.end()).toString();
    }

    @Test
    void sentencesEndWherePeopleEndThem() {
        assertEquals(List.of("It left on 12 November.", "Could you send a picture?", "Mr. Smith has it.", "See No. 5.", "That is Nr. 7 z. B. in Berlin.", "Use the new address.", "We pay the total.", "Done!"),
                sentences("It left on 12 November. Could you send a picture? Mr. Smith has it. See No. 5. That is Nr. 7 z. B. in Berlin. Use the new address. We pay the total. Done!"));
        assertEquals(List.of("你好。", "我们会查。"), sentences("你好。我们会查。"));
        assertEquals(List.of("Write to ana.ruiz@example.com or see www.example.com/a.b.", "It costs $1,240.50."), sentences("Write to ana.ruiz@example.com or see www.example.com/a.b. It costs $1,240.50."));
    }

    @Test
    void numbersBelongToTheSentenceTheyStandInOrRightBehind() {
        var sentences = AnswerText.sentences("One [1]. Two. [2][3] Three [Source 4, 5].\n\nFour.");
        assertEquals(List.of("One.", "Two.", "Three.", "Four."), sentences.stream().map(AnswerText.Cited::text).toList());
        assertEquals(List.of(List.of(1), List.of(2, 3), List.of(4, 5), List.of()), sentences.stream().map(AnswerText.Cited::numbers).toList());
        assertEquals(List.of(true, false, false, true), sentences.stream().map(AnswerText.Cited::newParagraph).toList());
    }

    /** However the pieces fall. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 1000})
    void whatIsShownNeverHasANumberInIt(int pieceLength) {
        assertEquals("Dear Ana,\n\nit left [today] and costs 5 * 3. Call [order number].\n- a",
                shown("Dear **Ana**,\n\nit left [today] [1] and costs 5 * 3 [2, 3]. Call [order number][4].\n- a [Sources 1 and 2]", pieceLength));
    }

    @Test
    void aThoughtThatIsClosedBeforeTheAnswerIsNoPartOfIt() {
        var sentences = AnswerText.sentences("The customer wants boots [1]. I should be kind.\n</think>\n\nDear Ana, [2]\n\nwe look into it [3].");
        assertEquals(List.of("Dear Ana,", "we look into it."), sentences.stream().map(AnswerText.Cited::text).toList());
        assertEquals(List.of(List.of(2), List.of(3)), sentences.stream().map(AnswerText.Cited::numbers).toList());
    }
}
