package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The desk changes hands while the program runs. */
@Timeout(180)
class SignInAgainTest {

    @TempDir
    Path directory;

    @Test
    void theDeskIsOpenedForWhoSignsInAndSaysSoMeanwhile() throws Exception {
        try (var program = ProgramOnScreen.start(directory, settings -> settings.withDesktop(settings.desktop().withFirstRun(settings.desktop().firstRun().asWelcomed())))) {
            program.see("the window", () -> program.isTitled("Lee Park") && program.shows("This desk is empty"));
            program.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            program.see("the form", () -> program.isVisible("#role"));
            program.<ComboBox<String>>with("#name", name -> name.getEditor().setText("Maya Stone"));
            program.<ComboBox<Role>>with("#role", role -> role.setValue(Role.AGENT));
            List<String> shown = new CopyOnWriteArrayList<>();
            ListChangeListener<Window> watching = change -> change.getList().stream().map(Window::getScene).filter(Objects::nonNull)
                    .forEach(scene -> shown.add(DeskOnScreen.texts(scene.getRoot()).strip()));
            program.onFx(() -> {
                Window.getWindows().addListener(watching);
                return null;
            });
            program.press(KeyCode.ENTER);
            program.see("her window", () -> program.isTitled("Maya Stone") && program.shows("This desk is empty"));
            assertEquals(1, program.mainWindows());
            assertTrue(shown.contains("Opening your desk…"), shown::toString);
            program.onFx(() -> {
                Window.getWindows().removeListener(watching);
                return null;
            });
            program.see("that nothing stands beside it", () -> program.onFx(() -> Window.getWindows().size()) == 1);
        }
    }
}
