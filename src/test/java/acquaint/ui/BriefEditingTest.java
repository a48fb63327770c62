package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an agent's changes to a brief, also when a model's words come later. */
class BriefEditingTest {

    private final BriefEditing editing = new BriefEditing();

    @BeforeEach
    void begin() {
        editing.begin(brief(Map.of(BriefPart.ISSUE, lines("The kettle leaks."), BriefPart.TRIED, lines("Sent a lid.", "Sent a seal."))), Set.of());
    }

    @Test
    void aRemovedLineComesBackWhereItWas() {
        editing.remove(BriefPart.TRIED, 0);
        assertEquals(List.of("Sent a seal."), texts(BriefPart.TRIED));
        assertTrue(editing.undo());
        assertEquals(List.of("Sent a lid.", "Sent a seal."), texts(BriefPart.TRIED));
        assertTrue(editing.redo());
        assertEquals(List.of("Sent a seal."), texts(BriefPart.TRIED));
        editing.undo();
        assertFalse(editing.undo(), "there is nothing before the beginning");
    }

    @Test
    void aLineIsMovedWithinItsPartAndNotBeyond() {
        assertEquals(1, editing.move(BriefPart.TRIED, 0, 1));
        assertEquals(List.of("Sent a seal.", "Sent a lid."), texts(BriefPart.TRIED));
        assertEquals(1, editing.move(BriefPart.TRIED, 1, 1));
    }

    @Test
    void whatComesLaterNeverOverwritesWhatTheAgentChanged() {
        editing.rewrite(BriefPart.TRIED, 0, "Sent a new lid.", Optional.of("did not fit"));
        Set<BriefPart> kept = editing.take(brief(Map.of(BriefPart.ISSUE, lines("Her kettle leaks at the bottom."), BriefPart.TRIED, lines("A lid was sent."))));
        assertEquals(List.of("Her kettle leaks at the bottom."), texts(BriefPart.ISSUE));
        assertEquals(List.of("Sent a new lid.", "Sent a seal."), texts(BriefPart.TRIED));
        assertEquals(Set.of(BriefPart.TRIED), kept);
        editing.undo();
        assertEquals(List.of("A lid was sent."), texts(BriefPart.TRIED), "what is given up makes room");
    }

    @Test
    void aPartWhoseLastLineWasRemovedStaysEmpty() {
        editing.remove(BriefPart.ISSUE, 0);
        editing.take(brief(Map.of(BriefPart.ISSUE, lines("Her kettle leaks."))));
        assertEquals(List.of(), texts(BriefPart.ISSUE));
    }

    @Test
    void aPartWithALineUnderThePenIsLeftAlone() {
        editing.hold(Optional.of(BriefPart.TRIED));
        editing.take(brief(Map.of(BriefPart.TRIED, lines("A lid was sent."))));
        assertEquals(List.of("Sent a lid.", "Sent a seal."), texts(BriefPart.TRIED));
    }

    @Test
    void aLineThatIsOpenedAndLeftAsItWasIsNotTheAgents() {
        editing.rewrite(BriefPart.ISSUE, 0, "The kettle leaks.", Optional.empty());
        assertEquals(Set.of(), editing.touched());
        assertFalse(editing.undo());
    }

    private List<String> texts(BriefPart part) {
        return editing.brief().of(part).stream().map(BriefLine::text).toList();
    }

    private static Brief brief(Map<BriefPart, List<BriefLine>> lines) {
        return new Brief(new TicketId("T-1"), Instant.EPOCH, lines, Optional.empty());
    }

    private static List<BriefLine> lines(String... texts) {
        return Stream.of(texts).map(text -> BriefLine.found(text, Optional.empty(), List.of())).toList();
    }
}
