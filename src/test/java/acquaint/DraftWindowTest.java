package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.DraftReport;
import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.casework.WrongBecause;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.reply.ModelException;
import acquaint.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent does with a draft that a language model writes, in the real window; the model says what the test wants. */
class DraftWindowTest {

    private static final String HELLO = "Hello Ana,\n\n";
    private static final String SORRY = "I am sorry that the kettle of order 4711 leaks. ";
    private static final String REFUND = "We paid back 49 euros to you on 3 March.";
    private static final String DRAFT = HELLO + SORRY + REFUND;

    @TempDir
    Path directory;

    private final TalkingModel model = new TalkingModel();
    private DeskOnScreen desk;
    private Ticket kettle;

    @BeforeEach
    void openTheTicket() throws Exception {
        desk = DeskOnScreen.openWriting(directory, false, model, Settings.Theme.LIGHT, 1000, 900);
        kettle = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))),
                "Kettle leaks", "email", "Hello, the kettle of order 4711 leaks at the bottom.", Optional.empty()));
        desk.see("the ticket", () -> desk.queueShows("Kettle leaks"));
        desk.clickQueueRow("Kettle leaks");
        desk.see("the conversation", () -> desk.shows("leaks at the bottom"));
    }

    @AfterEach
    void closeTheWindow() {
        desk.close();
    }

    @Test
    void anAgentTakesASentenceEditsAndSendsByKeysAlone() throws Exception {
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        assertEquals("", desk.composerText(), "a draft never goes into the reply by itself");
        desk.press(KeyCode.F6);
        desk.press(KeyCode.RIGHT);
        desk.press(KeyCode.SPACE);
        desk.see("what the sentence rests on", () -> desk.dialogShows("the kettle of order 4711 leaks"));
        desk.press(KeyCode.ESCAPE);
        desk.press(KeyCode.ENTER);
        assertEquals(SORRY.strip(), desk.composerText());
        assertTrue(desk.isVisible("#acceptDraft"), "the layer stays");
        desk.press(KeyCode.F6);
        desk.press(KeyCode.CONTROL, KeyCode.END);
        desk.type(" A new one is on its way.");
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the reply held", () -> desk.isVisible("#undo"));
        assertFalse(desk.isVisible("#acceptDraft"), "the draft has done its work");
        desk.see("the reply sent", () -> desk.messages(kettle).stream().anyMatch(m -> m.delivery() == Message.Delivery.SENT
                && m.text().equals(SORRY.strip() + " A new one is on its way.")));
    }

    @Test
    void aDraftIsReadWhileItIsWrittenAndEscKeepsWhatIsThere() throws Exception {
        desk.click("#text");
        desk.type("Mine. ");
        model.begins(HELLO + SORRY + "We will ");
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the first words", () -> desk.shows("the kettle of order 4711 leaks"));
        assertTrue(desk.isVisible("#stopDraft"));
        desk.type("Still typing");
        assertEquals("Mine. Still typing", desk.composerText(), "the focus is where it was");
        desk.press(KeyCode.ESCAPE);
        desk.see("the part that was written, as a draft", () -> desk.isVisible("#acceptDraft") && desk.shows("I am sorry that the kettle"));
        assertTrue(desk.showsText("Stopped before its end"));
        assertEquals("Mine. Still typing", desk.composerText());
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        assertTrue(desk.composerText().startsWith("Mine. Still typing\n\nHello Ana,\n\nI am sorry"), desk.composerText());
    }

    @Test
    void escBeforeTheFirstWordLeavesNothing() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("that it waits", () -> desk.showsText("Waiting for the first words of talking-8b"));
        desk.see("the model asked", () -> !model.asked.isEmpty());
        desk.press(KeyCode.ESCAPE);
        desk.see("no layer", () -> !desk.isVisible(".draft-layer"));
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
    }

    @Test
    void anInstructionRewritesTheDraftWhichCanBeComparedAndTakenBack() throws Exception {
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        model.says(HELLO + SORRY + "You can choose a new kettle. ");
        desk.atOnce(() -> {
            var field = (TextField) desk.stage().getScene().lookup("#instruction");
            field.requestFocus();
            field.setText("offer a new one");
        });
        desk.press(KeyCode.ENTER);
        desk.see("the new draft", () -> desk.isVisible("#acceptDraft") && desk.shows("You can choose a new kettle."));
        assertFalse(desk.shows("49 euros"));
        assertTrue(model.asked.getLast().material().text().contains("offer a new one"), "the model was told");
        desk.click("#compare");
        desk.see("before and after", () -> desk.shows("49 euros") && desk.shows("You can choose"));
        desk.click("#compare");
        desk.click("#undoDraft");
        desk.see("the first draft", () -> desk.shows("49 euros") && !desk.shows("You can choose"));
        desk.click("#redoDraft");
        desk.see("the second draft", () -> desk.shows("You can choose"));
        desk.press(KeyCode.CONTROL, KeyCode.PERIOD);
        model.says(HELLO + "Choose a new kettle.");
        desk.clickMenu("Shorter");
        desk.see("the shorter draft", () -> desk.isVisible("#acceptDraft") && desk.shows("Choose a new kettle."));
        assertTrue(model.asked.getLast().material().text().contains("You can choose a new kettle"), "from the draft as it stood");
    }

    @Test
    void whatTheAgentChangesInTheDraftIsTheirsAndTheRestKeepsItsEvidence() throws Exception {
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft with its marks", () -> desk.isVisible("#acceptDraft") && desk.isVisible(".no-evidence") && desk.isVisible(".evidence-mark"));
        desk.click("#editInPlace");
        desk.atOnce(() -> {
            var editor = (TextArea) desk.stage().getScene().lookup("#editor");
            editor.setText(editor.getText().replace(REFUND, "I will look into a refund."));
        });
        desk.press(KeyCode.ESCAPE);
        desk.see("the edited draft", () -> desk.shows("I will look into a refund."));
        assertFalse(desk.isVisible(".no-evidence"), "the agent's own words need no evidence of ours");
        assertTrue(desk.isVisible(".evidence-mark"), "the other sentence keeps its own");
        desk.click("#undoDraft");
        desk.see("the model's words", () -> desk.shows("49 euros") && desk.isVisible(".no-evidence"));
    }

    @Test
    void aDraftIsDroppedWhenTheConversationMovesOn() throws Exception {
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        desk.wiring().intake().log(MessageId.random(), kettle.id(), "It has stopped leaking, thank you!");
        desk.see("that it was dropped", () -> desk.showsText("this draft was dropped"));
        assertFalse(desk.isVisible("#acceptDraft"), "there is nothing to insert");
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        assertEquals("", desk.composerText());
        model.says(HELLO + "Good to hear that it has stopped leaking!");
        desk.click("#draftAnew");
        desk.see("a new draft", () -> desk.isVisible("#acceptDraft") && desk.shows("Good to hear"));
    }

    @Test
    void aDraftBeingWrittenIsDroppedWhenTheConversationMovesOn() throws Exception {
        model.begins(HELLO + SORRY);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the first words", () -> desk.shows("I am sorry"));
        desk.wiring().intake().log(MessageId.random(), kettle.id(), "It has stopped leaking, thank you!");
        desk.see("that it was dropped", () -> desk.showsText("this draft was dropped"));
        assertFalse(desk.isVisible("#acceptDraft"));
    }

    @Test
    void aSentenceWithNothingBehindItIsAskedAboutOnceBeforeItLeaves() throws Exception {
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        desk.click("#acceptDraft");
        desk.see("the draft in the reply", () -> desk.composerText().contains(REFUND));
        pressSend();
        desk.see("the question", () -> desk.dialogShows(REFUND));
        assertFalse(desk.dialogShows(SORRY.strip()), "what has evidence is not asked about");
        desk.press(KeyCode.ENTER);
        desk.see("the question answered", () -> !desk.dialogShows(REFUND));
        assertTrue(desk.messages(kettle).stream().noneMatch(m -> m.isFrom(Message.Kind.REPLY)), "nothing was sent");
        pressSend();
        desk.see("the question", () -> desk.dialogShows(REFUND));
        desk.clickButton("Send anyway");
        desk.see("the reply held", () -> desk.isVisible("#undo"));
        desk.click("#undo");
        desk.see("the text back", () -> desk.composerText().contains(REFUND));
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the reply held again, without a question", () -> desk.isVisible("#undo"));
    }

    @Test
    void whatAnAgentChangedIsNotAskedAbout() throws Exception {
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        desk.click("#acceptDraft");
        desk.see("the draft in the reply", () -> desk.composerText().contains(REFUND));
        desk.atOnce(() -> {
            var text = (TextArea) desk.stage().getScene().lookup("#text");
            text.setText(text.getText().replace("49 euros", "the price"));
        });
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the reply held", () -> desk.isVisible("#undo"));
    }

    @Test
    void aModelThatFailsSaysWhyAndTheDraftCanBeWrittenWithoutIt() throws Exception {
        model.fails(ModelException.Kind.BAD_KEY);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("why", () -> desk.showsText("does not know the key"));
        assertTrue(desk.isVisible("#troubleSettings"));
        desk.click("#composeDraft");
        desk.see("the composed draft", () -> desk.isVisible("#acceptDraft") && desk.showsText("written without a model"));
    }

    @Test
    void anAgentReadsWhatTheModelSawByteForByte() throws Exception {
        model.writesDownIn(desk.wiring().drafting().ledger()).says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        desk.click("#saw");
        desk.see("the ledger's entry", () -> desk.dialogShows("talking-8b") && desk.dialogShows("The chain is whole") && desk.dialogShows("leaks at the bottom"));
        String sent = desk.wiring().drafting().ledger().entries(kettle.id(), 1).getFirst().sending().body();
        desk.<ToggleButton>inDialog("#asSent", ToggleButton::fire);
        desk.see("every byte of it", () -> desk.dialogShows(sent));
        desk.clickButton("Close");
    }

    @Test
    void theDeskLearnsWhatBecameOfEachDraft() throws Exception {
        Instant begin = Instant.now();
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        desk.click("#wrong");
        desk.clickMenu("A fact is wrong");
        desk.click("#discardDraft");
        desk.see("a draft discarded", () -> report(begin).discarded() == 1);
        model.says(HELLO + SORRY);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the next draft", () -> desk.isVisible("#acceptDraft"));
        desk.click("#acceptDraft");
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("a draft sent unchanged", () -> report(begin).unchanged() == 1);
        assertEquals(2, report(begin).shown());
        assertEquals(1, report(begin).wrong().get(WrongBecause.FACT));
    }

    @Test
    void aDraftThatWasDiscardedComesBackAsItWas() throws Exception {
        Instant begin = Instant.now();
        model.says(HELLO + SORRY);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the second version", () -> desk.isVisible("#acceptDraft") && desk.shows("49 euros"));
        String rests = desk.textIn(".evidence-sources");
        desk.click("#discardDraft");
        desk.see("the draft discarded", () -> !desk.isVisible(".draft-layer") && report(begin).discarded() == 1);
        desk.click("#bringBack");
        desk.see("the draft again", () -> desk.isVisible("#acceptDraft") && desk.shows("49 euros"));
        assertEquals(rests, desk.textIn(".evidence-sources"));
        assertFalse(desk.isDisabled("#compare"), "the version before is there, too");
        assertFalse(desk.isVisible("#bringBack"));
        desk.see("that it is not put away", () -> report(begin).discarded() == 0);
        desk.click("#acceptDraft");
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the question about the sentence with nothing behind it", () -> desk.dialogShows("nothing behind"));
        desk.clickButton("Send anyway");
        desk.see("what was sent counted for it", () -> report(begin).unchanged() == 1);
        assertFalse(desk.isVisible("#bringBack"), "what was sent from is not discarded");
    }

    @Test
    void whatWasDiscardedIsNotOfferedBesideAnotherDraftNorInAnotherTicket() throws Exception {
        Ticket other = desk.wiring().intake().open(new NewTicket(new Caller.New("Bo Lind", List.of(Address.email("bo@example.org"))),
                "Lost lid", "email", "I lost the lid.", Optional.empty()));
        draftAndDiscard();
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("another draft", () -> desk.isVisible("#acceptDraft"));
        assertFalse(desk.isVisible("#bringBack"));
        draftAndDiscard();
        desk.select(other.id());
        desk.see("the other ticket", () -> desk.isOpen(other));
        assertFalse(desk.isVisible("#bringBack"));
    }

    private void draftAndDiscard() throws Exception {
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        desk.click("#discardDraft");
        desk.see("the offer", () -> desk.isVisible("#bringBack"));
    }

    @Test
    void besideAComparisonTwoMessagesCanBeReadInAWindowOf800Lines() throws Exception {
        desk.atOnce(() -> {
            desk.stage().setWidth(1280);
            desk.stage().setHeight(800);
        });
        desk.wiring().intake().log(MessageId.random(), kettle.id(), "It leaks at the handle, too.");
        desk.wiring().intake().log(MessageId.random(), kettle.id(), "Can you help me?");
        desk.see("all messages", () -> desk.shows("Can you help me?"));
        String more = " We are looking into it and write to you as soon as we know.".repeat(8);
        for (String words : List.of(DRAFT + more, HELLO + SORRY + more)) {
            model.says(words);
            desk.press(KeyCode.CONTROL, KeyCode.J);
            desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        }
        desk.click("#compare");
        desk.see("the comparison", () -> desk.isVisible(".draft-compare"));
        desk.calm();
        List<Bounds> messages = desk.<Node, List<Bounds>>read(".messages", list -> list.lookupAll(".message").stream().map(DraftWindowTest::inWindow).toList());
        Bounds list = desk.read(".messages", DraftWindowTest::inWindow);
        assertTrue(messages.stream().filter(list::contains).count() >= 2, () -> messages + " in " + list);
        assertTrue(desk.<Node, Bounds>read("#send", DraftWindowTest::inWindow).getMaxY() <= 800, "the composer is within the window");
    }

    private static Bounds inWindow(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void aDraftComesBackWithItsTicket() throws Exception {
        Ticket other = desk.wiring().intake().open(new NewTicket(new Caller.New("Bo Lind", List.of(Address.email("bo@example.org"))),
                "Lost lid", "email", "I lost the lid.", Optional.empty()));
        model.says(DRAFT);
        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
        desk.select(other.id());
        desk.see("the other ticket without a draft", () -> desk.isOpen(other) && !desk.isVisible(".draft-layer"));
        desk.select(kettle.id());
        desk.see("the draft again", () -> desk.isOpen(kettle) && desk.isVisible("#acceptDraft") && desk.shows("49 euros"));
    }

    /** The question is modal: firing returns only when it is answered. */
    private void pressSend() {
        Platform.runLater(() -> desk.fire("#send"));
    }

    private DraftReport.Line report(Instant from) {
        return desk.wiring().drafting().measures().report(from, Instant.now().plusSeconds(1)).all();
    }

    @Test
    void aReplyWithAGapOrAPlaceholderAsksBeforeItGoes() throws Exception {
        desk.click(".composer-text");
        desk.type("Your order [order number] is here, paid by <CARD_1>.");
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the question", () -> desk.dialogShows("[order number], <CARD_1>"));
        desk.press(KeyCode.ESCAPE);
        desk.see("the text is still there", () -> desk.composerText().contains("[order number]"));
        assertEquals(1, desk.messages(kettle).stream().filter(message -> !message.isFrom(acquaint.model.Message.Kind.EVENT)).count());
    }
}
