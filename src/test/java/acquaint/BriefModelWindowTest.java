package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Ticket;
import acquaint.reply.provider.RecordingModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language model's words come into a brief that is open already, in the real window, with a real server at the other side. */
class BriefModelWindowTest {

    private static final String ASKED = "My kettle of order 4711 leaks at the bottom.";
    private static final String TOLD = "The kettle of order 4711 leaks";
    private static final Pattern SOURCE = Pattern.compile("Source (\\d+):(?:(?!Source \\d+:).)*order 4711 leaks", Pattern.DOTALL);

    @TempDir
    Path directory;

    private RecordingModel server;
    private DeskOnScreen desk;
    private Ticket kettle;

    @BeforeEach
    void openTheBrief() throws Exception {
        server = new RecordingModel().says(BriefModelWindowTest::brief).holdAfter(1);
        desk = DeskOnScreen.openAsking(directory, server.url(), RecordingModel.NAME);
        kettle = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))), "Kettle leaks", "email", ASKED, Optional.empty()));
        desk.select(kettle.id());
        desk.see("the ticket", () -> desk.isOpen(kettle));
        desk.press(KeyCode.CONTROL, KeyCode.E);
        desk.see("the composed brief while the model writes", () -> desk.isVisible("#stopModel") && desk.partShows(".brief-sections", ASKED));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        server.close();
    }

    /** Two pieces: the second is held until the test lets it go. */
    private static List<String> brief(String body) {
        var source = SOURCE.matcher(body);
        String number = source.find() ? source.group(1) : "none";
        return List.of("CLAIMED: " + TOLD, " [" + number + "].\n");
    }

    private boolean hasDraft() {
        return desk.wiring().supervision().handoffs().draft(kettle.id()).isPresent();
    }

    @Test
    void theModelsWordsArriveWhereNothingWasChangedAndItIsSaidWhoseTheyAre() throws Exception {
        desk.fire("#nothingTried");
        server.goOn();
        desk.see("the model's words", () -> !desk.isVisible("#stopModel") && desk.partShows(".brief-sections", TOLD + "."));
        assertTrue(desk.partShows(".brief-sections", "Nothing was tried"), "what the agent wrote stays");
        assertTrue(desk.partShows(".brief", RecordingModel.NAME), "who wrote it");
        assertFalse(desk.partShows(".brief-sections", "none"), "the model was given the source");
    }

    @Test
    void aBriefThatOnlyTheModelChangedLeavesNoDraft() throws Exception {
        server.goOn();
        desk.see("the model's words", () -> desk.partShows(".brief-sections", TOLD + "."));
        desk.press(KeyCode.ESCAPE);
        desk.see("the brief put away", () -> !desk.isVisible(".brief"));
        desk.close();
        desk = DeskOnScreen.open(directory);
        assertFalse(hasDraft());
    }

    @Test
    void whatTheModelWroteIsKeptWithWhatTheAgentChanged() throws Exception {
        desk.fire("#nothingPromised");
        server.goOn();
        desk.see("the model's words", () -> desk.partShows(".brief-sections", TOLD + "."));
        desk.press(KeyCode.ESCAPE);
        desk.see("the brief put away", () -> !desk.isVisible(".brief"));
        desk.see("the draft", this::hasDraft);
        desk.press(KeyCode.CONTROL, KeyCode.E);
        desk.see("all of it", () -> desk.partShows(".brief-sections", TOLD + ".") && desk.partShows(".brief-sections", "Nothing was promised"));
        assertEquals(1, server.bodies().size(), "nobody asked the model again");
    }

    @Test
    void theAgentGoesOnWithoutAModelThatTakesTooLong() throws Exception {
        desk.fire("#stopModel");
        desk.see("the brief as composed", () -> !desk.isVisible("#stopModel") && desk.partShows(".brief-sections", ASKED));
        assertTrue(server.wasLeft(), "the model is not kept writing");
        desk.fire("#nothingTried");
        desk.see("that it can be edited", () -> desk.partShows(".brief-sections", "Nothing was tried"));
    }
}
