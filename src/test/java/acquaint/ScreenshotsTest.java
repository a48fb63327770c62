package acquaint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.QueueView;
import acquaint.memory.ProfileItem;
import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Fault;
import acquaint.memory.everos.server.Speech;
import acquaint.memory.local.EmbeddingsStub;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.reply.provider.RecordingModel;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Settings;
import acquaint.settings.Sharing;
import acquaint.ui.ModelService;
import acquaint.ui.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures that README shows, from the running window: {@code ./mvnw test -Pscreenshots}. Not part of a test run. */
@Tag("screenshots")
class ScreenshotsTest {

    private static final Path FOLDER = Path.of("screenshots");
    private static final TicketId STAR = new TicketId("LF-1188");

    private static final String ANSWER = """
            Hi Ana,

            I am sorry that the pole broke again. Your Siskin 2 takes the 9 mm pole, and I can send you one free of charge. \
            It reaches you on 3 December within three working days. As you asked, I write by e-mail and do not call you.

            Is the address we have still the right one?

            Kind regards""";

    /** Colours and size of a picture. */
    private enum Look {
        LIGHT("light", Settings.Theme.LIGHT, 100, 0),
        DARK("dark", Settings.Theme.DARK, 100, 0),
        LARGE_LIGHT("150-light", Settings.Theme.LIGHT, 150, 3),
        LARGE_DARK("150-dark", Settings.Theme.DARK, 150, 3);

        private final String suffix;
        private final Settings.Theme theme;
        private final int percent;
        private final int steps;

        /** {@code steps} is how often the key that enlarges must be pressed for this. */
        Look(String suffix, Settings.Theme theme, int percent, int steps) {
            this.suffix = suffix;
            this.theme = theme;
            this.percent = percent;
            this.steps = steps;
        }

