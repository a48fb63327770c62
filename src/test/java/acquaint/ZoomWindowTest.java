package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.TicketId;
import acquaint.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window made larger and smaller, by keys and in the settings. */
class ZoomWindowTest {

    private static final TicketId STAR = new TicketId("LF-1188");

    @TempDir
    Path directory;
    private DeskOnScreen desk;

    @BeforeEach
    void open() throws Exception {
        desk = DeskOnScreen.openDemo(directory, Settings.Theme.LIGHT, "en", 1000, 800);
        desk.see("the queue", () -> desk.queueSize() > 3);
        desk.select(STAR);
        desk.see("the ticket", () -> desk.isOpen(STAR) && desk.isVisible(".memory-sections"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void textGrowsByKeysAndPanesFoldAwayUntilTheyAreAskedFor() throws Exception {
        double before = height(".subject");
        larger(3);
        desk.see("text of 150 percent", () -> Math.abs(height(".subject") / before - 1.5) < 0.02);
        desk.see("the conversation alone", () -> !isThere(".queue-rows") && !isThere(".memory-sections") && isThere(".composer-text"));
        assertTrue(isInside(".composer-text"), "the composer is within the window");
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        desk.see("the queue", () -> isThere(".queue-rows"));
        assertTrue(isInside(".queue-rows"), "the queue is within the window");
        desk.press(KeyCode.CONTROL, KeyCode.M);
        desk.see("memory", () -> isThere(".memory-sections"));
        desk.press(KeyCode.CONTROL, KeyCode.M);
        desk.see("memory folded away", () -> !isThere(".memory-sections"));
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        desk.see("the usual size", () -> Math.abs(height(".subject") / before - 1) < 0.02);
        desk.press(KeyCode.CONTROL, KeyCode.M);
        desk.see("all three panes", () -> isThere(".queue-rows") && isThere(".memory-sections") && isThere(".composer-text"));
    }

    @Test
    void whereOnlyOnePaneHasRoomTheTicketThatIsOpenAlreadyComesBackWhenItIsChosenOrWrittenTo() throws Exception {
        larger(3);
        desk.see("the conversation alone", () -> !isThere(".queue-rows") && isThere(".composer-text"));
        toQueue();
        desk.focusQueue();
        desk.press(KeyCode.ENTER);
        desk.see("the conversation again", () -> isThere(".composer-text") && !isThere(".queue-rows"));
        toQueue();
        desk.focusQueue();
        desk.press(KeyCode.R);
        desk.see("the reply", () -> isThere(".composer-text") && !isThere(".queue-rows"));
        toQueue();
        desk.press(KeyCode.CONTROL, KeyCode.K);
        desk.see("the palette", () -> isThere(".palette"));
        desk.type(STAR.value());
        desk.see("the ticket", () -> desk.partShows(".palette", "Tickets"));
        desk.press(KeyCode.ENTER);
        desk.see("the conversation of the ticket found", () -> isThere(".composer-text") && !isThere(".queue-rows"));
    }

    @Test
    void whereOnlyOnePaneHasRoomArrowsWalkThroughTheQueueAndEnterOpens() throws Exception {
        desk.select(new TicketId("LF-1042"));
        desk.see("another ticket", () -> desk.isOpen(new TicketId("LF-1042")));
        larger(3);
        desk.see("the conversation alone", () -> !isThere(".queue-rows") && isThere(".composer-text"));
        toQueue();
        desk.focusQueue();
        TicketId first = selected();
        desk.press(KeyCode.DOWN);
        desk.see("the next one", () -> !selected().equals(first));
        TicketId second = selected();
        desk.press(KeyCode.DOWN);
        desk.see("the one after it", () -> !selected().equals(second) && desk.isOpen(selected()));
        assertTrue(isThere(".queue-rows") && !isThere(".composer-text"), "the queue stays");
        desk.press(KeyCode.ENTER);
        desk.see("the conversation", () -> isThere(".composer-text") && !isThere(".queue-rows"));
    }

    private TicketId selected() throws Exception {
        return desk.onFx(() -> desk.window().workspace().selectedProperty().get());
    }

    private void toQueue() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        desk.see("the queue", () -> isThere(".queue-rows") && !isThere(".composer-text"));
    }

    @Test
    void nothingIsCutOffAtTwiceTheSize() throws Exception {
        larger(5);
        double before = height(".subject");
        larger(1);
        desk.calm();
        assertEquals(before, height(".subject"), 1, "200 percent is the most");
        assertTrue(isInside(".composer-text") && isInside("#send"), "the composer is within the window");
    }

    @Test
    void theSettingsChangeTheSizeAtOnceAndAreKept() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
        desk.turnTo("Appearance");
        double before = height(".subject");
        desk.<Slider>inDialog("#textSize", slider -> slider.setValue(124));
        desk.<Label>inDialog("#textPercent", label -> assertEquals("125\u00a0%", label.getText()));
        desk.see("text of 125 percent", () -> Math.abs(height(".subject") / before - 1.25) < 0.02);
        desk.clickButton("Usual size");
        desk.<Slider>inDialog("#textSize", slider -> assertEquals(100, slider.getValue()));
        desk.<Slider>inDialog("#textSize", slider -> slider.setValue(124));
        desk.<ComboBox<?>>inDialog("#moving", box -> box.getSelectionModel().selectLast());
        desk.press(KeyCode.ESCAPE);
        desk.see("no dialog", () -> !desk.dialogShows("Appearance"));
        desk.close();
        desk = DeskOnScreen.openAsLeft(directory);
        desk.see("the queue", () -> desk.queueSize() > 3);
        assertEquals(125, percent());
    }

    @Test
    void whatScrollsIsDrawnSharplyWhereverItIsShownLater() throws Exception {
        larger(3);
        desk.press(KeyCode.CONTROL, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
        assertEquals(List.of(), drawnFromPictures(), "in the settings");
        desk.press(KeyCode.ESCAPE);
        desk.see("no dialog", () -> !desk.dialogShows("Appearance"));
        desk.press(KeyCode.CONTROL, KeyCode.E);
        desk.see("the brief", () -> desk.isVisible(".brief-sections") && desk.partShows(".brief-sections", "Asked"));
        desk.calm();
        assertEquals(List.of(), drawnFromPictures(), "in the brief");
        desk.press(KeyCode.ESCAPE);
    }

    @Test
    void noPageOfTheSettingsIsCutOffAtOneAndAHalfOrTwiceTheSize() throws Exception {
        var cut = new ArrayList<String>();
        larger(3);
        for (String size : List.of("150", "200")) {
            desk.press(KeyCode.CONTROL, KeyCode.COMMA);
            desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
            for (String page : List.of("Appearance", "Notifications", "Memory", "Language model", "Prompt", "Privacy", "Keyboard", "Team", "Updates")) {
                desk.turnTo(page);
                desk.calm();
                desk.<TabPane>inDialog(".settings-tabs", tabs -> Legible.cutOff(tabs.getScene().getRoot()).forEach(part -> cut.add(page + " at " + size + " %: " + part)));
            }
            desk.press(KeyCode.ESCAPE);
            desk.see("no dialog", () -> !desk.dialogShows("Appearance"));
            larger(2);
        }
        assertEquals(List.of(), cut);
    }

    private Collection<String> drawnFromPictures() throws Exception {
        return List.copyOf(desk.read(".root", _ -> Legible.drawnFromPictures()));
    }

    private void larger(int steps) {
        for (int i = 0; i < steps; i++) {
            desk.press(KeyCode.CONTROL, KeyCode.EQUALS);
        }
    }

    private int percent() {
        return desk.wiring().settings().desktop().appearance().fontPercent();
    }

    /** In pixels of the screen. */
    private double height(String query) throws Exception {
        var height = new double[1];
        desk.atOnce(() -> {
            Node node = desk.stage().getScene().lookup(query);
            height[0] = node.localToScreen(node.getBoundsInLocal()).getHeight();
        });
        return height[0];
    }

    private boolean isThere(String query) throws Exception {
        return desk.isVisible(query);
    }

    private boolean isInside(String query) throws Exception {
        var inside = new boolean[1];
        desk.atOnce(() -> {
            Node node = desk.stage().getScene().lookup(query);
            var bounds = node.localToScene(node.getBoundsInLocal());
            inside[0] = bounds.getMinX() >= 0 && bounds.getMinY() >= 0 && bounds.getMaxX() <= desk.stage().getScene().getWidth() + 1 && bounds.getMaxY() <= desk.stage().getScene().getHeight() + 1;
        });
        return inside[0];
    }
}
