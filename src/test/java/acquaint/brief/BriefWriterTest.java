package acquaint.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Customer;
import acquaint.model.HandoffCause;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Priority;
import acquaint.model.Promise;
import acquaint.model.QueueRow;
import acquaint.model.Risk;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.reply.Answer;
import acquaint.reply.DraftRequest;
import acquaint.reply.Evidence;
import acquaint.reply.ModelException;
import acquaint.reply.Prompt;
import acquaint.reply.Scene;
import acquaint.reply.ScriptedModel;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a brief says of a ticket, without a model and with one. */
class BriefWriterTest {

    private static List<String> texts(Brief brief, BriefPart part) {
        return brief.of(part).stream().map(line -> line.text() + line.detail().map(detail -> " [" + detail + "]").orElse("")).toList();
    }

    private static Scene router() {
        return Scene.customer("Hello, my router RX-500 drops the connection every evening. I paid $180 for it.")
                .replied("I'm sorry to hear that. Please restart the router and update the firmware.")
                .says("I did, it still doesn't work. This is ridiculous!")
                .replied("I have looked it up: your order was placed on 3 May. Unfortunately, I cannot refund it after 60 days. We will call you by Friday.")
                .says("Then I will talk to my lawyer. I want to speak to a manager. When does your shop in Bonn open?");
    }

    @Test
    void eachPartTellsWhatWasSaidAboutIt() {
        Brief brief = Briefing.composed(Briefing.of(router().request()));
        assertEquals(List.of("Hello, my router RX-500 drops the connection every evening.", "I paid $180 for it.", "I did, it still doesn't work."), texts(brief, BriefPart.ISSUE));
        assertEquals(List.of("Please restart the router and update the firmware. [did not work]", "Unfortunately, I cannot refund it after 60 days. [refused]"), texts(brief, BriefPart.TRIED));
        assertEquals(List.of("We will call you by Friday. [by Lee, until 27 November 2026]"), texts(brief, BriefPart.PROMISED));
        assertEquals(List.of("I want to speak to a manager. [customer's demand]"), texts(brief, BriefPart.WHY));
        assertEquals(List.of("When does your shop in Bonn open? [asked by the customer]"), texts(brief, BriefPart.OPEN_QUESTIONS));
        assertEquals("calm → angry [angry]", texts(brief, BriefPart.MOOD).getFirst());
        assertEquals("This is ridiculous! [angry]", texts(brief, BriefPart.MOOD).get(1));
        assertTrue(texts(brief, BriefPart.RISK).contains("Then I will talk to my lawyer. [legal]"), texts(brief, BriefPart.RISK)::toString);
        assertEquals(EnumSet.of(Risk.MONEY, Risk.LEGAL), brief.risks());
        assertTrue(texts(brief, BriefPart.NEXT_STEP).stream().anyMatch(line -> line.contains("shop in Bonn")), texts(brief, BriefPart.NEXT_STEP)::toString);
        assertEquals(Set.of(), BriefQuality.missing(brief));
    }

    @Test
    void whatTheCustomerAsksIsNotToldAgainAsAClaim() {
        Brief brief = Briefing.composed(Briefing.of(router().says("The shop told me that the router is covered for two years.").request()));
        assertTrue(texts(brief, BriefPart.CLAIMED).contains("The shop told me that the router is covered for two years."), texts(brief, BriefPart.CLAIMED)::toString);
        texts(brief, BriefPart.ISSUE).forEach(asked -> assertFalse(texts(brief, BriefPart.CLAIMED).contains(asked), asked));
    }

    @Test
    void eachLineSaysWhatItRestsOn() {
        Brief brief = Briefing.composed(Briefing.of(router().request()));
        brief.lines().forEach((part, lines) -> lines.forEach(line -> assertFalse(line.evidence().isEmpty(), () -> part + ": " + line)));
        Evidence first = brief.of(BriefPart.TRIED).getFirst().evidence().getFirst();
        assertEquals("m2", first.ref());
    }

    @Test
    void theSameRequestGivesTheSameBriefWithItsPartsInOrder() {
        Brief brief = Briefing.composed(Briefing.of(router().request()));
        assertEquals(brief, Briefing.composed(Briefing.of(router().request())));
        assertEquals(brief.lines().keySet().stream().sorted().toList(), List.copyOf(brief.lines().keySet()));
    }

