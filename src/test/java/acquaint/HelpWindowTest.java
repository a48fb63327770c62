package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Updates;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipFile;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** About, licences, diagnostics and updates, in the real program. */
@Timeout(600)
class HelpWindowTest {

    @TempDir
    Path directory;

    private Updates kept() throws Exception {
        return new SettingsFile(directory.resolve("settings.json")).load(Settings.firstStart("x")).settings().desktop().updates();
    }

    private static Settings known(Settings settings) {
        return settings.withDesktop(settings.desktop().withFirstRun(settings.desktop().firstRun().asWelcomed().withDismissed(true)));
    }

    @Test
    void aboutTellsWhatRunsAndLeadsToLicencesAndDiagnostics() throws Exception {
        try (var program = ProgramOnScreen.start(directory, HelpWindowTest::known)) {
            program.see("the desk", () -> program.shows("This desk is empty"));
            program.clickWords("_Help");
            program.clickWords("About Acquaint");
            program.see("about", () -> program.shows("Acquaint 0.") && program.shows("Java 25") || program.shows("JavaFX 26"));
            assertTrue(program.shows(directory.toString()), "the data directory");
            assertTrue(program.shows(directory.resolve("logs").toString()), "the log folder");
            assertTrue(program.shows("on this computer"), "the memory");
            program.<Button>with("#showLicences", Button::fire);
            program.see("the licences", () -> program.shows("GPL 2.0 with Classpath Exception"));
            program.press(KeyCode.ESCAPE);
            program.<Button>with("#showDiagnostics", Button::fire);
            program.see("what will be in it", () -> program.shows("What is in this archive"));
            program.<ListView<String>>with("#files", list -> list.getSelectionModel().select("settings.json"));
            program.see("the settings", () -> program.shows("\"memory\" : \"embedded\""));
            Path archive = directory.resolve("found.zip");
            program.<TextInputControl>with("#target", field -> field.setText(archive.toString()));
            program.<Button>with("#saveDiagnostics", Button::fire);
            program.see("that it is saved", () -> program.shows("Saved as " + archive));
            try (var zip = new ZipFile(archive.toFile())) {
                assertEquals(6, zip.size());
            }
            program.<Button>with("#saveDiagnostics", Button::fire);
            program.see("that it is there already", () -> program.shows("There is a file of this name already"));
        }
        assertFalse(Files.exists(directory.resolve("demo")));
    }

    @Test
    void updatesAreOffAtFirstAskedByAButtonAndOnceADayByThemselves() throws Exception {
        try (var server = new MockWebServer()) {
            server.start();
            URI address = server.url("/acquaint.json").uri();
            server.enqueue(new MockResponse.Builder().body("{\"version\": \"99.0\", \"notes\": \"All is new.\", \"url\": \"https://example.org/acquaint\"}").build());
            server.enqueue(new MockResponse.Builder().code(404).build());
            server.enqueue(new MockResponse.Builder().body("{\"version\": \"99.1\"}").build());
            try (var program = ProgramOnScreen.start(directory, HelpWindowTest::known)) {
                program.see("the desk", () -> program.shows("This desk is empty"));
                program.press(KeyCode.CONTROL, KeyCode.COMMA);
                program.see("the settings", () -> program.isVisible(".settings-tabs"));
                program.<TabPane>with(".settings-tabs", tabs -> tabs.getSelectionModel().selectLast());
                program.see("the updates", () -> program.shows("Newer versions"));
                program.<Button>with("#askNow", button -> assertTrue(button.isDisabled()));
                program.<TextInputControl>with("#updateAddress", field -> field.setText("http://elsewhere.example/acquaint.json"));
                program.see("that it must be encrypted", () -> program.shows("https://"));
                program.<Button>with("#askNow", button -> assertTrue(button.isDisabled()));
                program.<TextInputControl>with("#updateAddress", field -> field.setText(address.toString()));
                program.<Button>with("#askNow", Button::fire);
                program.see("the newer version", () -> program.shows("Acquaint 99.0 is there") && program.shows("All is new.") && program.shows("https://example.org/acquaint"));
                program.press(KeyCode.ESCAPE);
                program.see("the desk", () -> !program.isVisible(".settings-tabs"));
                program.clickWords("_Help");
                program.clickWords("About Acquaint");
                program.see("it in about", () -> program.isVisible("#updatePage") && program.shows("Acquaint 99.0 is there") && program.shows("https://example.org/acquaint"));
                program.press(KeyCode.ESCAPE);
                program.press(KeyCode.CONTROL, KeyCode.COMMA);
                program.see("the settings", () -> program.isVisible(".settings-tabs"));
                program.<TabPane>with(".settings-tabs", tabs -> tabs.getSelectionModel().selectLast());
                program.<Button>with("#askNow", Button::fire);
                program.see("the trouble", () -> program.shows("there is no such file"));
            }
            assertEquals(Optional.of(address), kept().address());
            assertFalse(kept().on());
            assertEquals(2, server.getRequestCount());
            try (var program = ProgramOnScreen.start(directory, settings -> asked(settings, Instant.now().minusSeconds(3_600)))) {
                program.see("the desk", () -> program.shows("This desk is empty"));
            }
            assertEquals(2, server.getRequestCount(), "asked within the hour");
            try (var program = ProgramOnScreen.start(directory, settings -> asked(settings, Instant.now().minusSeconds(90_000)))) {
                program.see("the notice", () -> program.shows("Acquaint 99.1 is there"));
            }
            assertEquals(3, server.getRequestCount());
            assertTrue(kept().asked().orElseThrow().isAfter(Instant.now().minusSeconds(600)));
        }
    }

    private static Settings asked(Settings settings, Instant at) {
        return settings.withDesktop(settings.desktop().withUpdates(settings.desktop().updates().withOn(true).withAsked(at)));
    }

    @Test
    void inGermanHelpSpeaksGerman() throws Exception {
        try (var program = ProgramOnScreen.start(directory, settings -> known(settings).withLanguage(Optional.of("de")))) {
            program.see("the desk", () -> program.shows("Hier gibt es noch keine Tickets"));
            program.clickWords("_Hilfe");
            program.clickWords("Diagnosedatei erstellen …");
            program.see("the diagnostics", () -> program.shows("gesendet wird nichts") && program.shows("What is in this archive"));
            program.press(KeyCode.ESCAPE);
            program.clickWords("_Hilfe");
            program.clickWords("Über Acquaint");
            program.see("about", () -> program.shows("Protokollordner") && program.shows("auf diesem Computer"));
        }
    }
}
