package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.settings.DataDirectory;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other keys and the palette, in the real window and by keys alone. */
class KeyboardWindowTest {

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket kettle;
    private Ticket invoice;

    @BeforeEach
    void openTheTicket() throws Exception {
        desk = DeskOnScreen.open(directory);
        invoice = desk.wiring().intake().open(new NewTicket(new Caller.New("Cem Kaya", List.of(Address.email("cem@example.org"))),
                "Invoice is wrong", "email", "The invoice names another firm.", Optional.empty()));
        kettle = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))),
                "Kettle leaks", "email", "Hello, the kettle of order 4711 leaks at the bottom.", Optional.empty()));
        desk.see("the tickets", () -> desk.queueShows("Kettle leaks") && desk.queueShows("Invoice is wrong"));
        desk.clickQueueRow("Kettle leaks");
        desk.see("the conversation", () -> desk.shows("leaks at the bottom"));
    }

    @AfterEach
    void closeTheWindow() {
        desk.close();
    }

    /** From the sheet to the list of keys, with the action that has these words chosen. */
    private void chooseKeysOf(String words) throws Exception {
        desk.press(KeyCode.F1);
        desk.see("the sheet", () -> desk.dialogShows("Next ticket"));
        desk.clickButton("Change keys…");
        desk.see("the keys", () -> desk.dialogShows("Choose an action"));
        desk.inDialog("#keyFilter", node -> node.requestFocus());
        desk.typeInDialog(words);
        desk.see("the one action", () -> !desk.dialogShows("Next ticket"));
        desk.pressInDialog(KeyCode.ENTER, false);
    }

    private Map<String, List<String>> kept() throws Exception {
        return new SettingsFile(new DataDirectory(directory).settings()).load(Settings.firstStart("lee")).settings().desktop().keys();
    }

    @Test
    void aReplyIsSentByTheNewKeyAndNoLongerByTheFormer() throws Exception {
        chooseKeysOf("add the note");
        desk.pressInDialog(KeyCode.ENTER, false);
        desk.see("that it listens", () -> desk.dialogShows("Press the new keys"));
        desk.pressInDialog(KeyCode.C, true);
        desk.see("why not", () -> desk.dialogShows("it edits texts everywhere"));
        desk.pressInDialog(KeyCode.G, true);
        desk.see("the new key", () -> desk.dialogShows("now has Ctrl+G"));
        desk.see("it kept", () -> kept().equals(Map.of("SEND", List.of("Shortcut+G"))));
        desk.pressInDialog(KeyCode.ESCAPE, false);
        desk.clickQueueRow("Kettle leaks");
        desk.press(KeyCode.R);
        desk.type("A new one is on its way.");
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertFalse(desk.isVisible("#undo"), "the former key");
        desk.press(KeyCode.CONTROL, KeyCode.G);
        desk.see("the reply held", () -> desk.isVisible("#undo"));
        desk.see("the reply sent", () -> desk.messages(kettle).stream().anyMatch(m -> m.delivery() == Message.Delivery.SENT && m.text().equals("A new one is on its way.")));
    }

    @Test
    void aKeyOfAnotherActionIsTakenOnlyAfterAQuestionAndCanBeGivenBack() throws Exception {
        chooseKeysOf("tags");
        desk.pressInDialog(KeyCode.ENTER, false);
        desk.pressInDialog(KeyCode.E, false);
        desk.see("whose it is", () -> desk.dialogShows("E belongs to “Close or reopen”"));
        desk.pressInDialog(KeyCode.ESCAPE, false);
        desk.pressInDialog(KeyCode.ENTER, false);
        desk.pressInDialog(KeyCode.E, false);
        desk.see("the question again", () -> desk.dialogShows("Take it from"));
        desk.pressInDialog(KeyCode.SPACE, false);
        desk.see("that it is taken", () -> desk.dialogShows("“Tags…” now has E"));
        desk.see("both kept", () -> kept().equals(Map.of("CLOSE_OR_REOPEN", List.of(), "TAGS", List.of("E"))));
        desk.pressInDialog(KeyCode.Z, true);
        desk.see("that it is taken back", () -> kept().isEmpty());
        desk.pressInDialog(KeyCode.ESCAPE, false);
        desk.clickQueueRow("Kettle leaks");
        desk.press(KeyCode.E);
        desk.see("the ticket closed", () -> desk.ticket(kettle).status() == TicketStatus.CLOSED);
    }

    @Test
    void keysThatTheFileGetsWrongAreAsUsual() throws Exception {
        desk.close();
        var file = new SettingsFile(new DataDirectory(directory).settings());
        desk = DeskOnScreen.openWith(directory, chosen -> chosen.withDesktop(chosen.desktop().withKeys(
                Map.of("SEND", List.of("Ctrl+Nonsense"), "NO_ACTION", List.of("X"), "REPLY", List.of("E"), "NOTE", List.of("M")))));
        desk.see("the tickets", () -> desk.queueShows("Kettle leaks"));
        desk.clickQueueRow("Kettle leaks");
        desk.see("the conversation", () -> desk.shows("leaks at the bottom"));
        desk.press(KeyCode.M);
        desk.type("Asked the warehouse.");
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the note", () -> desk.messages(kettle).stream().anyMatch(m -> m.text().equals("Asked the warehouse.")));
        assertTrue(file.load(Settings.firstStart("lee")).settings().desktop().keys().containsKey("NO_ACTION"));
    }

    @Test
    void thePaletteOpensATicketRunsAnActionAndShowsASettingByKeysAlone() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.K);
        desk.see("what is often needed", () -> desk.partShows(".palette", "Often needed"));
        desk.type("invoice");
        desk.see("the ticket", () -> desk.partShows(".palette", "Tickets") && desk.partShows(".palette", "Cem Kaya"));
        desk.press(KeyCode.ENTER);
        desk.see("the other ticket", () -> desk.shows("names another firm"));
        assertFalse(desk.isVisible(".palette"));
        desk.press(KeyCode.CONTROL, KeyCode.K);
        desk.see("what was used", () -> desk.partShows(".palette", "Used lately") && desk.partShows(".palette", "Invoice is wrong"));
        desk.type("wnote");
        desk.see("the action", () -> first().contains("Write a note"));
        desk.press(KeyCode.ENTER);
        desk.type("By keys alone.");
        assertEquals("By keys alone.", desk.composerText(), "the focus is where the action put it");
        desk.press(KeyCode.CONTROL, KeyCode.K);
        desk.type("second person");
        desk.press(KeyCode.ESCAPE);
        assertFalse(desk.isVisible(".palette"));
        desk.type(" Really.");
        assertEquals("By keys alone. Really.", desk.composerText(), "the focus went back");
        desk.press(KeyCode.CONTROL, KeyCode.K);
        desk.type("keyboard settings");
        desk.see("the page", () -> first().contains("Keyboard"));
        desk.press(KeyCode.ENTER);
        desk.see("the settings", () -> desk.dialogShows("Choose an action and press the keys"));
    }

    @Test
    void thePaletteFindsCustomersSaysWhatCannotBeDoneAndThatNothingAnswers() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.K);
        desk.type("accept draft");
        desk.see("why not", () -> desk.partShows(".palette", "There is no draft"));
        desk.press(KeyCode.ENTER);
        assertTrue(desk.isVisible(".palette"), "nothing was done");
        desk.press(KeyCode.CONTROL, KeyCode.A);
        desk.type("qqzzx");
        desk.see("that nothing answers", () -> desk.partShows(".palette", "Nothing answers that"));
        desk.press(KeyCode.CONTROL, KeyCode.A);
        desk.type("cem kaya");
        desk.see("the customer before the ticket", () -> first().contains("newest ticket"));
        desk.press(KeyCode.END);
        desk.press(KeyCode.HOME);
        desk.press(KeyCode.SHIFT, KeyCode.ENTER);
        desk.see("the history", () -> desk.isVisible(".timeline-rows"));
        assertTrue(desk.isOpen(invoice));
    }

    @SuppressWarnings("unchecked")
    private String first() throws Exception {
        var rows = new String[] {""};
        desk.atOnce(() -> {
            var list = (ListView<Object>) desk.stage().getScene().lookup(".palette-rows");
            rows[0] = list.getItems().isEmpty() ? "" : list.getItems().getFirst().toString();
        });
        return rows[0];
    }
}
