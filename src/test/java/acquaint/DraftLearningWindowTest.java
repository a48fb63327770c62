package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Lessons.Lesson;
import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.casework.WrongBecause;
import acquaint.model.QueueRow;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import acquaint.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was learned from edits and what became of drafts, in the real window; pictures of both are left in the build's folder. */
@Timeout(240)
class DraftLearningWindowTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String LEAVE = "If anything else comes up, just write to us here.";

    @TempDir
    private Path directory;

    private static DraftReply draft(String... sentences) {
        return new DraftReply(Stream.of(sentences).map(text -> new Paragraph(List.of(new Sentence(text, List.of())))).toList(), 1, Optional.empty());
    }

    private static void edit(Wiring desk, QueueRow row) {
        String name = row.customerName().split(" ")[0];
        String body = "A new pole leaves our store today and should be with you in a few days.";
        long id = desk.drafting().measures().shown(row.ticket(), draft("Hello " + name + ",", body, LEAVE, "Best regards, Sam"));
        desk.drafting().measures().sent(id, "Hi " + name + ",\n\n" + body + "\n\nBest regards, Sam");
        desk.drafting().measures().wrong(id, WrongBecause.TONE, "");
    }

    private static void choose(String item) {
        Platform.runLater(() -> Window.getWindows().stream().map(window -> window.getScene().getRoot().lookup(".menu-bar")).filter(MenuBar.class::isInstance).map(MenuBar.class::cast)
                .flatMap(bar -> bar.getMenus().stream()).flatMap(menu -> menu.getItems().stream()).filter(one -> item.equals(one.getText())).findFirst().ifPresent(MenuItem::fire));
    }

    @Test
    void anAgentReadsWhatWasLearnedAndSwitchesItOff() throws Exception {
        Files.createDirectories(PICTURES);
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            try (var desk = DeskOnScreen.openDemo(directory.resolve(name), theme, "en", 1000, 800)) {
                choose("Lessons from edits…");
                desk.see("no lessons", () -> desk.dialogShows("Nothing was learned yet"));
                desk.clickButton("Close");
                choose("What became of drafts…");
                desk.see("no drafts", () -> desk.dialogShows("No draft was shown"));
                desk.clickButton("Close");

                desk.wiring().queue().rows(QueueView.ALL_OPEN, QueueSort.NEWEST, "").rows().stream().limit(3).forEach(row -> edit(desk.wiring(), row));
                choose("Lessons from edits…");
                desk.see("the lessons", () -> desk.dialogShows("Begin with “Hi” instead of “Hello”") && desk.dialogShows("Learned from 3 tickets"));
                desk.calm();
                desk.snapshotOfDialog().save(PICTURES.resolve("lessons-" + name + ".png"));
                desk.<CheckBox>inDialog(".check-box", toggle -> toggle.setSelected(false));
                desk.see("one rule less", () -> desk.wiring().drafting().lessons().active().size() == 1);
                Lesson off = desk.wiring().drafting().lessons().all().stream().filter(lesson -> !lesson.on()).findFirst().orElseThrow();
                desk.<ButtonBase>inDialog(".lesson .button", ButtonBase::fire);
                desk.see("the rule gone", () -> desk.wiring().drafting().lessons().all().size() == 1);
                assertTrue(desk.wiring().drafting().lessons().all().stream().noneMatch(lesson -> lesson.id() == off.id()));
                desk.clickButton("Close");

                choose("What became of drafts…");
                desk.see("the report", () -> desk.dialogShows("Called wrong: The tone is wrong 3"));
                desk.calm();
                desk.snapshotOfDialog().save(PICTURES.resolve("draft-report-" + name + ".png"));
                assertEquals(3, desk.wiring().drafting().measures().report(Instant.EPOCH, Instant.now().plusSeconds(1)).all().lightEdit());
                desk.clickButton("Close");
            }
        }
    }
}
