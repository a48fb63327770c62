package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Promise;
import acquaint.model.Ticket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent sees of the promises that replies made, and does about them, in the real window. */
class PromisesWindowTest {

    private static final String PROMISE = "We will send you a new kettle tomorrow.";

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket kettle;
    private Promise promise;

    @BeforeEach
    void promiseSomething() throws Exception {
        desk = DeskOnScreen.open(directory);
        kettle = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))),
                "Kettle leaks", "email", "The kettle leaks.", Optional.empty()));
        desk.replyAsColleague(kettle.id(), "I am sorry. " + PROMISE, false);
        desk.settle();
        promise = desk.wiring().supervision().promises().ofTicket(kettle.id()).getFirst();
        desk.select(kettle.id());
        desk.see("the ticket", () -> desk.isOpen(kettle));
    }

    @AfterEach
    void closeTheWindow() {
        desk.close();
    }

    private void isOverdue() {
        desk.wiring().supervision().promises().changeDue(promise.id(), Optional.of(Instant.now().minus(2, ChronoUnit.DAYS)));
    }

    private Promise now() {
        return desk.wiring().supervision().promises().ofTicket(kettle.id()).getFirst();
    }

    @Test
    void anOverduePromiseStandsAboveTheConversationUntilItIsKept() throws Exception {
        isOverdue();
        desk.see("that it is overdue", () -> desk.partShows(".promise-strip", "overdue") && desk.partShows(".promise-strip", PROMISE));
        desk.see("how many are", () -> desk.textIn("#place-promises").contains("1"));
        desk.clickSpoken("Kept: " + PROMISE);
        desk.see("nothing owed", () -> !desk.isVisible(".promise-strip"));
        assertEquals(Promise.State.KEPT, now().state());
    }

    @Test
    void theLedgerIsWorkedThroughByKeys() throws Exception {
        isOverdue();
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        desk.see("the promise", () -> desk.partShows(".promises", PROMISE) && desk.partShows(".promises", "Overdue (1)"));
        desk.atOnce(() -> {
            var table = (TableView<?>) desk.stage().getScene().lookup("#table");
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        // The question is modal: pressing returns when it is there.
        desk.press(KeyCode.W);
        desk.see("the question", () -> desk.dialogShows("Why does it not hold"));
        desk.<TextField>inDialog(".text-field", field -> field.setText("she bought another"));
        desk.clickButton("OK");
        desk.see("nothing owed", () -> desk.showsText("Nothing is owed"));
        assertEquals(Promise.State.WITHDRAWN, now().state());
        assertEquals(Optional.of("she bought another"), now().endedReason());
    }

    @Test
    void aPromiseGetsAnotherTimeOrNone() throws Exception {
        isOverdue();
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        desk.see("the promise", () -> desk.partShows(".promises", PROMISE));
        desk.atOnce(() -> {
            var table = (TableView<?>) desk.stage().getScene().lookup("#table");
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        desk.press(KeyCode.D);
        desk.see("the question", () -> desk.dialogShows("Until when"));
        desk.<CheckBox>inDialog(".check-box", CheckBox::fire);
        desk.clickButton("Change");
        desk.see("no due time", () -> desk.partShows(".promises", "no due time"));
        assertEquals(Optional.empty(), now().due());
        assertFalse(desk.isVisible(".promise-strip"));
    }

    @Test
    void aFilterShowsOnlyMineOrWhatIsDueAndEnterOpensTheReply() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        desk.see("the promise", () -> desk.partShows(".promises", PROMISE));
        desk.fire("#promises-overdue");
        desk.see("none overdue", () -> desk.showsText("No promise passes the filter"));
        desk.fire("#promises-mine");
        desk.see("mine", () -> desk.partShows(".promises", PROMISE));
        desk.atOnce(() -> {
            var table = (TableView<?>) desk.stage().getScene().lookup("#table");
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        desk.press(KeyCode.ENTER);
        desk.see("the ticket", () -> desk.isVisible(".messages") && desk.shows(PROMISE));
        assertTrue(desk.isOpen(kettle));
    }
}
