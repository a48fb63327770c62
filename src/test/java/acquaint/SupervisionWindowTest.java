package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Replies.SendOutcome;
import acquaint.casework.Replies.SendRequest;
import acquaint.model.Handoff;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.settings.SendRulesChoice;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agent and supervisor at the same desk, one after the other, in the real window: handoffs, held replies, figures and who is signed in. */
class SupervisionWindowTest {

    private static final String HELD = "We pay you back 340 euros.";

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket ticket;

    @BeforeEach
    void theTeam() throws Exception {
        try (var lee = Colleague.enter(directory, "lee.park")) {
            lee.wiring().team().members().grant("Vera", Role.SUPERVISOR);
            lee.wiring().team().sendRules().use(new SendRulesChoice(Optional.of(new BigDecimal("100")), List.of("lawyer"), List.of()));
        }
    }

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
    }

    private void openAs(String name) throws Exception {
        desk = DeskOnScreen.openAs(directory, name);
        desk.see("the queue", () -> desk.queueSize() == 1);
    }

    private void changeTo(String name) throws Exception {
        desk.close();
        openAs(name);
    }

    private void openTicket() throws Exception {
        desk.select(ticket.id());
        desk.see("the ticket", () -> desk.isOpen(ticket));
    }

    @Test
    void whatWasAskedReturnedAndDecidedStandsOverTheConversationAndIsAnsweredThere() throws Exception {
        Handoff handoff;
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
            handoff = noor.handsOver(ticket, "May he have 340 euros back?");
        }
        try (var vera = Colleague.enter(directory, "vera")) {
            vera.wiring().supervision().handoffs().ask(handoff, "Has he sent the stove back?");
        }
        openAs("noor");
        openTicket();
        desk.see("the question", () -> desk.partShows(".handoff-strip", "Has he sent the stove back?"));
        assertTrue(desk.partShows(".handoff-strip", "Vera asks you:"));
        desk.click("#answer");
        desk.type("Yes, on Monday.");
        desk.click("#sendAnswer");
        desk.see("that it is answered", () -> !desk.isVisible("#answer") && desk.messages(ticket).stream().anyMatch(message -> message.text().equals("Yes, on Monday.")));
        desk.close();
        try (var vera = Colleague.enter(directory, "vera")) {
            vera.wiring().supervision().handoffs().giveBack(vera.now(handoff), "Which stove?");
        }
        openAs("noor");
        openTicket();
        desk.see("the reason", () -> desk.partShows(".handoff-strip", "Vera returned it:") && desk.partShows(".handoff-strip", "Which stove?"));
        desk.click("#answer");
        desk.type("The Primo 2.");
        desk.click("#sendAnswer");
        desk.see("that it is handed over again", () -> desk.partShows(".handoff-strip", "Nobody has taken it yet."));
        desk.close();
        try (var vera = Colleague.enter(directory, "vera")) {
            vera.wiring().supervision().handoffs().decide(vera.now(handoff), "Pay it all back.");
        }
        openAs("noor");
        openTicket();
        desk.see("the decision", () -> desk.partShows(".handoff-strip", "Vera decided:") && desk.partShows(".handoff-strip", "Pay it all back."));
        desk.click("#understood");
        desk.see("the strip put away", () -> !desk.isVisible(".handoff-strip"));
    }

    @Test
    void aDecisionIsSeenAtOnceWhileItsTicketIsOpen() throws Exception {
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
            noor.handsOver(ticket, "May he have 340 euros back?");
        }
        openAs("lee.park");
        openTicket();
        desk.see("whom it was handed to", () -> desk.partShows(".handoff-strip", "Handed over to Supervisor (role)."));
        desk.wiring().supervision().handoffs().decide(desk.wiring().supervision().handoffs().of(ticket.id()).orElseThrow().handoff(), "Pay it all back.");
        desk.see("the decision", () -> desk.partShows(".handoff-strip", "Pay it all back."));
    }

    private MessageId holds(String name, String words) throws Exception {
        try (var noor = Colleague.enter(directory, name)) {
            if (ticket == null) {
                ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
            }
            long seen = noor.wiring().conversations().open(ticket.id()).messages().getLast().position();
            var outcome = noor.wiring().replies().send(new SendRequest(MessageId.random(), ticket.id(), words, seen, false));
            return ((SendOutcome.HeldForReview) outcome).review().id();
        }
    }

    private void seeHeldReply() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("the board", () -> desk.isVisible("#replies"));
        desk.see("that a reply waits", () -> desk.textOf("#replies").equals("Replies to approve (1)"));
        desk.click("#replies");
        desk.see("the reply", () -> desk.partShows(".held-reply", HELD) && desk.isVisible("#approve"));
    }

    @Test
    void aReplyThatARuleMatchesIsHeldSaysWhyAndCanBeTakenBack() throws Exception {
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
        }
        openAs("noor");
        openTicket();
        desk.press(KeyCode.R);
        desk.type(HELD);
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("that it is held, and why", () -> desk.partShows(".held-strip", "second pair of eyes") && desk.partShows(".held-strip", "340"));
        assertEquals("", desk.composerText());
        assertFalse(desk.messages(ticket).stream().anyMatch(message -> message.isFrom(Message.Kind.REPLY)));
        desk.type("Typed since.");
        desk.click("#takeBackHeld");
        desk.see("the text again, before what was typed since", () -> desk.composerText().equals(HELD + "\n\nTyped since."));
        desk.see("that nothing is held", () -> !desk.isVisible(".held-strip"));
    }

    @Test
    void aSupervisorChangesAHeldReplyAndSendsIt() throws Exception {
        holds("noor", HELD);
        openAs("vera");
        seeHeldReply();
        assertTrue(desk.partShows(".held-reply", "It names a sum above the limit: 340 euros") || desk.partShows(".held-reply", "above the limit"));
        desk.see("what the sentence rests on", () -> desk.isVisible(".held-reply .brief-read-line"));
        desk.atOnce(() -> ((TextArea) desk.stage().getScene().lookup(".held-text")).setText("We pay you back 340 euros on Friday."));
        desk.see("that it was changed", () -> desk.textOf("#approve").equals("Send as changed"));
        desk.click("#approve");
        desk.see("that nothing waits", () -> desk.showsText("No reply waits"));
        assertTrue(desk.messages(ticket).stream().anyMatch(message -> message.isFrom(Message.Kind.REPLY) && message.text().equals("We pay you back 340 euros on Friday.")));
    }

    @Test
    void whatASupervisorMadeOfAHeldReplyIsThereWhenTheDeskIsOpenedAgain() throws Exception {
        MessageId held = holds("noor", HELD);
        openAs("vera");
        seeHeldReply();
        desk.atOnce(() -> ((TextArea) desk.stage().getScene().lookup(".held-text")).setText("We pay you back half of it."));
        desk.see("it on disk", () -> desk.wiring().supervision().reviews().find(held).orElseThrow().edited().equals(Optional.of("We pay you back half of it.")));
        changeTo("vera");
        seeHeldReply();
        assertEquals("Send as changed", desk.textOf("#approve"));
        desk.click("#approve");
        desk.see("that nothing waits", () -> desk.showsText("No reply waits"));
        assertTrue(desk.messages(ticket).stream().anyMatch(message -> message.text().equals("We pay you back half of it.")));
    }

    @Test
    void anAnswerThatWasBegunIsThereWhenTheDeskIsOpenedAgainAndGoneOnceItIsGiven() throws Exception {
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
            noor.handsOver(ticket, "May he have 340 euros back?");
        }
        try (var vera = Colleague.enter(directory, "vera")) {
            vera.wiring().supervision().handoffs().ask(vera.wiring().supervision().handoffs().of(ticket.id()).orElseThrow().handoff(), "Has he sent it back?");
        }
        openAs("noor");
        openTicket();
        desk.see("the question", () -> desk.isVisible("#answer"));
        desk.click("#answer");
        desk.type("Yes, on");
        desk.see("it on disk", () -> "Yes, on".equals(desk.wiring().drafts().of(ticket.id()).get(Mode.ANSWER)));
        changeTo("noor");
        openTicket();
        desk.see("what was begun", () -> desk.isVisible("#sendAnswer") && !desk.isDisabled("#sendAnswer"));
        desk.click("#sendAnswer");
        desk.see("that it is answered", () -> desk.messages(ticket).stream().anyMatch(message -> message.text().equals("Yes, on")));
        desk.see("no draft of it", () -> !desk.wiring().drafts().of(ticket.id()).containsKey(Mode.ANSWER));
    }

    @Test
    void whatIsSentBackIsInItsAuthorsDraftWithTheReason() throws Exception {
        holds("noor", HELD);
        openAs("vera");
        seeHeldReply();
        Platform.runLater(() -> desk.fire("#sendBack"));
        desk.see("the question", () -> desk.dialogShows("What is Noor to change?"));
        desk.<TextArea>inDialog("#askedWords", area -> area.setText("Only half of it."));
        desk.clickButton("Send back");
        desk.see("that nothing waits", () -> desk.showsText("No reply waits"));
        changeTo("noor");
        openTicket();
        desk.see("the text and the reason", () -> desk.composerText().equals(HELD) && desk.partShows(".held-strip", "Vera sent your reply back: Only half of it."));
    }

    @Test
    void nobodyLetsTheirOwnReplyLeave() throws Exception {
        holds("vera", HELD);
        openAs("vera");
        seeHeldReply();
        assertTrue(desk.partShows(".held-reply", "You wrote this reply"));
        assertTrue(desk.isDisabled("#approve"));
    }

    @Test
    void whatARoleMayNotDoIsToldInADialogWithTheRoleThatMay() throws Exception {
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
        }
        openAs("noor");
        openTicket();
        desk.clickSpoken("More about this customer");
        desk.clickMenu("Forget this customer…");
        desk.clickButton("Forget");
        desk.see("the refusal", () -> desk.dialogShows("Not in this role") && desk.dialogShows("Supervisor"));
        assertFalse(desk.dialogShows("AQ-"), "that is no fault of the program");
        desk.clickButton("OK");
    }

    @Test
    void anAgentSeesNeitherBoardNorFiguresAndIsToldWhy() throws Exception {
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
        }
        openAs("noor");
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("why there is no board", () -> desk.partShows(".board", "For supervisors"));
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        desk.see("why there are no figures", () -> desk.partShows(".figures", "For supervisors"));
    }

    @Test
    void figuresAreDrawnAndListedAsTables() throws Exception {
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
            noor.handsOver(ticket, "May he have 340 euros back?");
        }
        openAs("vera");
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        desk.see("the charts", () -> desk.isVisible(".chart") && desk.partShows(".figures", "Waiting now, by age"));
        desk.click("#asTables");
        desk.see("the tables", () -> !desk.isVisible(".chart") && desk.isVisible(".figure .table-view"));
    }

    @Test
    void aRoleThatWasNotGrantedIsRefusedInWordsAndAnotherNameOpensTheDeskAnewWithWhatWasTyped() throws Exception {
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
        }
        openAs("noor");
        openTicket();
        desk.press(KeyCode.R);
        desk.type("Half a sentence");
        assertTrue(desk.stage().getTitle().endsWith("Noor (Agent)"), () -> desk.stage().getTitle());
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        desk.see("the question", () -> desk.dialogShows("Signed in: Noor, Agent"));
        desk.<ComboBox<Role>>inDialog("#role", role -> role.setValue(Role.ADMIN));
        desk.clickButton("Sign in");
        desk.see("the refusal", () -> desk.dialogShows("Noor may sign in as Agent at most, not as Admin."));
        desk.<ComboBox<String>>inDialog("#name", name -> name.getEditor().setText("Vera"));
        desk.clickButton("Sign in");
        desk.see("the desk as Vera has it", () -> desk.stage().getTitle().endsWith("Vera (Supervisor)") && desk.queueSize() == 1);
        assertEquals("Half a sentence", desk.wiring().drafts().of(ticket.id()).get(Mode.REPLY));
    }

    @Test
    void anAdminGrantsRolesAndChoosesWhatASecondPersonMustSee() throws Exception {
        try (var noor = Colleague.enter(directory, "noor")) {
            ticket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
        }
        openAs("lee.park");
        desk.press(KeyCode.CONTROL, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Team"));
        desk.turnTo("Team");
        desk.see("the members", () -> desk.dialogShows("Noor") && desk.dialogShows("Lee Park (you)"));
        desk.<TextField>inDialog("#newMember", field -> field.setText("Mia"));
        desk.<Button>inDialog("#addMember", Button::fire);
        desk.see("the new member", () -> desk.dialogShows("Mia may sign in as Agent."));
        desk.<TextField>inDialog("#above", field -> field.setText("much"));
        desk.<Button>inDialog("#applyRules", Button::fire);
        desk.see("what is wrong", () -> desk.dialogShows("This is not a sum."));
        desk.<TextField>inDialog("#above", field -> field.setText("250,50"));
        desk.<Button>inDialog("#applyRules", Button::fire);
        desk.see("that it is saved", () -> desk.dialogShows("Saved."));
        assertEquals(Optional.of(new BigDecimal("250.5")), desk.wiring().team().sendRules().current().above());
        assertEquals(List.of("lawyer"), desk.wiring().team().sendRules().current().words());
    }
}
