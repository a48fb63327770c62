package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.ui.BoardOnScreen;
import acquaint.model.TicketStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a handoff in the real window, agent and supervisor signed in one after the other at the same desk. */
class HandoffJourneyTest {

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket stove;

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
    }

    private void signIn(String name) throws Exception {
        if (desk != null) {
            desk.close();
        }
        desk = DeskOnScreen.openAs(directory, name);
        desk.see("the queue", () -> desk.queueSize() > 0);
    }

    private void openTheStove() throws Exception {
        desk.select(stove.id());
        desk.see("the ticket", () -> desk.isOpen(stove));
    }

    @Test
    void whatIsHandedOverIsReturnedAnsweredAcceptedAndDecidedAndTheNextTicketTellsTheOutcome() throws Exception {
        try (var lee = Colleague.enter(directory, "lee.park")) {
            lee.wiring().team().members().grant("Vera", Role.SUPERVISOR);
        }
        try (var noor = Colleague.enter(directory, "noor")) {
            stove = noor.opens("Bo Lind", "Refund for the stove", "The stove leaks. I want my 340 euros back.");
        }

        signIn("noor");
        handOver();

        signIn("vera");
        onTheBoard(HandoffState.NEW);
        letter('b');
        answer("Has he sent the stove back, and when?", "Return");
        desk.see("the returned card", () -> isIn(HandoffState.RETURNED));

        signIn("noor");
        openTheStove();
        desk.see("the question", () -> desk.partShows(".handoff-strip", "Has he sent the stove back, and when?"));
        assertEquals(TicketStatus.OPEN, desk.ticket(stove).status());
        desk.click("#answer");
        desk.type("Yes, on Monday.");
        desk.click("#sendAnswer");
        desk.see("that it is handed over again", () -> desk.ticket(stove).status() == TicketStatus.ESCALATED);

        signIn("vera");
        onTheBoard(HandoffState.NEW);
        desk.press(KeyCode.A);
        desk.see("the accepted card", () -> isIn(HandoffState.ACCEPTED));
        choose(HandoffState.ACCEPTED);
        letter('d');
        answer("Pay back all of it.", "Decide");
        desk.see("the decided card", () -> isIn(HandoffState.DECIDED));

        signIn("noor");
        openTheStove();
        desk.see("the decision", () -> desk.partShows(".handoff-strip", "Pay back all of it."));
        assertTrue(desk.ticket(stove).assignee().filter("Noor"::equals).isPresent());
        Ticket next = desk.wiring().intake().open(new NewTicket(new Caller.Known(stove.customer()), "A new stove", "email", "Which stove do you recommend?", Optional.empty()));
        desk.select(next.id());
        desk.see("the outcome beside the customer's next ticket", () -> desk.isOpen(next) && desk.partShows(".memory", "Pay back all of it. (by Vera)"));
        assertEquals(List.of(HandoffStep.Kind.HANDED_OVER, HandoffStep.Kind.RETURNED, HandoffStep.Kind.ANSWERED, HandoffStep.Kind.ACCEPTED, HandoffStep.Kind.DECIDED),
                desk.wiring().supervision().handoffs().of(stove.id()).orElseThrow().steps().stream().map(HandoffStep::kind).toList());
    }

    private void handOver() throws Exception {
        openTheStove();
        desk.press(KeyCode.CONTROL, KeyCode.E);
        desk.see("the brief, filled in", () -> desk.isVisible(".brief-sections") && desk.partShows(".brief-sections", "I want my 340 euros back"));
        for (String nothing : List.of("#nothingTried", "#nothingPromised")) {
            if (desk.isVisible(nothing)) {
                desk.fire(nothing);
            }
        }
        desk.atOnce(() -> {
            @SuppressWarnings("unchecked")
            var recipient = (ComboBox<Recipient>) desk.stage().getScene().lookup("#handoffTo");
            recipient.setValue(Recipient.role(Role.SUPERVISOR));
        });
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the ticket handed over", () -> desk.ticket(stove).status() == TicketStatus.ESCALATED && !desk.isVisible(".brief"));
    }

    private void onTheBoard(HandoffState column) throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        choose(column);
    }

    private boolean isIn(HandoffState column) {
        return new BoardOnScreen(desk.stage().getScene()).isIn(column, stove.id());
    }

    private void choose(HandoffState column) throws Exception {
        desk.see("the card in " + column, () -> isIn(column));
        desk.atOnce(() -> new BoardOnScreen(desk.stage().getScene()).choose(stove.id()));
    }

    /** A letter that opens a dialog keeps whoever pressed it waiting. */
    private void letter(char letter) {
        Platform.runLater(() -> {
            var focused = desk.stage().getScene().getFocusOwner();
            focused.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, String.valueOf(letter), "", KeyCode.UNDEFINED, false, false, false, false));
        });
    }

    private void answer(String words, String doIt) throws Exception {
        desk.see("the question", () -> desk.dialogShows(doIt));
        desk.<TextArea>inDialog("#askedWords", area -> area.setText(words));
        desk.clickButton(doIt);
    }
}
