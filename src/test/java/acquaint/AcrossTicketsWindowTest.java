package acquaint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Ticket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window shows of a customer's other tickets: what came up before, and all that happened. */
class AcrossTicketsWindowTest {

    private static final String SOLUTION = "I have sent you a new rubber seal for the kettle, which stops the leak.";

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket first;
    private Ticket third;

    @BeforeEach
    void openTheThirdTicketOfItsKind() throws Exception {
        desk = DeskOnScreen.open(directory);
        first = arrives("Kettle leaks", "My kettle of order 4711 leaks at the bottom when the water boils.");
        desk.replyAsColleague(first.id(), SOLUTION, true);
        Ticket second = arrives("Kettle leaks again", "The kettle leaks at the bottom again when the water boils.");
        desk.replyAsColleague(second.id(), SOLUTION, true);
        arrives("Where is my invoice", "I cannot find the invoice of my lamp.");
        third = arrives("Kettle is leaking", "Now the kettle leaks at the bottom again, the water runs over the table.");
        desk.settle();
        desk.select(third.id());
        desk.see("the ticket", () -> desk.isOpen(third));
    }

    @AfterEach
    void closeTheWindow() {
        desk.close();
    }

    private Ticket arrives(String subject, String words) {
        return desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))), subject, "email", words, Optional.empty()));
    }

    @Test
    void whatCameUpBeforeIsSaidAboveTheConversationAndOpensTheOtherTicket() throws Exception {
        desk.see("that it recurs", () -> desk.partShows(".recurring", "Third time since"));
        assertTrue(desk.partShows(".recurring", "Each time solved by"), desk.textIn(".recurring"));
        desk.click("#recurringMore");
        desk.see("each time", () -> desk.partShows(".recurring-lines", "Kettle leaks again"));
        desk.clickOnText(".recurring-lines", "Kettle leaks");
        desk.see("the first ticket", () -> desk.isOpen(first));
    }

    @Test
    void theNoticeIsPutAwayForThisTicketOnly() throws Exception {
        desk.see("that it recurs", () -> desk.isVisible(".recurring"));
        desk.click("#dismissRecurring");
        assertFalse(desk.isVisible(".recurring"));
        desk.select(first.id());
        desk.see("the other ticket with a notice of its own", () -> desk.isOpen(first) && desk.isVisible(".recurring"));
        desk.select(third.id());
        desk.see("the ticket", () -> desk.isOpen(third));
        assertFalse(desk.isVisible(".recurring"));
    }

    @Test
    void theHistoryIsFilteredAndOpensATicketAtTheMessageByKeysAlone() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.T);
        desk.see("the history of all tickets", () -> desk.partShows(".timeline-rows", "Where is my invoice") && desk.partShows(".timeline-rows", "Kettle leaks again"));
        desk.see("topics", () -> desk.isVisible(".timeline-topic"));
        desk.type("invoice");
        desk.see("only what is about the invoice", () -> !desk.partShows(".timeline-rows", "Kettle") && desk.partShows(".timeline-rows", "invoice of my lamp"));
        desk.atOnce(() -> ((TextField) desk.stage().getScene().lookup("#timelineFilter")).setText("4711"));
        desk.see("the first message", () -> desk.partShows(".timeline-rows", "order 4711") && !desk.partShows(".timeline-rows", "invoice"));
        desk.press(KeyCode.DOWN);
        desk.press(KeyCode.DOWN);
        desk.press(KeyCode.DOWN);
        desk.press(KeyCode.ENTER);
        desk.see("the ticket at the message", () -> desk.isOpen(first) && !desk.isVisible(".timeline") && desk.shows("order 4711"));
    }

    @Test
    void aFilterThatLetsNothingThroughSaysSoAndEscClosesTheHistory() throws Exception {
        desk.click("#history");
        desk.see("the history", () -> desk.isVisible(".timeline-rows"));
        desk.type("zebra");
        desk.see("that there is nothing", () -> desk.showsText("Nothing matches"));
        desk.press(KeyCode.ESCAPE);
        desk.see("the ticket", () -> !desk.isVisible(".timeline"));
        assertTrue(desk.isOpen(third));
    }
}
