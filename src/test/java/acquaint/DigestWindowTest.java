package acquaint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Ticket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Summary, what is new, and questions to memory, in the real window and without a model. */
class DigestWindowTest {

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket second;

    @BeforeEach
    void openATicketOfACustomerWhoIsKnown() throws Exception {
        desk = DeskOnScreen.open(directory);
        Ticket first = arrives("Broken tent pole", "Hello, the tent pole of my Siskin broke.");
        desk.replyAsColleague(first.id(), "I have sent you a new 9 mm pole free of charge today.", true);
        desk.settle();
        second = arrives("Second tent pole broken", "Hello! The new tent pole is broken too. I leave on 12 December.");
        desk.replyAsColleague(second.id(), "I am sorry. We will send another pole by 3 December.", false);
        desk.settle();
        desk.select(second.id());
        desk.see("the ticket", () -> desk.isOpen(second));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private Ticket arrives(String subject, String words) {
        return desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))), subject, "email", words, Optional.empty()));
    }

    @Test
    void theSummaryTellsWhatWasWantedAndPromisedAndEscPutsItAway() throws Exception {
        desk.click("#summary");
        desk.see("the summary", () -> desk.showsText("The new tent pole is broken too."));
        assertTrue(desk.showsText("Promised") && desk.showsText("We will send another pole by 3 December.") && desk.showsText("in their words"));
        desk.click("#putAway");
        desk.see("no summary", () -> !desk.showsText("in their words"));
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        desk.see("the summary again", () -> desk.showsText("in their words"));
    }

    @Test
    void nothingNewIsSaidSo() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
        desk.see("the news", () -> desk.isVisible(".digest"));
        assertTrue(desk.showsText("Since you last looked"));
    }

    @Test
    void aQuestionToMemoryIsAnsweredWithWhereItStands() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        desk.type("Was a pole sent free of charge?");
        desk.press(KeyCode.ENTER);
        desk.see("the answer", () -> desk.partShows(".ask-memory-answer", "9 mm pole free of charge"));
        desk.press(KeyCode.ESCAPE);
        desk.see("no answer", () -> !desk.isVisible(".ask-memory-answer"));
        desk.click("#question");
        desk.press(KeyCode.CONTROL, KeyCode.A);
        desk.type("zebra");
        desk.press(KeyCode.ENTER);
        desk.see("that there is none", () -> desk.partShows(".ask-memory-answer", "Memory has nothing on this."));
    }
}
