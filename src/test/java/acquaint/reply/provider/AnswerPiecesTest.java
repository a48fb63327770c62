package acquaint.reply.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a model's words is the answer, however they are cut. */
class AnswerPiecesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Dear Ana,|Dear Ana,",
        "<think>hm</think>Dear|Dear",
        "<think>a < b </ think </thin</think>  Dear|Dear",
        "<thinking>hm</thinking>Dear <think>b</think>|Dear <think>b</think>",
        "[THINK]hm[/THINK]Dear|Dear",
        "<think>|''",
        "<think>never ends|''",
        "<thi|<thi",
        "<b>Dear</b>|<b>Dear</b>",
        "[1] Dear|[1] Dear",
        "a\uD83D\uDE00b|a\uD83D\uDE00b",
        "''|''",
    })
    void eachSignMayComeAlone(String said, String answer) {
        assertEquals(answer, cut(said, 1));
        assertEquals(answer, cut(said, 3));
        assertEquals(answer, cut(said, 1_000));
    }

    @Test
    void blanksAroundThoughtsAreNone() {
        assertEquals("Dear", cut("\n <think>\nhm\n</think>\n\n Dear", 2));
        assertEquals(" Dear\n", cut(" Dear\n", 1));
    }

    private static String cut(String text, int length) {
        var answer = new StringBuilder();
        var pieces = new AnswerPieces(piece -> {
            assertEquals(false, Character.isHighSurrogate(piece.charAt(piece.length() - 1)), "no half of a character");
            answer.append(piece);
        });
        for (int at = 0; at < text.length(); at += length) {
            pieces.add(text.substring(at, Math.min(text.length(), at + length)));
        }
        pieces.end();
        return answer.toString();
    }
}
