package acquaint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.QueueView;
import acquaint.model.TicketId;
import acquaint.settings.Settings;
import acquaint.ui.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures that README shows, from the running window: {@code ./mvnw test -Pscreenshots}. Not part of a test run. */
@Tag("screenshots")
class ScreenshotsTest {

    private static final Path FOLDER = Path.of("screenshots");
    private static final TicketId STAR = new TicketId("LF-1188");

    @TempDir
    Path directory;

    @Test
    void theDemoDeskInLightAndDarkOnBothScreens() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            try (var desk = DeskOnScreen.openDemo(directory.resolve(name), theme, "en", 1280, 800)) {
                open(desk, STAR);
                picture(desk, "desk-" + name);
                desk.press(KeyCode.CONTROL, KeyCode.J);
                desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
                picture(desk, "draft-" + name);
                desk.fire("#discardDraft");
                desk.press(KeyCode.N);
                desk.type("Asked the warehouse: the 9 mm pole is on the shelf.");
                picture(desk, "composer-note-" + name);
                desk.snapshot(1920, 1080).save(FOLDER.resolve("desk-" + name + "-1920x1080.png"));
            }
        }
    }

    @Test
    void theMemorySidebarAloneAndTheDeskInGerman() throws Exception {
        try (var desk = DeskOnScreen.openDemo(directory, Settings.Theme.LIGHT, "de", 1280, 800)) {
            open(desk, STAR);
            picture(desk, "desk-german");
        }
        try (var desk = DeskOnScreen.openDemo(directory, Settings.Theme.LIGHT, "en", 1280, 800)) {
            open(desk, STAR);
            desk.snapshot(".memory").save(FOLDER.resolve("memory.png"));
        }
    }

    @Test
    void anEmptyDeskAndAnImport() throws Exception {
        try (var desk = DeskOnScreen.open(directory, Settings.Theme.LIGHT, "en", 1280, 800)) {
            desk.see("that the desk is empty", () -> desk.showsText("This desk is empty"));
            picture(desk, "empty-desk");
            Path history = manyConversations();
            desk.importFile(history);
            desk.see("the import under way", () -> desk.showsText("tickets,") && desk.queueSize() > 8);
            picture(desk, "import");
            desk.click("#cancelImport");
            desk.see("the end of the import", () -> desk.isVisible("#dismissImport"));
        }
    }

    private static void open(DeskOnScreen desk, TicketId ticket) throws Exception {
        desk.see("the queue", () -> desk.queueSize() > 3);
        desk.select(ticket);
        desk.see("the ticket and what is known", () -> desk.isOpen(ticket) && desk.isVisible(".memory-sections"));
        desk.chooseView(QueueView.ALL_OPEN);
        desk.settle();
        desk.calm();
    }

    private static void picture(DeskOnScreen desk, String name) throws Exception {
        desk.calm();
        Picture picture = desk.snapshot();
        Path file = FOLDER.resolve(name + ".png");
        picture.save(file);
        assertTrue(Files.size(file) > 10_000, file + " shows something");
    }

    /** Long enough that the import can be seen at work. */
    private Path manyConversations() throws Exception {
        Path file = directory.resolve("history.jsonl");
        String line = """
                {"id":"A-%1$d","channel":"email","subject":"Question about order %1$d","customer":{"id":"c-%2$d","name":"%3$s","email":"c%2$d@example.org"},\
                "messages":[{"from":"customer","at":"%4$s","text":"Hello, where is my order %1$d?"},{"from":"agent","at":"%4$s","text":"It was sent on Monday.","author":"Noor Haddad"}%5$s]}
                """;
        String[] names = {"Ines Duarte", "Pavel Novak", "Aoife Byrne", "Kenji Sato", "Salma Idrissi"};
        Instant at = Instant.now().minusSeconds(86_400);
        for (int i = 1; i <= 20_000; i++) {
            String waits = i % 40 == 0 ? ",{\"from\":\"customer\",\"at\":\"" + at + "\",\"text\":\"It has not come yet. Can you look again?\"}" : "";
            Files.writeString(file, line.formatted(i, i % 900, names[i % names.length], at, waits),
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return file;
    }
}
