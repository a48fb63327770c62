package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.TicketId;
import acquaint.settings.Settings;
import acquaint.ui.AccessibleTree;
import acquaint.ui.Contrast;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goes through the whole window, all by keys, and looks at every control and every text on the way. */
class AccessibilityTest {

    private static final TicketId STAR = new TicketId("LF-1188");

    @TempDir
    Path directory;

    private final TreeMap<String, String> problems = new TreeMap<>();
    private int looked;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyControlHasANameAndEveryTextStandsOut(Settings.Theme theme) throws Exception {
        try (var desk = DeskOnScreen.openDemo(directory, theme, "en", 1000, 800)) {
            desk.see("the queue", () -> desk.queueSize() > 3);
            desk.select(STAR);
            desk.see("the ticket and what is known", () -> desk.isOpen(STAR) && desk.isVisible(".memory-sections"));
            look(desk, "desk");
            desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            desk.see("the summary", () -> desk.showsText("in their words"));
            look(desk, "summary");
            desk.press(KeyCode.CONTROL, KeyCode.J);
            desk.see("the draft", () -> desk.isVisible("#acceptDraft"));
            look(desk, "draft");
            desk.press(KeyCode.ESCAPE);
            desk.press(KeyCode.N);
            look(desk, "note");
            desk.press(KeyCode.CONTROL, KeyCode.E);
            desk.see("the brief", () -> desk.isVisible(".brief-sections") && desk.partShows(".brief-sections", "Asked"));
            look(desk, "brief");
            desk.press(KeyCode.ESCAPE);
            desk.press(KeyCode.CONTROL, KeyCode.T);
            desk.see("the history", () -> desk.isVisible(".timeline-rows"));
            look(desk, "history");
            desk.press(KeyCode.ESCAPE);
            palette(desk);
            places(desk);
            dialogs(desk);
        }
        assertTrue(looked > 17, "looked: " + looked);
        assertEquals("", problems.entrySet().stream().map(each -> each.getKey() + " (" + each.getValue() + ")").collect(Collectors.joining("\n")));
    }

    private void palette(DeskOnScreen desk) throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.K);
        desk.see("the palette", () -> desk.partShows(".palette", "Often needed"));
        look(desk, "palette");
        desk.type("pole");
        desk.see("tickets", () -> desk.partShows(".palette", "Tickets"));
        look(desk, "palette, tickets");
        desk.press(KeyCode.ESCAPE);
    }

    private void places(DeskOnScreen desk) throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("the board", () -> desk.isVisible(".board-card"));
        look(desk, "board");
        desk.press(KeyCode.ENTER);
        desk.see("a brief", () -> desk.isVisible(".brief-read-line"));
        look(desk, "board brief");
        desk.press(KeyCode.ESCAPE);
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        desk.see("promises", () -> desk.isVisible(".promises"));
        look(desk, "promises");
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        desk.see("the radar", () -> desk.isVisible(".radar"));
        look(desk, "radar");
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        desk.see("the figures", () -> desk.isVisible(".chart"));
        look(desk, "figures");
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private void dialogs(DeskOnScreen desk) throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
        for (int page = 0; page < pages(desk); page++) {
            int shown = page;
            desk.<TabPane>inDialog(".settings-tabs", tabs -> tabs.getSelectionModel().select(shown));
            look(desk, "settings, page " + page);
        }
        desk.press(KeyCode.ESCAPE);
        desk.press(KeyCode.F1);
        desk.see("the keys", () -> desk.dialogShows("Next ticket"));
        look(desk, "keys");
        desk.press(KeyCode.ESCAPE);
        desk.press(KeyCode.CONTROL, KeyCode.N);
        desk.see("the new ticket", () -> desk.dialogShows("Subject"));
        look(desk, "new ticket");
        desk.press(KeyCode.ESCAPE);
    }

    private static int pages(DeskOnScreen desk) throws Exception {
        var pages = new int[1];
        desk.<TabPane>inDialog(".settings-tabs", tabs -> pages[0] = tabs.getTabs().size());
        return pages[0];
    }

    private void look(DeskOnScreen desk, String where) throws Exception {
        desk.calm();
        Parent root = desk.top();
        desk.atOnce(() -> {
            AccessibleTree.nameless(root).forEach(each -> told(each, where));
            Contrast.tooLow(root).forEach(each -> told(each, where));
        });
        looked++;
    }

    /** Each once, with the first place where it was seen. */
    private void told(String problem, String where) {
        problems.putIfAbsent(problem, where);
    }
}
