package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.memory.ProfileItem;
import acquaint.model.Address;
import acquaint.model.Ticket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent's word on what is remembered, in the real window. */
class MemoryCareTest {

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket second;

    @BeforeEach
    void openATicketOfACustomerWhoIsKnown() throws Exception {
        desk = DeskOnScreen.open(directory);
        Ticket first = arrives("Broken tent pole", "Hello, the tent pole of my Siskin broke. I prefer aisle seats.");
        desk.replyAsColleague(first.id(), "I have sent you a new 9 mm pole free of charge today.", true);
        desk.settle();
        second = arrives("Second tent pole broken", "Hello, the new tent pole is broken too.");
        desk.settle();
        desk.select(second.id());
        desk.see("the preference", () -> desk.memoryShows("I prefer aisle seats"));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private Ticket arrives(String subject, String words) {
        return desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))), subject, "email", words, Optional.empty()));
    }

    private List<ProfileItem> profile() throws Exception {
        return desk.wiring().services().memory().profile(second.customer());
    }

    private void choose(String menu, String entry) throws Exception {
        desk.clickSpoken(menu);
        desk.clickMenu(entry);
    }

    @Test
    void anItemIsPinnedDoubtedCorrectedAndForgottenWithAReceipt() throws Exception {
        String more = "More about: I prefer aisle seats";
        choose(more, "Pin to the top");
        desk.see("the pin", () -> profile().getFirst().pinned() && desk.isVisible(".memory-pin"));
        choose(more, "Mark as doubtful");
        desk.see("the doubt", () -> profile().getFirst().disputed() && desk.memoryShows("Doubtful"));
        choose(more, "No longer doubtful");
        desk.see("no doubt", () -> !profile().getFirst().disputed() && !desk.memoryShows("Doubtful"));

        desk.clickSpoken(more);
        desk.clickMenu("Correct…");
        desk.see("the question", () -> desk.dialogShows("What is true instead?"));
        desk.<TextField>inDialog(".text-field", field -> field.setText("I prefer window seats"));
        desk.press(KeyCode.ENTER);
        desk.see("the correction and what it took the place of",
                () -> desk.memoryShows("I prefer window seats") && desk.memoryShows("Before: I prefer aisle seats"));

        desk.click(".composer-text");
        desk.type("You prefer window seats, is that right? I prefer window seats too.");
        desk.see("the draft on disk", () -> !desk.wiring().drafts().of(second.id()).isEmpty());
        choose("More about: I prefer window seats", "Forget…");
        desk.clickButton("Forget");
        desk.see("the receipt", () -> desk.dialogShows("Items of the profile"));
        desk.clickButton("Copy");
        assertTrue(clipboard().contains("What was forgotten") && clipboard().contains("Items of the profile: 2, erased"), clipboard());
        desk.clickButton("Close");
        desk.see("that it is gone", () -> !desk.memoryShows("window seats"));
        assertEquals("You prefer window seats, is that right? […] too.", desk.composerText());
    }

    @Test
    void aDamagedFileOfMemoryIsToldOnce() throws Exception {
        desk.close();
        Path store = directory.resolve("memory").resolve("store.db");
        byte[] bytes = Files.readAllBytes(store);
        Arrays.fill(bytes, 200, bytes.length, (byte) 7);
        Files.write(store, bytes);
        desk = DeskOnScreen.open(directory);
        desk.see("the queue", () -> desk.queueSize() > 0);
        desk.select(second.id());

        desk.see("what became of the file", () -> desk.showsText("Memory’s file was damaged and kept as store.db.damaged-"));
        desk.clickSpoken("Got it");
        desk.see("no more of it", () -> !desk.showsText("was damaged"));
    }

    private static String clipboard() throws Exception {
        var text = new java.util.concurrent.FutureTask<>(() -> Clipboard.getSystemClipboard().getString());
        Platform.runLater(text);
        return text.get();
    }

    @Test
    void aTicketAndACustomerAreForgotten() throws Exception {
        desk.see("the episode", () -> desk.memoryShows("I have sent you a new 9 mm pole"));
        choose("More about: Broken tent pole", "Show all of it");
        desk.see("its narrative", () -> desk.memoryShows("Ana Ruiz: The tent pole of my Siskin broke."));

        choose("More about this customer", "Forget this customer…");
        desk.clickButton("Forget");
        desk.see("the receipt", () -> desk.dialogShows("Episodes"));
        desk.clickButton("Close");
        desk.see("nothing known", () -> desk.showsText("Nothing known yet"));
        assertEquals(List.of(), profile());
        assertFalse(desk.messages(second).isEmpty());
    }
}
