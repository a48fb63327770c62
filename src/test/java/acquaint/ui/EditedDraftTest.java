package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Recalled;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.DraftReply.Support;
import acquaint.reply.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditedDraftTest {

    private static final Evidence EVIDENCE = new Evidence(Evidence.Kind.MESSAGE, "m1", Optional.empty(), Instant.EPOCH, "it leaks");
    private static final Sentence HELLO = new Sentence("Hello Ana,", List.of());
    private static final Sentence LEAKS = new Sentence("The kettle leaks.", List.of(EVIDENCE));
    private static final Sentence REFUND = new Sentence("You get 49 euros.", List.of(), Support.UNSUPPORTED, List.of("49 euros"));
    private static final DraftVersion DRAFT = new DraftVersion(new DraftReply(List.of(new Paragraph(List.of(HELLO)), new Paragraph(List.of(LEAKS, REFUND))), 7, Optional.empty()),
            new Recalled.Nothing(List.of()), Set.of());

    @Test
    void whatIsLeftAsItWasIsTheSameDraft() {
        DraftVersion same = EditedDraft.of(DRAFT, DRAFT.text());
        assertEquals(DRAFT.reply(), same.reply());
        assertEquals(Set.of(), same.own());
    }

    @Test
    void aSentenceThatWasChangedIsTheAgentsAndTheOthersKeepTheirEvidence() {
        DraftVersion edited = EditedDraft.of(DRAFT, DRAFT.text().replace("49 euros", "your money back"));
        assertEquals(List.of(HELLO, LEAKS, new Sentence("You get your money back.", List.of())), edited.reply().sentences());
        assertTrue(edited.isOwn(edited.reply().sentences().getLast()));
        assertFalse(edited.isOwn(LEAKS));
        assertEquals(7, edited.reply().answered());
    }

    @Test
    void aSentenceThatWordsWereAddedToIsNoLongerTheSame() {
        DraftVersion edited = EditedDraft.of(DRAFT, "Nobody says that The kettle leaks. You get 49 euros.");
        assertEquals(List.of("Nobody says that The kettle leaks."), List.copyOf(edited.own()));
        assertEquals(REFUND, edited.reply().sentences().getLast());
    }

    @Test
    void newSentencesStandWhereTheyWereWrittenAndLinesStayLines() {
        DraftVersion edited = EditedDraft.of(DRAFT, "Hello Ana,\n\nThank you. The kettle leaks.\nWe are sorry! You get 49 euros.");
        assertEquals("Hello Ana,\n\nThank you. The kettle leaks.\nWe are sorry! You get 49 euros.", edited.text());
        assertEquals(Set.of("Thank you.", "We are sorry!"), edited.own());
        assertTrue(edited.reply().sentences().containsAll(List.of(HELLO, LEAKS, REFUND)));
    }

    @Test
    void anEditOfAnEditRemembersWhatTheAgentWroteBefore() {
        DraftVersion once = EditedDraft.of(DRAFT, "Hello Ana,\n\nThank you. The kettle leaks.");
        DraftVersion twice = EditedDraft.of(once, "Hello Ana,\n\nThank you. The kettle leaks. Bye.");
        assertEquals(Set.of("Thank you.", "Bye."), twice.own());
    }
}
