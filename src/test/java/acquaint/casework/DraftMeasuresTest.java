package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.casework.DraftReport.Line;
import acquaint.model.Ticket;
import acquaint.privacy.PersonalData;
import acquaint.privacy.Recipient;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.LeftOut;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.DraftReply.Writing;
import acquaint.store.DraftOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftMeasuresTest {

    @TempDir
    private Path folder;

    private WorkingDesk work;
    private DraftMeasures measures;
    private Ticket ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(folder);
        measures = new DraftMeasures(work.desk, work.clock, new Lessons(work.desk, () -> new PersonalData(Set.of(), List.of())), SignedIn.admin(WorkingDesk.ME));
        ticket = work.anasTicket("Kettle", "The kettle leaks.");
    }

    @AfterEach
    void close() {
        work.close();
    }

    private static DraftReply draft(String... sentences) {
        return new DraftReply(Stream.of(sentences).map(text -> new Paragraph(List.of(new Sentence(text, List.of())))).toList(), 1, Optional.empty());
    }

    private static DraftReply byModel(String... sentences) {
        var writing = new Writing(new Recipient("openai", URI.create("http://localhost"), "small"), 1, List.of(), true, LeftOut.NOTHING);
        return new DraftReply(draft(sentences).paragraphs(), 1, Optional.of(writing));
    }

    private DraftReport report() {
        return measures.report(WorkingDesk.START.minusSeconds(1), work.clock.instant().plusSeconds(1));
    }

    private DraftOutcome outcome(long id) {
        return work.desk.read(session -> session.draftOutcomes().find(id)).orElseThrow();
    }

    @Test
    void aProposalThatIsSentAsItStandsIsUnchangedWhereverItsLinesBreak() {
        long id = measures.shown(ticket.id(), draft("Hello Ana,", "A new kettle is on its way.", "Kind regards, Sam"));
        work.clock.forward(Duration.ofSeconds(40));
        measures.sent(id, "Hello Ana,\n\nA new kettle is\non its way.\n\nKind regards, Sam\n");

        Line all = report().all();
        assertEquals(List.of(1, 1, 0, 0), List.of(all.shown(), all.unchanged(), all.lightEdit(), all.heavyEdit()));
        assertEquals(Optional.of(0.0), all.changed());
        assertEquals(Optional.of(Duration.ofSeconds(40)), all.toSend());
        assertEquals(List.of(3, 3), List.of(all.sentences(), all.kept()));
    }

    @Test
    void anEditIsLightBelowFortyPercentOfTheWordsAndHeavyFromThereOn() {
        long light = measures.shown(ticket.id(), draft("one two three four five", "six seven eight nine ten"));
        measures.sent(light, "one two three four five six seven a b c");
        assertEquals(DraftOutcome.State.LIGHT_EDIT, outcome(light).state());
        assertEquals("10", outcome(light).survived());

        long heavy = measures.shown(ticket.id(), draft("one two three four five", "six seven eight nine ten"));
        measures.sent(heavy, "one two three four five six a b c d");
        assertEquals(DraftOutcome.State.HEAVY_EDIT, outcome(heavy).state());
        assertEquals(List.of(4, 10), List.of(outcome(heavy).distance(), outcome(heavy).words()));
    }

    @Test
    void aSentenceSurvivesOnlyAsAWhole() {
        long id = measures.shown(ticket.id(), draft("We help.", "Send it back."));
        measures.sent(id, "So We help. Never Send it backwards.");
        assertEquals("10", outcome(id).survived());
    }

    @Test
    void whatIsShownNextTakesThePlaceOfWhatWasThere() {
        long first = measures.shown(ticket.id(), draft("First."));
        long second = measures.shown(ticket.id(), draft("Second."));
        assertEquals(DraftOutcome.State.REPLACED, outcome(first).state());

        measures.discarded(second);
        assertEquals(DraftOutcome.State.DISCARDED, outcome(second).state());
        measures.sent(first, "First.");
        assertEquals(DraftOutcome.State.UNCHANGED, outcome(first).state(), "the agent may step back to the one before");
        measures.discarded(first);
        assertEquals(DraftOutcome.State.UNCHANGED, outcome(first).state());
    }

    @Test
    void aReplyThatWasTakenBackAndSentAnewCountsAsItWasSentLast() {
        long id = measures.shown(ticket.id(), draft("We send a new one today."));
        measures.sent(id, "We send a new one today.");
        work.clock.forward(Duration.ofSeconds(20));
        measures.sent(id, "No.");
        assertEquals(DraftOutcome.State.HEAVY_EDIT, outcome(id).state());
        assertEquals(1, report().all().sent());
    }

    @Test
    void theReportTellsWritersApartAndSaysWhatWasWrong() {
        measures.sent(measures.shown(ticket.id(), draft("A b c d.")), "A b c d.");
        long wrong = measures.shown(ticket.id(), byModel("We promise the moon."));
        measures.wrong(wrong, WrongBecause.TONE, "");
        measures.wrong(wrong, WrongBecause.POLICY, "no moons");
        measures.discarded(wrong);

        DraftReport report = report();
        assertEquals(List.of("", "small"), report.byWriter().stream().map(Line::writer).toList());
        assertEquals(Map.of(WrongBecause.POLICY, 1), report.byWriter().getLast().wrong());
        assertEquals(Optional.of(0.5), report.all().share(report.all().unchanged()));
        assertEquals(Optional.empty(), report.byWriter().getLast().changed());
        assertEquals(0, measures.report(Instant.EPOCH, WorkingDesk.START).all().shown());
    }

    @Test
    void whatAProposalSaidIsDroppedOnceNothingNeedsItAndTheNumbersStay() {
        long sent = measures.shown(ticket.id(), draft("Sent."));
        measures.sent(sent, "Sent.");
        Ticket other = work.anasTicket("Lamp", "It flickers.");
        long left = measures.shown(other.id(), draft("Left."));
        assertTrue(outcome(sent).proposed().isPresent());

        work.clock.forward(Duration.ofHours(2));
        measures.tidy();
        assertEquals(Optional.empty(), outcome(sent).proposed());
        assertTrue(outcome(left).proposed().isPresent());
        work.clock.forward(Duration.ofDays(7));
        measures.tidy();
        assertEquals(Optional.empty(), outcome(left).proposed());
        assertEquals(List.of(2, 1, 1), List.of(report().all().shown(), report().all().unchanged(), report().all().open()));
    }
}