    @Test
    void aBriefIsEditedLineByLine() {
        Brief brief = Briefing.composed(Briefing.of(router().request()));
        BriefLine line = brief.of(BriefPart.TRIED).getFirst();
        Brief edited = brief.with(BriefPart.TRIED, List.of(line.rewritten("Restarted it twice.", Optional.of("in vain"))));
        assertEquals(List.of("Restarted it twice. [in vain]"), texts(edited, BriefPart.TRIED));
        assertEquals(line.evidence(), edited.of(BriefPart.TRIED).getFirst().evidence());
        assertTrue(edited.of(BriefPart.TRIED).getFirst().byAgent());
        assertEquals(EnumSet.of(BriefPart.TRIED), BriefQuality.missing(edited.with(BriefPart.TRIED, List.of())));
        assertEquals(2, brief.of(BriefPart.TRIED).size());
    }

    @Test
    void aGermanTicketIsReadInGerman() {
        Scene scene = Scene.customer("Guten Tag, meine Kaffeemaschine raucht und ich habe schon zweimal geschrieben. Das ist inakzeptabel!")
                .replied("Ich habe Ihnen eine neue Maschine geschickt. Leider können wir den Betrag nicht erstatten. Ich melde mich bis morgen bei Ihnen.")
                .says("Ich möchte mit Ihrem Vorgesetzten sprechen, sonst gehe ich zum Anwalt.");
        Brief brief = Briefing.writer(Optional.empty(), Locale.GERMAN).compose(Briefing.of(scene.request()));
        assertEquals(List.of("Ich habe Ihnen eine neue Maschine geschickt. [erledigt]", "Leider können wir den Betrag nicht erstatten. [abgelehnt]"),
                texts(brief, BriefPart.TRIED).stream().sorted().toList());
        assertEquals(List.of("Ich melde mich bis morgen bei Ihnen. [von Lee, bis 21. November 2026]"), texts(brief, BriefPart.PROMISED));
        assertTrue(brief.risks().contains(Risk.LEGAL) && brief.risks().contains(Risk.SAFETY), brief.risks()::toString);
        assertEquals("Ich möchte mit Ihrem Vorgesetzten sprechen, sonst gehe ich zum Anwalt. [Verlangen des Kunden]", texts(brief, BriefPart.WHY).getFirst());
    }

    @Test
    void whatMemoryKnowsAndWhatHappenedBeforeIsTold() {
        Scene scene = Scene.customer("My tent pole broke.").prefers("Prefers to be written to").episode("Broken pole", "Ana's tent pole snapped in March.", "A stronger pole was sent.");
        Brief brief = Briefing.composed(Briefing.of(scene.request()));
        assertTrue(texts(brief, BriefPart.CUSTOMER).contains("Prefers to be written to"), texts(brief, BriefPart.CUSTOMER)::toString);
        assertEquals(1, brief.of(BriefPart.HISTORY).size());
        assertTrue(brief.of(BriefPart.HISTORY).getFirst().text().startsWith("14 March 2026: Ana's tent pole snapped in March."), texts(brief, BriefPart.HISTORY)::toString);
        assertTrue(texts(brief, BriefPart.NEXT_STEP).stream().anyMatch(line -> line.contains("Prefers to be written to")), texts(brief, BriefPart.NEXT_STEP)::toString);
    }

    @Test
    void otherTicketsAndTheLedgerOfPromisesCount() {
        var request = router().request();
        var other = new QueueRow(new TicketId("T-1"), Scene.ANA, "Ana Ruiz", "A torn tent", "", Message.Kind.CUSTOMER, TicketStatus.OPEN, Priority.NORMAL, Optional.empty(), List.of(), false,
                Scene.NOW, Optional.empty());
        var kept = promise(1, request.ticket().id(), "m4", "We will call you by Friday.", Promise.State.KEPT, Optional.empty());
        var overdue = promise(2, new TicketId("T-1"), "x1", "We will send the sheet.", Promise.State.OPEN, Optional.of(Scene.NOW.minusSeconds(99_999)));
        Brief brief = Briefing.composed(Briefing.of(request, List.of(other), List.of(kept, overdue), Optional.of(new Cause(HandoffCause.RULE, "More than $100"))));
        assertEquals("One other ticket, 1 of them open", brief.of(BriefPart.CUSTOMER).get(1).text());
        assertEquals(List.of("We will call you by Friday. [by Lee, kept]", "We will send the sheet. [by Lee, until 19 November 2026, overdue]"), texts(brief, BriefPart.PROMISED));
        assertEquals("More than $100 [rule]", texts(brief, BriefPart.WHY).getFirst());
        assertTrue(texts(brief, BriefPart.NEXT_STEP).stream().anyMatch(line -> line.contains("We will send the sheet.")), texts(brief, BriefPart.NEXT_STEP)::toString);
    }

