package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.reply.provider.RecordingModel;
import acquaint.settings.ModelChoice;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.ui.ModelService;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing the model that writes, in the real window, with a real server at the other side. */
class ModelSettingsWindowTest {

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private RecordingModel server;

    @BeforeEach
    void open() throws Exception {
        server = new RecordingModel().says("I am ", "ready.");
        desk = DeskOnScreen.open(directory);
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Who writes drafts"));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        server.close();
    }

    private void enter(String model) throws Exception {
        desk.<ComboBox<ModelService>>inDialog("#service", box -> box.setValue(ModelService.OTHER));
        desk.<TextInputControl>inDialog("#modelAddress", field -> field.setText(server.url().toString()));
        desk.<ComboBox<String>>inDialog("#modelName", box -> box.getEditor().setText(model));
    }

    @Test
    void aModelIsListedTestedAndUsed() throws Exception {
        enter("");
        desk.<ButtonBase>inDialog("#listModels", ButtonBase::fire);
        desk.see("the list", () -> desk.dialogShows("One model to choose from."));
        desk.<ComboBox<String>>inDialog("#modelName", box -> box.setValue(box.getItems().getFirst()));
        desk.<TextInputControl>inDialog("#modelKey", field -> field.setText("canary-key"));
        desk.<ButtonBase>inDialog("#testModel", ButtonBase::fire);
        desk.see("the answer", () -> desk.dialogShows("It works") && desk.dialogShows("I am ready."));
        desk.<ButtonBase>inDialog("#applyModel", ButtonBase::fire);
        desk.see("that it is used", () -> desk.dialogShows("In use from now on."));

        assertEquals(new ModelChoice.Server(ModelChoice.Provider.OPENAI, server.url(), RecordingModel.NAME),
                new SettingsFile(directory.resolve("settings.json")).load(Settings.firstStart("x")).settings().model());
        assertFalse(Files.readString(directory.resolve("settings.json")).contains("canary"));
        assertTrue(desk.wiring().drafting().models().model().isPresent());
        assertTrue(desk.wiring().drafting().models().hasKey(ModelChoice.Provider.OPENAI, server.url()));
    }

    @Test
    void whatIsWrongIsSaidInWords() throws Exception {
        enter("some-model");
        server.refuses(401, "{\"error\": {\"message\": \"Incorrect API key provided\", \"code\": \"invalid_api_key\"}}");
        desk.<ButtonBase>inDialog("#testModel", ButtonBase::fire);
        desk.see("the trouble", () -> desk.dialogShows("does not know the key"));
        desk.<TextInputControl>inDialog("#modelAddress", field -> field.setText("http://elsewhere.example/v1"));
        desk.see("that it must be encrypted", () -> desk.dialogShows("https"));
        desk.<ButtonBase>inDialog("#applyModel", button -> assertTrue(button.isDisabled()));
        desk.<TextInputControl>inDialog("#modelAddress", field -> field.setText("https://elsewhere.example/v1"));
        desk.see("where it goes", () -> desk.dialogShows("is sent to elsewhere.example"));
    }
}
