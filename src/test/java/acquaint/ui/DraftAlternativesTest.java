package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.reply.DraftReply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftAlternativesTest {

    private final DraftAlternatives alternatives = new DraftAlternatives();

    private static DraftReply draft(String text) {
        return new DraftReply(List.of(new DraftReply.Paragraph(List.of(new DraftReply.Sentence(text, List.of())))), 1, Optional.empty());
    }

    @Test
    void theyComeInTurnAndTheFirstComesAgainAfterTheLast() {
        DraftReply first = draft("It is on its way.");
        DraftReply second = draft("It was sent today.");
        DraftReply third = draft("Where shall it go?");
        alternatives.offer(List.of(second, third));
        assertEquals(3, alternatives.countProperty().get());
        assertEquals(Optional.of(second), alternatives.next(first));
        assertEquals(Optional.of(third), alternatives.next(second));
        assertEquals(Optional.of(first), alternatives.next(third));
        assertEquals(3, alternatives.countProperty().get());
    }

    @Test
    void aDraftThatIsAloneHasNoNext() {
        alternatives.offer(List.of(draft("It was sent today.")));
        alternatives.clear();
        assertEquals(1, alternatives.countProperty().get());
        assertEquals(Optional.empty(), alternatives.next(draft("It is on its way.")));
    }
}
