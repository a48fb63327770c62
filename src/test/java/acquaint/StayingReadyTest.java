package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.instance.Invocation;
import acquaint.instance.OtherInstance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A window that is closed while the program stays ready, and is there again at the next start. */
@Timeout(180)
class StayingReadyTest {

    @TempDir
    Path directory;

    private ProgramOnScreen program;

    @AfterEach
    void end() throws Exception {
        if (!program.hasEnded()) {
            if (program.mainWindows() == 0) {
                startAgain();
            }
            program.press(KeyCode.CONTROL, KeyCode.Q);
            program.see("the end", program::hasEnded);
        }
        program.close();
    }

    private void start(boolean staysReady) throws Exception {
        program = ProgramOnScreen.start(directory, settings -> settings.withDesktop(settings.desktop().withStaysReady(staysReady).withFirstRun(settings.desktop().firstRun().asWelcomed())));
        program.see("the window", () -> program.shows("This desk is empty"));
    }

    private void closeWindow() {
        program.onFx(() -> {
            Stage stage = program.stage();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
    }

    private void startAgain() throws Exception {
        try (var other = OtherInstance.connect(directory).orElseThrow(() -> new AssertionError("nobody listens"))) {
            other.toFront();
        }
        program.see("the window again", () -> program.mainWindows() == 1);
    }

    private void bringIn(Path mail) throws Exception {
        try (var other = OtherInstance.connect(directory).orElseThrow()) {
            assertEquals(0, other.run(new Invocation(List.of("import", mail.toString()), directory, false), new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())));
        }
    }

    @Test
    void aClosedWindowIsThereAgainAsItWasLeftWithWhatCameMeanwhile() throws Exception {
        start(true);
        bringIn(mail("kettle", "The kettle leaks"));
        program.see("the first ticket", () -> program.shows("The kettle leaks"));
        program.press(KeyCode.J);
        program.see("the conversation", () -> program.isVisible("#text"));
        program.<TextArea>with("#text", text -> text.setText("Dear Ana,"));
        closeWindow();
        program.see("that no window is open", () -> program.mainWindows() == 0);
        assertFalse(program.hasEnded());
        bringIn(mail("pole", "The pole broke"));
        startAgain();
        program.see("both tickets and what was typed", () -> program.shows("The pole broke") && program.shows("The kettle leaks") && program.shows("Dear Ana,"));
        closeWindow();
        program.see("that no window is open", () -> program.mainWindows() == 0);
        startAgain();
    }

    @Test
    void quittingEndsTheProgramAllTheSame() throws Exception {
        start(true);
        program.press(KeyCode.CONTROL, KeyCode.Q);
        program.see("the end", program::hasEnded);
    }

    @Test
    void whereItIsNotChosenTheProgramEndsWithItsWindow() throws Exception {
        start(false);
        program.press(KeyCode.CONTROL, KeyCode.COMMA);
        program.see("the settings", () -> program.shows("Notifications"));
        program.clickWords("Notifications");
        program.see("the choice", () -> program.isVisible("#staysReady"));
        program.<CheckBox>with("#staysReady", box -> assertFalse(box.isSelected()));
        program.clickWords("Close");
        program.see("the settings gone", () -> !program.isVisible("#staysReady"));
        closeWindow();
        program.see("the end", program::hasEnded);
    }

    @Test
    void outOfSightItGivesWayToANewerVersionOfTheProgram() throws Exception {
        start(true);
        assertFalse(givesWayTo("99.0"), "it is at work");
        closeWindow();
        program.see("that no window is open", () -> program.mainWindows() == 0);
        assertFalse(givesWayTo("0.0.1"), "that one is older");
        program.see("the window again", () -> program.mainWindows() == 1);
        closeWindow();
        program.see("that no window is open", () -> program.mainWindows() == 0);
        assertTrue(givesWayTo("99.0"));
        program.see("the end", program::hasEnded);
        assertTrue(OtherInstance.connect(directory).isEmpty(), "nobody is heard any more");
    }

    private boolean givesWayTo(String version) throws Exception {
        try (var other = OtherInstance.connect(directory).orElseThrow(() -> new AssertionError("nobody listens"))) {
            return other.toFrontOrAway(version);
        }
    }

    @Test
    void itIsChosenInTheSettings() throws Exception {
        start(false);
        program.press(KeyCode.CONTROL, KeyCode.COMMA);
        program.see("the settings", () -> program.shows("Notifications"));
        program.clickWords("Notifications");
        program.see("the choice", () -> program.isVisible("#staysReady"));
        program.<CheckBox>with("#staysReady", CheckBox::fire);
        program.clickWords("Close");
        program.see("the settings gone", () -> !program.isVisible("#staysReady"));
        closeWindow();
        program.see("that no window is open", () -> program.mainWindows() == 0);
        assertFalse(program.hasEnded());
    }

    private Path mail(String id, String subject) throws Exception {
        return Files.writeString(directory.resolve(id + ".eml"), "From: Ana Ruiz <ana@example.org>\nSubject: " + subject + "\nMessage-ID: <" + id + "@example.org>\n\nPlease help.\n");
    }
}
