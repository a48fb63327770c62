package acquaint;

import acquaint.model.TicketId;
import acquaint.reply.provider.RecordingModel;
import acquaint.settings.Settings;
import acquaint.ui.ModelService;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchShotTest {
    @TempDir
    Path directory;

    @Test
    void shots() throws Exception {
        try (var server = new RecordingModel().says("I am ", "ready."); var desk = DeskOnScreen.openDemo(directory.resolve("a"), Settings.Theme.LIGHT, "en", 1280, 800)) {
            desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.COMMA);
            desk.see("the settings", () -> desk.dialogShows("Who writes drafts"));
            desk.<ComboBox<ModelService>>inDialog("#service", box -> box.setValue(ModelService.OTHER));
            desk.<TextInputControl>inDialog("#modelAddress", field -> field.setText(server.url().toString()));
            desk.<ComboBox<String>>inDialog("#modelName", box -> box.getEditor().setText("llama3.3"));
            desk.<ButtonBase>inDialog("#testModel", ButtonBase::fire);
            desk.see("the answer", () -> desk.dialogShows("It works"));
            desk.calm();
            desk.snapshotOfDialog().save(Path.of("/tmp/shot-model.png"));
            desk.press(KeyCode.ESCAPE);
            desk.select(new TicketId("LF-1188"));
            desk.see("open", () -> desk.isOpen(new TicketId("LF-1188")));
            desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            desk.see("sum", () -> desk.showsText("in their words"));
            desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            desk.type("Which pole did she get?");
            desk.press(KeyCode.ENTER);
            desk.see("ans", () -> desk.isVisible(".ask-memory-answer"));
            desk.calm();
            desk.snapshot().save(Path.of("/tmp/shot-digest.png"));
        }
    }
}
