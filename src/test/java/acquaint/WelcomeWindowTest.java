package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.reply.provider.RecordingModel;
import acquaint.settings.FirstRun;
import acquaint.settings.FirstRun.Step;
import acquaint.settings.ModelChoice;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.ui.Background;
import acquaint.ui.ModelService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first start of a desk, by clicks and keys in the real program: the welcome, the demo desk and back, and the checklist. */
@Timeout(600)
class WelcomeWindowTest {

    @TempDir
    Path directory;

    private FirstRun kept() throws Exception {
        return settings().desktop().firstRun();
    }

    private Settings settings() throws Exception {
        return new SettingsFile(directory.resolve("settings.json")).load(Settings.firstStart("x")).settings();
    }

    private Path conversations() throws Exception {
        Path file = directory.resolve("history.jsonl");
        Files.writeString(file, """
                {"id":"A-1","channel":"email","subject":"Tent pole","customer":{"id":"c-1","name":"Ana Ruiz","email":"ana@example.org"},"messages":[{"from":"customer","at":"%1$s","text":"My tent pole broke. Can you send me a new one?"}]}
                {"id":"A-2","channel":"email","subject":"Old stove","customer":{"id":"c-1","name":"Ana Ruiz","email":"ana@example.org"},"messages":[{"from":"customer","at":"2026-01-03T10:00:00Z","text":"The stove leaks."},{"from":"agent","at":"2026-01-03T11:00:00Z","text":"A new one is on its way."},{"from":"customer","at":"2026-01-04T11:00:00Z","text":"Thank you, it came."}]}
                """.formatted(Instant.now().minusSeconds(7_200)));
        return file;
    }

