package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.casework.QueueView;
import acquaint.model.Address;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.ui.Outside;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system tells while the window is out of sight. */
class NotificationsWindowTest {

    @TempDir
    Path directory;
    private DeskOnScreen desk;
    private Outside outside;
    private Ticket ticket;

    @BeforeEach
    void open() throws Exception {
        desk = DeskOnScreen.open(directory);
        desk.see("that the desk is empty", () -> desk.showsText("This desk is empty"));
        ticket = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.com"))),
                "The kettle leaks", "phone", "It drips.", Optional.of("Lee Park")));
        desk.see("the ticket", () -> desk.queueShows("The kettle leaks"));
        desk.atOnce(() -> outside = new Outside(desk.window().alerts()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void customerWrites(String words) {
        desk.wiring().intake().log(MessageId.random(), ticket.id(), words);
    }

    private void page() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
        desk.turnTo("Notifications");
    }

    @Test
    void aMessageIsToldWithoutItsWordsWhileTheWindowIsOutOfSight() throws Exception {
        desk.atOnce(() -> desk.stage().setIconified(true));
        customerWrites("My PIN is 4711.");
        desk.see("the notification", () -> outside.shown.size() == 1);
        assertEquals("Ana Ruiz · " + ticket.id().value() + " | New message", outside.shown.getFirst());
    }

    @Test
    void messagesThatComeTogetherAreToldTogetherAndAClickShowsMyTickets() throws Exception {
        Ticket other = desk.wiring().intake().open(new NewTicket(new Caller.New("Ben Cole", List.of(Address.email("ben@example.com"))),
                "The lid is loose", "phone", "It rattles.", Optional.of("Lee Park")));
        desk.see("the other ticket", () -> desk.queueShows("The lid is loose"));
        desk.chooseView(QueueView.CLOSED);
        desk.atOnce(() -> ((TextField) desk.stage().getScene().lookup("#filter")).setText("stove"));
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("the board", () -> !desk.isVisible(".queue-rows"));
        desk.atOnce(() -> desk.stage().setIconified(true));
        customerWrites("My PIN is 4711.");
        customerWrites("And it drips.");
        desk.wiring().intake().log(MessageId.random(), other.id(), "It rattles more.");
        desk.see("the notification", () -> !outside.shown.isEmpty());
        assertEquals(List.of("Acquaint | 3 new messages in 2 of your tickets"), outside.shown);
        outside.click();
        desk.see("my tickets", () -> !desk.stage().isIconified() && desk.queueShows("The kettle leaks") && desk.queueShows("The lid is loose"));
    }

    @Test
    void messagesOfOneTicketAreToldUnderItsNameAndAClickOpensIt() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("the board", () -> !desk.isVisible(".queue-rows"));
        desk.atOnce(() -> desk.stage().setIconified(true));
        customerWrites("My PIN is 4711.");
        customerWrites("And it drips.");
        desk.see("the notification", () -> !outside.shown.isEmpty());
        assertEquals(List.of("Ana Ruiz · " + ticket.id().value() + " | 2 new messages"), outside.shown);
        outside.click();
        desk.see("the ticket", () -> !desk.stage().isIconified() && desk.isVisible(".queue-rows") && desk.isOpen(ticket));
    }

    @Test
    void aWindowThatIsHiddenShowsNothing() throws Exception {
        desk.select(ticket.id());
        desk.see("the ticket", () -> desk.isOpen(ticket));
        Stage other = desk.onFx(() -> new Stage());
        desk.atOnce(() -> {
            other.show();
            other.requestFocus();
            desk.stage().hide();
        });
        customerWrites("Hello?");
        desk.see("the notification", () -> outside.shown.size() == 1);
        desk.atOnce(other::hide);
    }

    @Test
    void behindADialogOnlyTheConversationThatIsOnScreenCountsAsSeen() throws Exception {
        String alone = "Ana Ruiz · " + ticket.id().value() + " | New message";
        desk.see("that the window is in front", () -> desk.onFx(() -> desk.stage().isFocused()));
        customerWrites("It drips more.");
        desk.settle();
        desk.calm();
        assertEquals(0, outside.shown.size(), "the queue shows it");
        page();
        customerWrites("It drips a lot.");
        desk.see("the notification", () -> outside.shown.equals(List.of(alone)));
        desk.press(KeyCode.ESCAPE);
        desk.select(ticket.id());
        desk.see("the ticket", () -> desk.isOpen(ticket));
        page();
        customerWrites("It drips still.");
        desk.settle();
        desk.calm();
        desk.press(KeyCode.ESCAPE);
        desk.atOnce(() -> desk.stage().setIconified(true));
        customerWrites("Hello?");
        desk.see("the next notification", () -> outside.shown.size() > 1);
        assertEquals(List.of(alone, alone), outside.shown, "the conversation beside the dialog showed the one between");
    }

    @Test
    void wordsAndWhatIsToldAreChosenInTheSettings() throws Exception {
        page();
        desk.<CheckBox>inDialog("#withText", CheckBox::fire);
        desk.clickButton("Show an example");
        desk.see("the example", () -> outside.shown.size() == 1 && desk.dialogShows("Shown."));
        desk.press(KeyCode.ESCAPE);
        desk.atOnce(() -> desk.stage().setIconified(true));
        customerWrites("It drips again.");
        desk.see("the words", () -> outside.shown.size() == 2);
        assertEquals("Ana Ruiz · " + ticket.id().value() + " | New message: It drips again.", outside.shown.getLast());
        desk.atOnce(() -> desk.stage().setIconified(false));
        page();
        desk.<CheckBox>inDialog("#messages", CheckBox::fire);
        desk.press(KeyCode.ESCAPE);
        desk.atOnce(() -> desk.stage().setIconified(true));
        customerWrites("Hello?");
        desk.settle();
        desk.calm();
        assertEquals(2, outside.shown.size(), outside.shown::toString);
    }

    @Test
    void quietHoursThatBeginAndEndAtTheSameTimeAreToldAsSuch() throws Exception {
        page();
        desk.<CheckBox>inDialog("#quiet", CheckBox::fire);
        desk.<ComboBox<java.time.LocalTime>>inDialog("#from", box -> box.setValue(java.time.LocalTime.of(8, 0)));
        desk.see("that the times are the same", () -> desk.dialogShows("Choose two different times"));
        desk.press(KeyCode.ESCAPE);
    }
}