        Settings on(Settings settings) {
            return settings.withTheme(theme).withDesktop(settings.desktop().withAppearance(settings.desktop().appearance().withFontPercent(percent)));
        }
    }

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
    void draftsThatAModelWrites() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            var model = new TalkingModel();
            try (var desk = DeskOnScreen.openWriting(directory.resolve("model-" + name), true, model, theme, 1280, 800)) {
                model.writesDownIn(desk.wiring().drafting().ledger());
                open(desk, STAR);
                model.begins(ANSWER);
                desk.press(KeyCode.CONTROL, KeyCode.J);
                desk.see("the draft being written", () -> desk.shows("three working days"));
                pictures(desk, "draft-streaming-" + name);
                desk.press(KeyCode.ESCAPE);
                desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
                pictures(desk, "draft-evidence-" + name);
                desk.press(KeyCode.F6);
                desk.press(KeyCode.RIGHT);
                desk.press(KeyCode.RIGHT);
                desk.press(KeyCode.SPACE);
                desk.see("the evidence", () -> desk.dialogShows("Open"));
                desk.calm();
                desk.snapshotWithPopups().save(FOLDER.resolve("draft-evidence-popover-" + name + ".png"));
                desk.press(KeyCode.ESCAPE);
                desk.atOnce(() -> desk.fire("#saw"));
                desk.see("what the model saw", () -> desk.dialogShows("The chain is whole"));
                desk.calm();
                desk.snapshotOfDialog().save(FOLDER.resolve("model-saw-" + name + ".png"));
                desk.clickButton("Close");
                model.says(ANSWER.replace("I am sorry that the pole broke again.", "How annoying that this happened a second time, Ana!").replace(" within three working days", ""));
                desk.press(KeyCode.CONTROL, KeyCode.PERIOD);
                desk.clickMenu("Warmer");
                desk.see("the warmer draft", () -> desk.isVisible("#acceptDraft") && desk.shows("annoying"));
                desk.atOnce(() -> desk.fire("#compare"));
                pictures(desk, "draft-compare-" + name);
                desk.atOnce(() -> desk.fire("#acceptDraft"));
                Platform.runLater(() -> desk.fire("#send"));
                desk.see("the question", () -> desk.dialogShows("have nothing behind them"));
                desk.calm();
                desk.snapshotOfDialog().save(FOLDER.resolve("unsupported-" + name + ".png"));
                desk.clickButton("Go back");
            }
        }
    }

    private static void pictures(DeskOnScreen desk, String name) throws Exception {
        picture(desk, name);
        desk.snapshot(1920, 1080).save(FOLDER.resolve(name + "-1920x1080.png"));
        desk.snapshot(1280, 800);
    }

    @Test
    void theMemoryServiceItsSettingsAndWhatWaitsForIt() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String suffix = theme == Settings.Theme.DARK ? "-dark" : "";
            try (var server = EverOsServer.start(Speech.SELF_HOSTED);
                    var desk = DeskOnScreen.openDemo(directory.resolve("settings" + suffix), theme, "en", 1000, 800)) {
                desk.press(KeyCode.CONTROL, KeyCode.COMMA);
                desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
                desk.<RadioButton>inDialog("#own", RadioButton::fire);
                desk.<TextField>inDialog("#address", field -> field.setText(server.url().toString()));
                desk.<Button>inDialog("#test", Button::fire);
                desk.see("the tested connection", () -> desk.dialogShows("Connected"));
                desk.calm();
                desk.snapshotOfDialog().save(FOLDER.resolve("settings-memory" + suffix + ".png"));
            }
        }
        try (var server = EverOsServer.start(Speech.SELF_HOSTED);
                var desk = DeskOnScreen.openAt(server, directory.resolve("waiting"), true, 1280, 800)) {
            open(desk, STAR);
            desk.see("the memory", () -> desk.memoryShows("What happened"));
            for (int i = 0; i < 50; i++) {
                server.next(Fault.FAULT_BEFORE);
            }
            desk.replyAsColleague(STAR, "The 9 mm pole left our warehouse today.", false);
            desk.see("what waits", () -> desk.showsText("Next try"));
            picture(desk, "memory-waiting");
            server.stop();
            desk.click("#waitingRetry");
            desk.fire("#view-closed");
            desk.select(new TicketId("LF-1102"));
            desk.see("memory away", () -> desk.isVisible("#retry"));
            picture(desk, "memory-away");
        }
    }

    @Test
    void theSwitchThatSharesTheMemory() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String suffix = theme == Settings.Theme.DARK ? "-dark" : "";
            try (var desk = DeskOnScreen.openSharing(directory.resolve("sharing" + suffix), Sharing.OFF, Optional.empty(), theme, "en")) {
                desk.press(KeyCode.CONTROL, KeyCode.COMMA);
                desk.see("the settings", () -> desk.dialogShows("Share this memory"));
                desk.<ToggleSwitch>inDialog("#share", ToggleSwitch::fire);
                desk.see("that it is shared, and the key", () -> desk.dialogShows("Shared at") && desk.dialogShows("shown this once"));
                // A picture that is published shows no key that ever was one.
                desk.<TextField>inDialog("#newKey", field -> field.setText("mG0x7aUe-example-of-a-key-Yt3vQd_Zk9hS2w1LrBc"));
                desk.scrollDialogTo("#sharing");
                desk.calm();
                desk.snapshotOfDialog().save(FOLDER.resolve("settings-memory-sharing" + suffix + ".png"));
            }
        }
    }

    @Test
    void whatTheMemoryFindsBy() throws Exception {
        try (var server = new EmbeddingsStub()) {
            server.dimensions = 1_024;
            for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
                String suffix = theme == Settings.Theme.DARK ? "-dark" : "";
                try (var desk = DeskOnScreen.openFinding(directory.resolve("finding" + suffix), new MeaningChoice.Server(server.url(), "bge-m3"),
                        MemoryEnvironment.NOTHING, theme, "en")) {
                    desk.press(KeyCode.CONTROL, KeyCode.COMMA);
                    desk.see("the settings", () -> desk.dialogShows("Found by meaning"));
                    desk.<Button>inDialog("#testMeaning", Button::fire);
                    desk.see("that it works", () -> desk.dialogShows("1024 dimensions"));
                    desk.scrollDialogTo("#meaning");
                    desk.calm();
                    desk.snapshotOfDialog().save(FOLDER.resolve("settings-found-by-meaning" + suffix + ".png"));
                }
            }
        }
    }

    @Test
    void whoWritesWhatItIsToldAndWhatItNeverSees() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String suffix = theme == Settings.Theme.DARK ? "-dark" : "";
            try (var server = new RecordingModel().says("I am ", "ready."); var desk = DeskOnScreen.openDemo(directory.resolve("model" + suffix), theme, "en", 1280, 800)) {
                open(desk, STAR);
                desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.COMMA);
                desk.see("the settings", () -> desk.dialogShows("Who writes drafts"));
                desk.<ComboBox<ModelService>>inDialog("#service", box -> box.setValue(ModelService.OTHER));
                desk.<TextField>inDialog("#modelAddress", field -> field.setText(server.url().toString()));
                desk.<ComboBox<String>>inDialog("#modelName", box -> box.getEditor().setText("llama3.3"));
                desk.<Button>inDialog("#testModel", Button::fire);
                desk.see("that it works", () -> desk.dialogShows("It works"));
                settingsPicture(desk, "settings-model" + suffix);
                desk.turnTo("Prompt");
                desk.see("the preview", () -> desk.dialogShows("Write the reply to the customer"));
                settingsPicture(desk, "settings-prompt" + suffix);
                desk.turnTo("Privacy");
                desk.<TextArea>inDialog("#tried", field -> field.setText("My card is 4111 1111 1111 1111, write to ana@example.org."));
                desk.see("what is masked", () -> desk.dialogShows("<CARD_1>"));
                desk.<Button>inDialog("#verifyLedger", Button::fire);
                desk.see("the ledger", () -> desk.dialogShows("The ledger is whole"));
                settingsPicture(desk, "settings-privacy" + suffix);
            }
        }
    }

    @Test
    void theKeysTheirSheetAndThePalette() throws Exception {
        for (Look look : Look.values()) {
            String name = look.suffix;
            try (var desk = DeskOnScreen.openDemo(directory.resolve("keys-" + name), look.theme, "en", 1280, 800)) {
                open(desk, STAR);
                for (int step = 0; step < look.steps; step++) {
                    desk.press(KeyCode.CONTROL, KeyCode.EQUALS);
                }
                desk.calm();
                desk.press(KeyCode.CONTROL, KeyCode.K);
                desk.see("the palette", () -> desk.partShows(".palette", "Often needed"));
                picture(desk, "palette-" + name);
                desk.type("pole");
                desk.see("tickets", () -> desk.partShows(".palette", "Tickets"));
                picture(desk, "palette-tickets-" + name);
                desk.press(KeyCode.ESCAPE);
                desk.press(KeyCode.F1);
                desk.see("the sheet", () -> desk.dialogShows("Next ticket"));
                desk.calm();
                desk.snapshotOfDialog().save(FOLDER.resolve("shortcuts-" + name + ".png"));
                desk.clickButton("Change keys…");
                desk.see("the keys", () -> desk.dialogShows("Choose an action"));
                desk.calm();
                desk.<ListView<?>>inDialog("#keyRows", list -> list.requestFocus());
                desk.pressInDialog(KeyCode.ENTER, false);
                desk.pressInDialog(KeyCode.E, true);
                desk.see("the conflict", () -> desk.dialogShows("belongs to"));
                desk.calm();
                desk.snapshotOfDialog().save(FOLDER.resolve("settings-keyboard-" + name + ".png"));
                desk.pressInDialog(KeyCode.ESCAPE, false);
            }
        }
    }

    @Test
    void howLargeThingsAreAndWhatTheSystemTells() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String suffix = theme == Settings.Theme.DARK ? "-dark" : "";
            try (var desk = DeskOnScreen.openDemo(directory.resolve("large" + suffix), theme, "en", 1280, 800)) {
                open(desk, STAR);
                desk.press(KeyCode.CONTROL, KeyCode.COMMA);
                desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
                desk.turnTo("Appearance");
                settingsPicture(desk, "settings-appearance" + suffix);
                desk.turnTo("Notifications");
                settingsPicture(desk, "settings-notifications" + suffix);
                desk.press(KeyCode.ESCAPE);
                for (int step = 0; step < 3; step++) {
                    desk.press(KeyCode.CONTROL, KeyCode.EQUALS);
                }
                desk.calm();
                desk.snapshot(1280, 800).save(FOLDER.resolve("desk-150" + suffix + ".png"));
                desk.snapshot(1920, 1080).save(FOLDER.resolve("desk-150" + suffix + "-1920x1080.png"));
            }
        }
    }

    @Test
    void everyPageOfTheSettingsEnlarged() throws Exception {
        for (Look look : Look.values()) {
            boolean large = look.steps > 0;
            try (var desk = DeskOnScreen.openDemo(directory.resolve("pages-" + look.suffix), look.theme, "en", 1280, 800)) {
                open(desk, STAR);
                for (int step = 0; step < look.steps; step++) {
                    desk.press(KeyCode.CONTROL, KeyCode.EQUALS);
                }
                desk.press(KeyCode.CONTROL, KeyCode.COMMA);
                desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
                for (String page : large ? List.of("Appearance", "Notifications", "Memory", "Language model", "Prompt", "Privacy", "Team", "Updates") : List.of("Updates")) {
                    desk.turnTo(page);
                    desk.see("the page", () -> !page.equals("Prompt") || desk.dialogShows("Write the reply to the customer"));
                    String name = page.replace("Language ", "").toLowerCase(Locale.ROOT);
                    settingsPicture(desk, "settings-" + name + (large ? "-" + look.suffix : look == Look.DARK ? "-dark" : ""));
                }
                desk.press(KeyCode.ESCAPE);
            }
        }
    }

    private static void settingsPicture(DeskOnScreen desk, String name) throws Exception {
        desk.calm();
        desk.snapshotOfDialog().save(FOLDER.resolve(name + ".png"));
    }

    @Test
    void aBriefAndTheHistoryOfACustomer() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            try (var desk = DeskOnScreen.openDemo(directory.resolve("brief-" + name), theme, "en", 1280, 800)) {
                open(desk, STAR);
                desk.press(KeyCode.CONTROL, KeyCode.E);
                desk.see("the brief", () -> desk.isVisible(".brief-sections") && desk.partShows(".brief-sections", "Asked"));
                desk.calm();
                pictures(desk, "brief-" + name);
                desk.press(KeyCode.ESCAPE);
                desk.press(KeyCode.CONTROL, KeyCode.T);
                desk.see("the history", () -> desk.isVisible(".timeline-rows"));
                pictures(desk, "timeline-" + name);
                desk.press(KeyCode.ESCAPE);
            }
        }
    }

    @Test
    void whatRisesAcrossCustomersAndWhatWasPromised() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            Path folder = Files.createDirectories(directory.resolve("radar-" + name));
            RadarWindowTest.fill(folder);
            try (var desk = DeskOnScreen.open(folder, theme, "en", 1280, 800)) {
                var tickets = new ArrayList<Ticket>();
                RadarWindowTest.report(desk, tickets);
                desk.press(KeyCode.CONTROL, KeyCode.DIGIT4);
                desk.see("the alarm", () -> desk.partShows(".radar", "report of this since") && desk.partShows(".alarm", "Cem Kaya"));
                pictures(desk, "radar-" + name);
                var alarm = desk.wiring().supervision().incidents().alarms().getFirst();
                desk.wiring().supervision().incidents().declare(alarm, "Checkout is down");
                desk.see("the incident", () -> desk.partShows(".incident", "Checkout is down") && desk.partShows(".incident", "Cem Kaya"));
                pictures(desk, "incident-" + name);
                desk.atOnce(() -> desk.fire("#update"));
                desk.see("the editor", () -> desk.dialogShows("Goes to 7 open tickets"));
                desk.<TextArea>inDialog("#text", area -> area.setText("Dear {name},\n\nthe checkout works again. Your cart is as you left it.\n\nKind regards"));
                desk.calm();
                desk.snapshotOfDialog().save(FOLDER.resolve("incident-update-" + name + ".png"));
                desk.clickButton("Close");
                List<String> said = List.of("I am sorry. We will send you a voucher of 10 euros tomorrow.", "I will call you back by Friday.", "We will look into it today and write to you by 5 pm.");
                for (int i = 0; i < said.size(); i++) {
                    desk.replyAsColleague(tickets.get(i).id(), said.get(i), false);
                }
                desk.settle();
                desk.wiring().supervision().promises().open().stream().findFirst().ifPresent(owed ->
                        desk.wiring().supervision().promises().changeDue(owed.promise().id(), Optional.of(Instant.now().minusSeconds(90_000))));
                desk.press(KeyCode.CONTROL, KeyCode.DIGIT3);
                desk.see("promises", () -> desk.partShows(".promises", "Overdue (1)"));
                pictures(desk, "promises-" + name);
                TicketId late = desk.wiring().supervision().promises().overdue(Instant.now()).getFirst().promise().ticket();
                desk.press(KeyCode.CONTROL, KeyCode.DIGIT1);
                desk.select(late);
                desk.see("the overdue promise", () -> desk.isVisible(".promise-strip"));
                picture(desk, "promise-overdue-" + name);
            }
        }
    }

    @Test
    void whatCameUpBefore() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            try (var desk = DeskOnScreen.openDemo(directory.resolve("recurring-" + name), theme, "en", 1280, 800)) {
                open(desk, STAR);
                desk.see("that it came up before", () -> desk.isVisible(".recurring"));
                desk.atOnce(() -> desk.fire("#recurringMore"));
                pictures(desk, "recurring-" + name);
            }
        }
    }

    @Test
    void whatIsToldInShort() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String suffix = theme == Settings.Theme.DARK ? "-dark" : "";
            try (var desk = DeskOnScreen.openDemo(directory.resolve("short" + suffix), theme, "en", 1280, 800)) {
                open(desk, STAR);
                desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
                desk.see("the summary", () -> desk.showsText("in their words"));
                desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
                desk.type("Which pole did she get?");
                desk.press(KeyCode.ENTER);
                desk.see("the answer", () -> desk.isVisible(".ask-memory-answer"));
                picture(desk, "in-short" + suffix);
            }
        }
    }

    @Test
    void anAgentsWordOnWhatIsRemembered() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String suffix = theme == Settings.Theme.DARK ? "-dark" : "";
            try (var desk = DeskOnScreen.openDemo(directory.resolve("care" + suffix), theme, "en", 1000, 900)) {
                open(desk, STAR);
                var memory = desk.wiring().services().memory();
                var customer = desk.wiring().conversations().open(STAR).customer().id();
                for (ProfileItem item : memory.profile(customer)) {
                    if (item.kind() == ProfileItem.Kind.NAME) {
                        memory.correct(customer, item.id(), "Ana Ruiz Soler");
                    } else if (item.kind() == ProfileItem.Kind.PREFERENCE) {
                        memory.mark(customer, item.id(), ProfileItem.Mark.PINNED, true);
                    } else {
                        memory.mark(customer, item.id(), ProfileItem.Mark.DISPUTED, true);
                    }
                }
                desk.select(new TicketId("LF-1042"));
                open(desk, STAR);
                desk.see("the correction", () -> desk.memoryShows("Ana Ruiz Soler"));
                desk.snapshot(".memory").save(FOLDER.resolve("memory-care" + suffix + ".png"));
                desk.clickSpoken("More about this customer");
                desk.clickMenu("Forget this customer…");
                desk.clickButton("Forget");
                desk.see("the receipt", () -> desk.dialogShows("Items of the profile"));
                desk.calm();
                desk.snapshotOfDialog().save(FOLDER.resolve("receipt" + suffix + ".png"));
                desk.clickButton("Close");
            }
        }
    }

    @Test
    void whatSupervisorsSee() throws Exception {
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String suffix = theme == Settings.Theme.DARK ? "-dark" : "";
            Path folder = directory.resolve("supervision" + suffix);
            Team.work(folder);
            try (var desk = DeskOnScreen.openAs(folder, "lee.park", theme, "en", 1280, 800)) {
                desk.see("the queue", () -> desk.queueSize() > 3);
                desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
                desk.see("the board", () -> desk.isVisible(".board-card"));
                desk.see("the focus on its cards", () -> desk.onFx(() -> desk.stage().getScene().getFocusOwner() instanceof Node owner && owner.getStyleClass().contains("board-cards")));
                pictures(desk, "board" + suffix);
                desk.press(KeyCode.ENTER);
                desk.see("the brief", () -> desk.isVisible(".brief-read-line"));
                pictures(desk, "board-brief" + suffix);
                desk.press(KeyCode.ESCAPE);
                desk.fire("#replies");
                desk.see("the held reply", () -> desk.isVisible(".held-reply .brief-read-line"));
                pictures(desk, "held-reply" + suffix);
                desk.press(KeyCode.CONTROL, KeyCode.DIGIT5);
                desk.see("the figures", () -> desk.isVisible(".chart"));
                pictures(desk, "figures" + suffix);
                desk.press(KeyCode.CONTROL, KeyCode.DIGIT1);
                open(desk, Team.ASKED);
                desk.see("the handoff", () -> desk.isVisible(".handoff-strip"));
                picture(desk, "handoff-strip" + suffix);
                desk.press(KeyCode.CONTROL, KeyCode.COMMA);
                desk.see("the settings", () -> desk.dialogShows("Team"));
                desk.turnTo("Team");
                settingsPicture(desk, "settings-team" + suffix);
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

    @Test
    void theFirstStartAndWhatHelpTells() throws Exception {
        for (Look look : Look.values()) {
            String name = look.suffix;
            Path data = Files.createDirectories(directory.resolve("welcome-" + name));
            try (var program = ProgramOnScreen.start(data, settings -> look.on(settings))) {
                program.see("the welcome", () -> program.isVisible("#openDemo"));
                picture(program, "welcome-look-around-" + name);
                program.click("#nextWelcome");
                program.see("what can be connected", () -> program.isVisible("#setUpCONNECT_MODEL"));
                picture(program, "welcome-connect-" + name);
                program.click("#setUpCONNECT_MODEL");
                program.see("the form", () -> program.shows("Who writes drafts"));
                picture(program, "welcome-connect-model-" + name);
                program.click("#nextWelcome");
                program.see("history", () -> program.shows("Bring your history"));
                picture(program, "welcome-history-" + name);
                program.press(KeyCode.ESCAPE);
                program.see("the first steps", () -> program.isVisible(".checklist-head"));
                picture(program, "first-steps-" + name);
                program.clickWords("_Help");
                program.clickWords("About Acquaint");
                program.see("about", () -> program.shows("Data directory"));
                // A picture that is published names nobody's folders.
                program.<javafx.scene.control.Label>with("#data", label -> label.setText("/home/lee/.local/share/acquaint"));
                program.<javafx.scene.control.Label>with("#logs", label -> label.setText("/home/lee/.local/share/acquaint/logs"));
                dialog(program, "about-" + name);
                program.<Button>with("#showDiagnostics", Button::fire);
                program.see("the diagnostics", () -> program.shows("What is in this archive"));
                program.<TextField>with("#target", field -> field.setText("/home/lee/acquaint-2026-11-28.zip"));
                dialog(program, "diagnostics-" + name);
            }
        }
    }

    private static void picture(ProgramOnScreen program, String name) throws Exception {
        program.calm();
        program.snapshot().save(FOLDER.resolve(name + ".png"));
    }

    private static void dialog(ProgramOnScreen program, String name) throws Exception {
        program.calm();
        program.snapshotOfDialog().save(FOLDER.resolve(name + ".png"));
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
            Files.writeString(file, line.formatted(i, i % 900, names[i / 40 % names.length], at, waits),
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return file;
    }
}