    private static Promise promise(long id, TicketId ticket, String message, String text, Promise.State state, Optional<Instant> due) {
        return new Promise(id, ticket, Scene.ANA, new MessageId(message), text, "Lee", Scene.NOW, due, state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void aTicketInWhichNobodySpokeHasItsSubject() {
        Brief brief = Briefing.composed(Briefing.of(new Scene().subject("Call back").request()));
        assertEquals(List.of("Call back"), texts(brief, BriefPart.ISSUE));
    }

    private static Brief written(ScriptedModel model, Scene scene) throws Exception {
        return Briefing.writer(Optional.of(model), Locale.ENGLISH).write(Briefing.of(scene.request()), Briefing.UNSEEN);
    }

    @Test
    void aModelsSentencesStandWhereTheyNameASource() throws Exception {
        var model = new ScriptedModel("TRIED (failed): Lee asked to restart the router and update the firmware [3].\nDECISION: Whether the router is ", "refunded after 60 days [5].\n",
                "NEXT: Call Ana, who wants to speak to a manager [6].\n");
        Brief brief = written(model, router());
        assertEquals(Prompt.Purpose.BRIEF, model.asked.getFirst().purpose());
        assertTrue(model.asked.getFirst().material().text().contains("Write the brief for Lee, in English."));
        assertEquals("scripted", brief.writing().orElseThrow().by().model());
        assertEquals(List.of("Lee asked to restart the router and update the firmware. [did not work]", "Unfortunately, I cannot refund it after 60 days. [refused]"), texts(brief, BriefPart.TRIED));
        assertEquals(List.of("Whether the router is refunded after 60 days."), texts(brief, BriefPart.DECISION));
        assertEquals(List.of("Call Ana, who wants to speak to a manager."), texts(brief, BriefPart.NEXT_STEP));
        brief.lines().forEach((part, lines) -> lines.forEach(line -> assertFalse(line.evidence().isEmpty(), () -> part + ": " + line)));
    }

    @Test
    void whatAModelSaysWithoutASourceOrAgainstItStaysAsComposed() throws Exception {
        Brief composed = Briefing.composed(Briefing.of(router().request()));
        var model = new ScriptedModel("Here is the brief.\nTRIED (worked): The router was replaced for free.\nTRIED (worked): The router was replaced on 9 May [99].\nTRIED (perhaps): Lee restarted the router [3].\n"
                + "VERIFIED: The router drops the connection every evening [2].\nHISTORY: The router dropped the connection before [2].\nDECISION: Whether Ana gets $500 back [5].\nWEATHER: It rains [2].\nNEXT: Call.\n");
        Brief brief = written(model, router());
        assertEquals(composed, brief);
        assertTrue(brief.writing().isEmpty());
    }

    @Test
    void aModelThatFailsLeavesTheComposedBrief() throws Exception {
        var writer = Briefing.writer(Optional.of(new ScriptedModel(Answer.Ending.REFUSED)), Locale.ENGLISH);
        BriefRequest request = Briefing.of(router().request());
        assertThrows(ModelException.class, () -> writer.write(request, Briefing.UNSEEN));
        assertEquals(Briefing.composed(request), writer.compose(request));
    }

    @Test
    void personalDataIsMaskedBeforeAModelReadsItAndPutBackAfterwards() throws Exception {
        var model = new ScriptedModel("NEXT: Write to <EMAIL_1> [2].");
        Brief brief = written(model, Scene.customer("Please write to kim@example.org about my broken lamp."));
        assertFalse(model.asked.getFirst().material().text().contains("kim@example.org"));
        assertTrue(texts(brief, BriefPart.NEXT_STEP).contains("Write to kim@example.org."), texts(brief, BriefPart.NEXT_STEP)::toString);
    }

    @Test
    void aClaimAgainstTheRecordHasTheRecordBesideIt() {
        var material = Scene.customer("Hello! I'm a Gold member and my parcel 55512 is lost.").request();
        var customer = new Customer(Scene.ANA, "Ana Ruiz", Optional.of("regular"), Optional.empty(), Scene.NOW, List.of());
        Brief brief = Briefing.composed(Briefing.of(new DraftRequest(customer, material.ticket(), material.conversation(), material.recall(), List.of(), "Lee")));
        assertEquals(List.of("I'm a Gold member and my parcel 55512 is lost. [on record: regular]"), texts(brief, BriefPart.CLAIMED));
        assertEquals(List.of(Evidence.Kind.MESSAGE, Evidence.Kind.RECORD), brief.of(BriefPart.CLAIMED).getFirst().evidence().stream().map(Evidence::kind).toList());
    }
}
