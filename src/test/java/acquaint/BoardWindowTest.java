package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.BoardCard;
import acquaint.model.HandoffState;
import acquaint.model.Ticket;
import acquaint.ui.BoardOnScreen;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board of handoffs in the real window: read, filtered and worked with by keys and menus. */
class BoardWindowTest {

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket pole;
    private Ticket refund;

    @BeforeEach
    void anAgentHandsTwoTicketsOver() throws Exception {
        var handedOver = TwoHandoffs.in(directory);
        pole = handedOver.pole();
        refund = handedOver.refund();
        desk = DeskOnScreen.open(directory);
        desk.see("the queue", () -> desk.queueSize() == 2);
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("the board with what is new", () -> cards(HandoffState.NEW).size() == 2);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private BoardOnScreen board() {
        return new BoardOnScreen(desk.stage().getScene());
    }

    private List<BoardCard> cards(HandoffState column) {
        return board().cards(column);
    }

    private boolean isIn(HandoffState column, Ticket ticket) {
        return board().isIn(column, ticket.id());
    }

    private void choose(Ticket ticket) throws Exception {
        desk.atOnce(() -> board().choose(ticket.id()));
    }

    private void answer(String words, String doIt) throws Exception {
        desk.see("the question", () -> desk.dialogShows(doIt));
        desk.<TextArea>inDialog("#askedWords", area -> area.setText(words));
        desk.clickButton(doIt);
    }

    @Test
    void enterOpensTheBriefWithItsEvidenceAndTheEvidenceOpensTheTicketWhereItWasSaid() throws Exception {
        choose(pole);
        desk.press(KeyCode.ENTER);
        desk.see("the brief", () -> desk.partShows(".handoff", "Sent a new pole") && desk.partShows(".handoff", "May she have a new tent?"));
        assertTrue(desk.partShows(".handoff", "Noor handed it to Supervisor (role)"), () -> "who handed it over");
        assertTrue(desk.partShows(".handoff", "Noor handed the ticket over"), () -> "what happened");
        desk.atOnce(() -> ((Button) desk.stage().getScene().lookup(".brief-part-issue .evidence-source")).fire());
        desk.see("the ticket", () -> desk.isOpen(pole) && desk.shows("Hello, the tent pole of my Siskin broke."));
        assertFalse(desk.isVisible(".board"));
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("the brief again, as it was left", () -> desk.partShows(".handoff", "Sent a new pole"));
    }

    @Test
    void cardsCanBeWalkedOverWhereThereIsLessRoomThanAColumnTakes() throws Exception {
        for (int i = 0; i < 6; i++) {
            desk.press(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        choose(pole);
        desk.press(KeyCode.ENTER);
        desk.see("the brief", () -> desk.partShows(".handoff", "Sent a new pole"));
        choose(refund);
        desk.see("the other brief", () -> desk.partShows(".handoff", "May he have 340 euros back?"));
        choose(pole);
        desk.see("the brief again", () -> desk.partShows(".handoff", "May she have a new tent?"));
    }

    @Test
    void lettersAcceptAskAndDecideAndTheCardGoesFromColumnToColumn() throws Exception {
        choose(refund);
        desk.press(KeyCode.A);
        desk.see("the accepted card", () -> isIn(HandoffState.ACCEPTED, refund));
        assertEquals("Lee Park", cards(HandoffState.ACCEPTED).getFirst().handoff().reviewer().orElseThrow());
        choose(refund);
        Platform.runLater(() -> press('q'));
        answer("Has he sent the stove back?", "Ask");
        desk.see("the card that waits for the agent", () -> isIn(HandoffState.WAITING_ON_INTERNAL, refund));
        assertTrue(cards(HandoffState.WAITING_ON_INTERNAL).getFirst().isQuestionWaiting());
        choose(refund);
        Platform.runLater(() -> press('d'));
        answer("Yes, all of it.", "Decide");
        desk.see("the decided card", () -> isIn(HandoffState.DECIDED, refund));
        assertTrue(desk.messages(refund).stream().anyMatch(message -> message.text().equals("Yes, all of it.")));
    }

    @Test
    void whatAColleagueDidWhileAnAnswerWasWrittenIsToldAndNothingIsDoneTwice() throws Exception {
        choose(refund);
        Platform.runLater(() -> press('d'));
        desk.see("the question", () -> desk.dialogShows("Decide"));
        var handoffs = desk.wiring().supervision().handoffs();
        handoffs.ask(handoffs.of(refund.id()).orElseThrow().handoff(), "Has he sent it back?");
        answer("Yes, all of it.", "Decide");
        desk.see("that it changed", () -> desk.partShows(".board-trouble", "Somebody changed this handoff meanwhile."));
        desk.see("it as it is", () -> isIn(HandoffState.WAITING_ON_INTERNAL, refund));
        assertFalse(desk.messages(refund).stream().anyMatch(message -> message.text().equals("Yes, all of it.")));
        desk.click("#troubleSeen");
        desk.see("the trouble put away", () -> !desk.isVisible(".board-trouble"));
    }

    @Test
    void whatIsReturnedAsksForAReasonAndNothingHappensWithoutOne() throws Exception {
        choose(pole);
        Platform.runLater(() -> press('b'));
        desk.see("the question", () -> desk.dialogShows("Why does Noor get it back?"));
        desk.<TextArea>inDialog("#askedWords", area -> area.setText("Which pole"));
        desk.clickButton("Cancel");
        assertTrue(isIn(HandoffState.NEW, pole));
        Platform.runLater(() -> press('b'));
        desk.see("what was typed before", () -> desk.dialogShows("Why does Noor get it back?") && desk.dialogShows("Which pole"));
        answer("Which pole was it?", "Return");
        desk.see("the returned card", () -> isIn(HandoffState.RETURNED, pole));
        desk.see("no words left over", () -> desk.wiring().drafts().of(pole.id()).isEmpty());
    }

    @Test
    void theFilterNarrowsEveryColumnAndEscapeClearsIt() throws Exception {
        desk.press(KeyCode.SLASH);
        desk.type("refund");
        desk.see("the one that matches", () -> cards(HandoffState.NEW).size() == 1 && isIn(HandoffState.NEW, refund));
        desk.type("x");
        desk.see("that nothing matches", () -> desk.showsText("Nothing matches"));
        desk.press(KeyCode.ESCAPE);
        desk.see("all again", () -> cards(HandoffState.NEW).size() == 2);
    }

    @Test
    void arrowKeysWalkInAColumnAndToTheNextThatHasCards() throws Exception {
        choose(refund);
        desk.press(KeyCode.W);
        desk.see("why it cannot wait yet", () -> desk.showsText("Not while it is “New”."));
        desk.press(KeyCode.A);
        desk.see("the accepted card", () -> isIn(HandoffState.ACCEPTED, refund));
        choose(pole);
        desk.press(KeyCode.RIGHT);
        desk.see("the step to the right", () -> board().isFocused(HandoffState.ACCEPTED) && board().selectedRow(HandoffState.ACCEPTED) == 0);
        assertEquals(-1, board().selectedRow(HandoffState.NEW));
        desk.press(KeyCode.LEFT);
        desk.see("the step back", () -> board().isFocused(HandoffState.NEW) && board().selectedRow(HandoffState.NEW) == 0);
    }

    @Test
    void ticketKeysDoNothingWhileTheBoardIsShown() throws Exception {
        desk.press(KeyCode.I);
        desk.press(KeyCode.E);
        assertEquals(List.of(), List.of(pole, refund).stream().filter(ticket -> !desk.ticket(ticket).isOpen()).toList());
        assertTrue(desk.isVisible(".board"));
    }

    /** A letter as the keyboard sends it, from within the event loop: what asks a question returns only when that is answered. */
    private void press(char letter) {
        var scene = desk.stage().getScene();
        javafx.event.Event.fireEvent(scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner(), new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_TYPED, String.valueOf(letter), "", KeyCode.UNDEFINED, false, false, false, false));
    }
}
