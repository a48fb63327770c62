package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.model.Errand;
import acquaint.settings.Appearance;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Window;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where notices stand in the window: over nothing that is worked with. */
@Timeout(180)
class NoticePlaceTest {

    private static final String MAIL = "From: Ana Ruiz <ana@example.org>\nSubject: Pole broken\nMessage-ID: <7@example.org>\n\nMy tent pole broke.\n";
    private static final List<String> WORKED_WITH = List.of(".place-bar", ".filter-line", ".composer", "#send", ".ask-memory");

    @TempDir
    Path directory;

    /** The headless screen is 1000 pixels wide: the first two are windows of 1280 by 800 at 100 and at 150 percent, made smaller as a whole. */
    @ParameterizedTest
    @CsvSource({"LIGHT, 80, FULL, 640", "DARK, 117, FULL, 625", "LIGHT, 100, REDUCED, 800", "DARK, 150, REDUCED, 800"})
    void noticesCoverNothingThatIsWorkedWith(Settings.Theme theme, int percent, Appearance.Motion motion, double height) throws Exception {
        Settings first = Settings.firstStart("lee.park").withLanguage(Optional.of("en")).withTheme(theme);
        new SettingsFile(directory.resolve("settings.json")).save(first.withDesktop(
                first.desktop().withAppearance(first.desktop().appearance().withFontPercent(percent).withMotion(motion))));
        try (var desk = DeskOnScreen.openAsLeft(directory)) {
            desk.atOnce(() -> desk.stage().setHeight(height));
            handOver(desk, "pole.eml", "copy.eml");
            desk.see("two notices beside the composer", () -> notices(desk).size() == 2 && desk.isVisible("#send"));
            assertEquals("", desk.onFx(() -> notices(desk).size() == 2 ? covered(desk) : "gone too soon"));
        }
    }

    private void handOver(DeskOnScreen desk, String... names) throws Exception {
        for (String name : names) {
            Files.writeString(directory.resolve(name), MAIL);
        }
        desk.window().background().onFxThread(() -> desk.window().errands().carryOut(
                Stream.of(names).<Errand>map(name -> new Errand.MailFile(directory.resolve(name))).toList()));
    }

    private static List<Node> notices(DeskOnScreen desk) {
        return desk.onFx(() -> Window.getWindows().stream().filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".notice").stream()).toList());
    }

    private static String covered(DeskOnScreen desk) {
        return desk.onFx(() -> WORKED_WITH.stream().flatMap(query -> desk.stage().getScene().getRoot().lookupAll(query).stream())
                .filter(part -> notices(desk).stream().anyMatch(notice -> onScreen(notice).intersects(onScreen(part))))
                .map(Node::toString).collect(Collectors.joining("\n")));
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }
}
