package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Ticket;
import acquaint.settings.PrivacyChoice;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is masked and what a model is told, chosen in the real window. */
class PrivacySettingsWindowTest {

    @TempDir
    Path directory;

    private DeskOnScreen desk;

    @BeforeEach
    void open() throws Exception {
        desk = DeskOnScreen.open(directory);
        Ticket ticket = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))), "Torn boots", "email",
                "My boots are torn. Write to ana@example.org.", Optional.empty()));
        desk.settle();
        desk.select(ticket.id());
        desk.see("the ticket", () -> desk.isOpen(ticket));
        desk.press(KeyCode.CONTROL, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private void turnTo(String page) throws Exception {
        desk.turnTo(page);
    }

    @Test
    void namesAreListedTriedAndKept() throws Exception {
        turnTo("Privacy");
        desk.<TextInputControl>inDialog("#names", field -> field.setText("Project Heron\n\n"));
        desk.<TextInputControl>inDialog("#tried", field -> field.setText("Project Heron has the card 4111 1111 1111 1111."));
        desk.see("what is masked", () -> desk.dialogShows("<NAME_1> has the card <CARD_1>."));
        desk.<ToggleButton>inDialog("#guardAll", ToggleButton::fire);
        desk.<ButtonBase>inDialog("#applyPrivacy", ButtonBase::fire);
        desk.see("that it is used", () -> desk.dialogShows("In use from now on."));
        PrivacyChoice kept = new SettingsFile(directory.resolve("settings.json")).load(Settings.firstStart("x")).settings().privacy();
        assertEquals(List.of("Project Heron"), kept.names());
        assertEquals(PrivacyChoice.Guard.ALL, kept.remoteMemory());
        assertEquals(kept, desk.wiring().team().privacy().current());
        assertEquals(1, desk.wiring().team().privacy().rules().in("About Project Heron.").size());
    }

    @Test
    void theLedgerIsChecked() throws Exception {
        turnTo("Privacy");
        desk.<ButtonBase>inDialog("#verifyLedger", ButtonBase::fire);
        desk.see("that it is whole", () -> desk.dialogShows("The ledger is whole: nothing was sent yet."));
        Files.writeString(directory.resolve("ledger.jsonl"), "{\"number\": 1}\n");
        desk.<ButtonBase>inDialog("#verifyLedger", ButtonBase::fire);
        desk.see("that it was changed", () -> desk.dialogShows("line 1 does not fit"));
    }

    @Test
    void thePromptIsChangedPreviewedAndPutBack() throws Exception {
        turnTo("Prompt");
        desk.see("the preview, masked", () -> desk.dialogShows("| My boots are torn. Write to <EMAIL_1>."));
        desk.<TextInputControl>inDialog("#template", field -> field.setText("Answer as {agent}.\n{nonsense}\n=== material ===\n{conversation}"));
        desk.see("the problems", () -> desk.dialogShows("{nonsense} is not known") && desk.dialogShows("{task} must stand in the material"));
        desk.<ButtonBase>inDialog("#savePrompt", button -> assertTrue(button.isDisabled()));
        desk.<TextInputControl>inDialog("#template", field -> field.setText("Answer as {agent}, in rhyme.\n=== material ===\n{conversation}\n{task}"));
        desk.see("the new preview", () -> desk.dialogShows("Answer as Lee Park, in rhyme."));
        desk.<ButtonBase>inDialog("#savePrompt", ButtonBase::fire);
        desk.see("that it is saved", () -> desk.dialogShows("Saved. In use from the next draft on."));
        assertTrue(Files.readString(directory.resolve("prompt/reply.txt")).contains("in rhyme"));
        assertTrue(desk.wiring().drafting().prompt().current().text().contains("in rhyme"));
        desk.<ButtonBase>inDialog("#originalPrompt", ButtonBase::fire);
        desk.<ButtonBase>inDialog("#savePrompt", ButtonBase::fire);
        desk.see("that it is put back", () -> !Files.exists(directory.resolve("prompt/reply.txt")));
        assertFalse(desk.wiring().drafting().prompt().isOwn());
    }
}
