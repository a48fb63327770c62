package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.settings.Appearance;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What small signs look like: notices are of the program's own kind, and rings of the focus are for the keyboard. */
class NoticesTest {

    @TempDir
    Path directory;

    private Stage stage;
    private Notices notices;
    private Dialogs dialogs;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private void open(Settings.Theme theme, int percent, Appearance.Motion motion, Node... content) throws Exception {
        FxThread.run(() -> {
            Settings first = Settings.firstStart("sam").withTheme(theme);
            var preferences = new Preferences(first.withDesktop(first.desktop().withAppearance(first.desktop().appearance().withFontPercent(percent).withMotion(motion))),
                    new SettingsFile(directory.resolve("settings.json")), new Background(Runnable::run, problem -> { }).sequence());
            var scene = new Zoom(preferences).scene(new HBox(content), 800, 400);
            Theme.loadFonts();
            var look = new Theme(preferences);
            look.dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            notices = new Notices(new Motion(preferences), new Texts(Locale.ENGLISH));
            notices.setPlace(stage, stage.getScene().getRoot());
            dialogs = new Dialogs(new Texts(Locale.ENGLISH));
            dialogs.setWindow(stage, _ -> {});
        });
        FxThread.settle();
    }

    @AfterEach
    void close() {
        FxThread.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 100, FULL", "DARK, 150, FULL", "LIGHT, 150, REDUCED"})
    void aNoticeHasTheProgramsIconAndTheSizeOfItsText(Settings.Theme theme, int percent, Appearance.Motion motion) throws Exception {
        open(theme, percent, motion);
        FxThread.run(() -> notices.say("radar.dismissed"));
        FxThread.settle();
        FxThread.run(() -> {
            popup().getScene().getRoot().applyCss();
            var icon = (FontIcon) popup().getScene().getRoot().lookup(".ikonli-font-icon");
            assertEquals(16 * percent / 100, icon.getIconSize());
            var words = (Label) icon.getParent();
            assertEquals(13.0 * percent / 100, words.getFont().getSize(), 0.1);
        });
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> FxThread.get(() -> Contrast.tooLow(popup().getScene().getRoot()).isEmpty()));
    }

    private static Popup popup() {
        return Window.getWindows().stream().filter(Popup.class::isInstance).map(Popup.class::cast).findFirst().orElseThrow();
    }

    @Test
    void aDialogThatIsClosedByAKeyLeavesTheRingOnWhatHasTheFocusThen() throws Exception {
        var asking = new Button("Ask");
        asking.getStyleClass().add("flat");
        open(Settings.Theme.LIGHT, 100, Appearance.Motion.FULL, new Button("First"), asking);
        asking.setOnAction(_ -> dialogs.tell(Alert.AlertType.INFORMATION, "Told", "Something"));
        var robot = new FxRobot();
        robot.clickOn(asking).moveTo(stage.getScene().getRoot());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> FxThread.get(() -> Window.getWindows().size() == 2));
        assertTrue(FxThread.get(() -> FocusSign.missing(stage.getScene()).isPresent()), "no ring after the click");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> FxThread.get(() -> Window.getWindows().size() == 1));
        FxThread.settle();
        assertTrue(FxThread.get(asking::isFocused));
        assertEquals(Optional.empty(), FxThread.get(() -> FocusSign.missing(stage.getScene())));
    }

    @Test
    void aClickInAPopOverLeavesNoRingAndTheKeyboardDrawsOne() throws Exception {
        var asking = new Button("Ask");
        var link = new Hyperlink("Link");
        var content = new HBox(new Button("First"), link);
        content.setPadding(new Insets(30));
        open(Settings.Theme.LIGHT, 100, Appearance.Motion.FULL, asking);
        var popover = FxThread.get(() -> new PopOver(content));
        FxThread.run(() -> {
            popover.setAnimated(false);
            popover.show(asking);
        });
        FxThread.settle();
        var robot = new FxRobot();
        robot.clickOn(link).moveTo(stage.getScene().getRoot());
        FxThread.settle();
        assertTrue(FxThread.get(link::isFocused));
        assertTrue(FxThread.get(() -> FocusSign.missing(popover.getScene()).isPresent()), "no ring after the click");
        robot.press(KeyCode.SHIFT).release(KeyCode.SHIFT);
        FxThread.settle();
        assertEquals(Optional.empty(), FxThread.get(() -> FocusSign.missing(popover.getScene())));
    }

    @ParameterizedTest
    @CsvSource({"100", "150"})
    void whatFoldsIsTitledAsLargeAsTheRest(int percent) throws Exception {
        var label = new Label("Label");
        var titled = new TitledPane("Titled", new Label("Content"));
        open(Settings.Theme.LIGHT, percent, Appearance.Motion.REDUCED, label, titled);
        assertEquals(FxThread.get(() -> label.getFont().getSize()), FxThread.get(() -> ((Text) titled.lookup(".title > .text")).getFont().getSize()), 0.01);
    }

    @Test
    void aClickLeavesNoRingAndTheKeyboardDrawsOne() throws Exception {
        var icon = new Button("Flat");
        icon.getStyleClass().add("flat");
        var link = new Hyperlink("Link");
        open(Settings.Theme.LIGHT, 100, Appearance.Motion.FULL, new Button("First"), icon, link);
        var robot = new FxRobot();
        for (Node each : List.of(icon, link)) {
            robot.clickOn(each).moveTo(stage.getScene().getRoot());
            FxThread.settle();
            assertTrue(FxThread.get(each::isFocused));
            assertTrue(FxThread.get(() -> FocusSign.missing(stage.getScene()).isPresent()), () -> "a ring after a click on " + each);
        }
        robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        FxThread.settle();
        assertTrue(FxThread.get(icon::isFocused));
        FxThread.run(link::requestFocus);
        FxThread.settle();
        assertFalse(FxThread.get(() -> FocusSign.missing(stage.getScene()).isPresent()), "given on by the program after a key");
        FxThread.run(icon::requestFocus);
        FxThread.settle();
        assertFalse(FxThread.get(() -> FocusSign.missing(stage.getScene()).isPresent()));
    }
}
