package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Replies.SendOutcome;
import acquaint.casework.Replies.SendRequest;
import acquaint.casework.Reviews.Waiting;
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
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor before two held replies, in the real window: what concerns one is not told of the other, and nothing typed is lost. */
class HeldReplyWindowTest {

    private static final String STOVE = "We pay you back 340 euros.";
    private static final String LAMP = "We pay you back 120 euros.";

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket stoveTicket;
    private MessageId stove;

    @BeforeEach
    void twoRepliesWait() throws Exception {
        try (var lee = Colleague.enter(directory, "lee.park")) {
            lee.wiring().team().members().grant("Vera", Role.SUPERVISOR);
            lee.wiring().team().sendRules().use(new SendRulesChoice(Optional.of(new BigDecimal("100")), List.of(), List.of()));
        }
        try (var noor = Colleague.enter(directory, "noor")) {
            stoveTicket = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
            stove = holds(noor, stoveTicket, STOVE);
            holds(noor, noor.opens("Ana Ruiz", "Refund for the lamp", "I want my 120 euros back."), LAMP);
        }
        openAsVera();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static MessageId holds(Colleague noor, Ticket ticket, String words) {
        long seen = noor.wiring().conversations().open(ticket.id()).messages().getLast().position();
        return ((SendOutcome.HeldForReview) noor.wiring().replies().send(new SendRequest(MessageId.random(), ticket.id(), words, seen, false))).review().id();
    }

    private void openAsVera() throws Exception {
        desk = DeskOnScreen.openAs(directory, "vera");
        desk.see("the queue", () -> desk.queueSize() == 2);
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("that two replies wait", () -> desk.isVisible("#replies") && desk.textOf("#replies").equals("Replies to approve (2)"));
        desk.click("#replies");
        choose(STOVE);
        desk.see("the reply about the stove", () -> desk.partShows(".held-reply", STOVE) && desk.isVisible("#approve"));
    }

    private void choose(String words) throws Exception {
        desk.atOnce(() -> choose(list(), words));
    }

    private static void choose(ListView<Waiting> list, String words) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).review().text().equals(words)) {
                list.getSelectionModel().clearAndSelect(i);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private ListView<Waiting> list() {
        return (ListView<Waiting>) desk.stage().getScene().lookup(".held-list");
    }

    private void askWhatToChange() throws Exception {
        Platform.runLater(() -> desk.fire("#sendBack"));
        desk.see("the question", () -> desk.dialogShows("What is Noor to change?"));
    }

    @Test
    void whatWentWrongWithOneReplyIsNotToldOfTheOther() throws Exception {
        desk.atOnce(() -> {
            // Somebody is faster, and the supervisor goes on before the answer is there.
            desk.wiring().supervision().reviews().sendBack(stove, "Only half of it.");
            ((Button) desk.stage().getScene().lookup("#approve")).fire();
            choose(list(), LAMP);
        });
        desk.see("the other reply alone", () -> desk.partShows(".held-reply", LAMP) && desk.textOf("#replies").equals("Replies to approve (1)"));
        assertFalse(desk.partShows(".held-reply", "Somebody else"));
        assertFalse(desk.isDisabled("#approve"));
    }

    @Test
    void aReplyThatIsNoLongerThereIsTakenFromTheScreen() throws Exception {
        choose(LAMP);
        desk.see("the other reply", () -> desk.partShows(".held-reply", LAMP) && desk.isVisible("#approve"));
        desk.atOnce(() -> {
            desk.wiring().supervision().reviews().sendBack(stove, "Only half of it.");
            choose(list(), STOVE);
        });
        desk.see("that it is gone", () -> desk.textOf("#replies").equals("Replies to approve (1)") && desk.partShows(".held-reply", LAMP) && desk.isVisible("#approve"));
    }

    @Test
    void wordsThatAreLeftByEscAreThereWhenItIsAskedAgainAlsoAfterARestartAndGoneOnceTheyAreSaid() throws Exception {
        askWhatToChange();
        desk.<TextArea>inDialog("#askedWords", area -> area.setText("Half of it, for he kept the lid."));
        desk.press(KeyCode.ESCAPE);
        desk.see("the question gone", () -> !desk.dialogShows("What is Noor to change?"));
        desk.close();
        openAsVera();
        askWhatToChange();
        desk.see("the words", () -> desk.dialogShows("Half of it, for he kept the lid."));
        desk.clickButton("Send back");
        desk.see("that one reply waits", () -> desk.textOf("#replies").equals("Replies to approve (1)"));
        assertTrue(desk.messages(stoveTicket).stream().anyMatch(message -> message.text().equals("Half of it, for he kept the lid.")));
        desk.see("no words left", () -> !desk.wiring().drafts().of(stoveTicket.id()).containsKey(Mode.SEND_BACK));
    }

    @Test
    void whatWasChangedInAReplyThatIsSentBackReachesItsAuthor() throws Exception {
        desk.atOnce(() -> ((TextArea) desk.stage().getScene().lookup(".held-text")).setText("We pay you back half of it."));
        desk.see("that it was changed", () -> desk.textOf("#approve").equals("Send as changed"));
        askWhatToChange();
        desk.see("the change as a proposal", () -> desk.dialogShows("We pay you back half of it."));
        desk.clickButton("Send back");
        desk.see("the proposal as a note", () -> desk.messages(stoveTicket).stream().anyMatch(message -> message.text().equals("I propose:\n\nWe pay you back half of it.")));
        assertEquals(STOVE, desk.wiring().drafts().of(stoveTicket.id()).get(Mode.REPLY), "the author's own words are the author's draft");
    }
}