    @Test
    void whoIsNewIsGreetedOnceAndEscapeAsksNothing() throws Exception {
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the welcome", () -> program.shows("Welcome to Acquaint") && program.shows("See it at work first"));
            assertFalse(program.isVisible(".checklist-head"));
            program.press(KeyCode.ESCAPE);
            program.see("the desk and the first steps", () -> !program.shows("Welcome to Acquaint") && program.shows("0 of 6") && program.shows("This desk is empty"));
            assertTrue(kept().welcomed() || !program.shows("Welcome to Acquaint"));
        }
        assertEquals(new FirstRun(true, false, false, Set.of()), kept());
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the first steps", () -> program.shows("0 of 6"));
            assertFalse(program.shows("Welcome to Acquaint"));
            program.clickWords("_Help");
            program.clickWords("Welcome…");
            program.see("the welcome again", () -> program.shows("Welcome to Acquaint"));
        }
    }

    @Test
    void theWelcomeNamesTheKeysThatAreInForce() throws Exception {
        try (var program = ProgramOnScreen.start(directory, settings -> settings.withDesktop(settings.desktop().withKeys(Map.of("DRAFT", List.of("F9")))))) {
            program.see("the welcome", () -> program.shows("F9 drafts a reply"));
        }
    }

    @Test
    void theStepsArePassedOverByKeysAlone() throws Exception {
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the first page", () -> program.shows("See it at work first"));
            assertEquals(Optional.of("nextWelcome"), program.focused());
            program.press(KeyCode.ENTER);
            program.see("the second page", () -> program.shows("Connect what you have"));
            program.press(KeyCode.SHIFT, KeyCode.TAB);
            program.press(KeyCode.ENTER);
            program.see("the first page again", () -> program.shows("See it at work first"));
            program.press(KeyCode.ENTER);
            program.press(KeyCode.ENTER);
            program.see("the last page", () -> program.shows("Bring your history") && program.shows("one conversation in each line"));
            program.press(KeyCode.ENTER);
            program.see("the desk", () -> !program.shows("Welcome to Acquaint") && program.shows("0 of 6"));
        }
    }

    @ParameterizedTest
    @CsvSource({"150, 800, en", "150, 800, de", "200, 700, en", "200, 700, de"})
    void enlargedItsStepsAreWholeSharpAndWithinReach(int percent, int height, String language) throws Exception {
        try (var program = ProgramOnScreen.start(directory, settings -> settings.withLanguage(Optional.of(language)).withWindow(new Settings.Window(0, 0, 1000, height, false))
                .withDesktop(settings.desktop().withAppearance(settings.desktop().appearance().withFontPercent(percent))))) {
            program.see("the welcome", () -> program.isVisible("#openDemo"));
            assertLegible(program, "look around");
            program.with("#nextWelcome", Button::fire);
            program.see("what can be connected", () -> program.isVisible("#setUpCONNECT_MODEL"));
            assertLegible(program, "connect");
            program.with("#setUpCONNECT_MODEL", Button::fire);
            program.see("the form", () -> program.isVisible("#toList"));
            assertLegible(program, "connect a model");
            program.with("#nextWelcome", Button::fire);
            program.see("history", () -> program.isVisible("#chooseHistory"));
            assertLegible(program, "bring history");
        }
    }

    private static void assertLegible(ProgramOnScreen program, String page) {
        program.calm();
        assertEquals(List.of(), List.copyOf(program.onFx(Legible::drawnFromPictures)), page);
        assertEquals(List.of(), List.copyOf(program.onFx(() -> Legible.cutOff(program.stage().getScene().lookup(".welcome")))), page);
    }

    @Test
    void theDemoDeskIsOpenedInTheWindowResetAndLeft() throws Exception {
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the welcome", () -> program.isVisible("#openDemo"));
            program.click("#openDemo");
            program.see("the demo desk", () -> program.isTitled("Demo desk") && program.shows("Demo desk: invented customers") && program.shows("Ana Ruiz"));
            assertEquals(1, program.mainWindows(), "the own desk is not shown beside it");
            assertFalse(program.shows("Welcome to Acquaint"));
            assertFalse(program.isVisible(".checklist-head"));
            program.press(KeyCode.CONTROL, KeyCode.N);
            program.see("the form", () -> program.isVisible("#name") || program.shows("New ticket"));
            program.press(KeyCode.ESCAPE);
            Path marker = Files.writeString(Files.createDirectories(directory.resolve("demo/outgoing")).resolve("x.eml"), "x");

            program.clickWords("Reset");
            program.see("the question", () -> program.shows("Reset the demo desk?"));
            program.clickWords("Cancel");
            assertTrue(Files.exists(marker));
            program.clickWords("Reset");
            program.see("the question", () -> program.shows("Reset the demo desk?"));
            program.clickWords("Reset the demo desk");
            program.see("the demo desk as new", () -> !Files.exists(marker) && program.isTitled("Demo desk") && program.shows("Ana Ruiz"));

            program.clickWords("Back to my desk");
            program.see("the own desk, where the welcome goes on", () -> !program.isTitled("Demo desk") && program.shows("Connect what you have"));
            assertEquals(1, program.mainWindows());
        }
        assertEquals(Set.of(Step.LOOK_AROUND), kept().done());
        assertTrue(Files.exists(directory.resolve("demo/desk.db")));
    }

    @Test
    void aDemoDeskToWhichAFileWasBroughtIsNotDeleted() throws Exception {
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the welcome", () -> program.isVisible("#openDemo"));
            program.click("#openDemo");
            program.see("the demo desk", () -> program.isTitled("Demo desk") && program.shows("Ana Ruiz"));
            Path marker = Files.writeString(Files.createDirectories(directory.resolve("demo/outgoing")).resolve("x.eml"), "x");
            new acquaint.settings.DataDirectory(directory.resolve("demo")).keep();
            program.clickWords("Reset");
            program.see("why it is not", () -> program.shows("This desk cannot be reset"));
            program.clickWords("OK");
            assertTrue(Files.exists(marker));
        }
    }

    @Test
    void aDeskIsOpenedAgainWithoutKeepingTheWindowsThreadWaiting() throws Exception {
        var told = new AtomicBoolean();
        var toldAtOnce = new AtomicBoolean();
        var shown = new AtomicLong();
        try (var program = ProgramOnScreen.start(directory, UnaryOperator.identity(), application -> () -> {
            application.openAgain(new Background(problem -> { }), () -> {
                told.set(true);
                shown.set(mainWindows());
            });
            toldAtOnce.set(told.get());
        })) {
            program.see("the welcome", () -> program.isVisible("#openDemo"));
            assertFalse(toldAtOnce.get());
            assertEquals(1, shown.get(), "what follows comes over the window, not under it");
        }
    }

    @Test
    void settingsThatCannotBeReadAreToldOfOverADeskThatWorks() throws Exception {
        var settings = directory.resolve("settings.json");
        try (var program = ProgramOnScreen.start(directory, UnaryOperator.identity(), application -> {
            try {
                Files.writeString(settings, "{ no settings");
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            var opening = application.open();
            return () -> application.begin(opening, true);
        })) {
            program.see("that they were set aside", () -> program.shows("settings.unreadable.json"));
            assertEquals(1, program.mainWindows());
            // The memory opens with the desk's own work, which no dialog may keep waiting.
            program.see("the memory", () -> Files.isDirectory(directory.resolve("memory")));
            program.clickWords("OK");
            program.see("the welcome", () -> program.isVisible("#openDemo"));
        }
    }

    private static long mainWindows() {
        return javafx.stage.Window.getWindows().stream().filter(javafx.stage.Window::isShowing).filter(window -> window.getScene().lookup(".main") != null).count();
    }

    @Test
    void aResetThatFailsShowsTheOldDeskAgainAndSaysSo() throws Exception {
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the welcome", () -> program.isVisible("#openDemo"));
            program.click("#openDemo");
            program.see("the demo desk", () -> program.isTitled("Demo desk") && program.shows("Ana Ruiz"));
            Path marker = Files.writeString(Files.createDirectories(directory.resolve("demo/outgoing")).resolve("x.eml"), "x");
            program.clickWords("Reset");
            program.see("the question", () -> program.shows("Reset the demo desk?"));
            // Somebody brings a file while the question stands.
            new acquaint.settings.DataDirectory(directory.resolve("demo")).keep();
            program.clickWords("Reset the demo desk");
            program.see("that it is as it was", () -> program.shows("It is as it was."));
            program.clickWords("OK");
            program.see("the desk", () -> program.isTitled("Demo desk") && program.shows("Ana Ruiz"));
            assertEquals(1, program.mainWindows());
            assertTrue(Files.exists(marker));
        }
    }

    @Test
    void memoryAndModelAreConnectedOnTheSpotAndHistoryIsDropped() throws Exception {
        try (var model = new RecordingModel().says("I am ", "ready."); var program = ProgramOnScreen.start(directory)) {
            program.see("the welcome", () -> program.isVisible("#welcome-connect"));
            program.click("#welcome-connect");
            program.see("what can be connected", () -> program.shows("On this computer. It works at once"));
            program.click("#keepCONNECT_MEMORY");
            program.see("that it is kept", () -> !program.isVisible("#keepCONNECT_MEMORY"));
            program.click("#setUpCONNECT_MODEL");
            program.see("the form", () -> program.shows("Who writes drafts"));
            program.<ComboBox<ModelService>>with("#service", box -> box.setValue(ModelService.OTHER));
            program.<TextInputControl>with("#modelAddress", field -> field.setText(model.url().toString()));
            program.<ComboBox<String>>with("#modelName", box -> box.getEditor().setText(RecordingModel.NAME));
            program.<javafx.scene.control.Button>with("#testModel", javafx.scene.control.Button::fire);
            program.see("the answer", () -> program.shows("It works"));
            program.<javafx.scene.control.Button>with("#applyModel", javafx.scene.control.Button::fire);
            program.see("that it is connected", () -> program.shows(RecordingModel.NAME + " at 127.0.0.1") || program.shows(RecordingModel.NAME + " at localhost"));

            program.drop(".welcome", conversations());
            program.see("the history", () -> program.shows("history.jsonl was imported") && program.shows("2 tickets, 1 customers") || program.shows("2 tickets, 1 customer"));
            program.click("#nextWelcome");
            program.see("the desk with three steps done", () -> program.shows("3 of 6") && program.shows("Tent pole"));
        }
        assertEquals(Set.of(Step.CONNECT_MEMORY, Step.CONNECT_MODEL, Step.BRING_HISTORY), kept().done());
        assertTrue(settings().model() instanceof ModelChoice.Server);
    }

    @Test
    void theChecklistFollowsWhatReallyHappens() throws Exception {
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the welcome", () -> program.isVisible("#welcome-history"));
            program.drop(".welcome", conversations());
            program.see("the history", () -> program.shows("history.jsonl was imported"));
            program.press(KeyCode.ESCAPE);
            program.see("that history is there", () -> program.shows("1 of 6"));
            program.click("#step-connect-model");
            program.see("the settings", () -> program.shows("Who writes drafts"));
            program.press(KeyCode.ESCAPE);
            program.see("the desk again", () -> !program.shows("Who writes drafts"));
            program.click("#step-first-reply");
            program.see("the composer", () -> program.onFx(() -> program.stage().getScene().getFocusOwner() instanceof javafx.scene.control.TextArea));
            program.type("A new pole is on its way.");
            assertTrue(program.shows("1 of 6"));
            program.press(KeyCode.CONTROL, KeyCode.ENTER);
            program.see("that the first reply left", () -> program.shows("2 of 6"));

            program.click("#fold");
            program.see("only the head", () -> !program.isVisible("#step-first-reply") && program.shows("2 of 6"));
            program.click("#fold");
            program.click("#dismissChecklist");
            program.see("that it is gone", () -> program.shows("Hidden. The help menu brings them back."));
            program.click("#undoDismiss");
            program.see("that it is back", () -> program.isVisible("#step-first-reply"));
            program.click("#dismissChecklist");
        }
        assertTrue(kept().dismissed());
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the desk", () -> program.shows("Tent pole"));
            assertFalse(program.isVisible(".checklist-head"));
            program.clickWords("_Help");
            program.clickWords("First steps");
            program.see("the first steps", () -> program.shows("2 of 6"));
        }
    }

    @Test
    void aDeskThatWasWorkedWithGreetsNobody() throws Exception {
        try (var wiring = Wiring.open(new acquaint.settings.DataDirectory(directory).create(), false)) {
            wiring.imports().run(conversations(), _ -> {});
        }
        try (var program = ProgramOnScreen.start(directory)) {
            program.see("the desk and what is left to do", () -> program.shows("Tent pole") && program.shows("1 of 6"));
            assertFalse(program.shows("Welcome to Acquaint"));
        }
    }

    @Test
    void inGermanTheWelcomeAndTheDemoDeskSpeakGerman() throws Exception {
        try (var program = ProgramOnScreen.start(directory, settings -> settings.withLanguage(Optional.of("de")))) {
            program.see("the welcome", () -> program.shows("Willkommen bei Acquaint"));
            program.click("#openDemo");
            program.see("the demo desk in German", () -> program.isTitled("Demo – Acquaint") && program.shows("Demo-Desk: erfundene Kunden"));
            program.clickWords("Zurück zu meinem Desk");
            program.see("the own desk", () -> program.shows("Verbinden Sie, was Sie haben"));
            program.press(KeyCode.ESCAPE);
            program.see("the first steps", () -> program.shows("Erste Schritte") && program.shows("1 von 6"));
        }
    }
}
