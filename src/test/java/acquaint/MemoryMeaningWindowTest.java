package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.RecallRequest;
import acquaint.memory.Say;
import acquaint.memory.SearchMethod;
import acquaint.memory.local.EmbeddingsStub;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing what the memory finds by, in the real window, with a real server of embeddings at the other side. */
class MemoryMeaningWindowTest {

    private static final CustomerId ANA = new CustomerId("ana@example.com");

    @TempDir
    Path directory;

    private EmbeddingsStub server;

    @BeforeEach
    void start() throws Exception {
        server = new EmbeddingsStub();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DeskOnScreen open(MemoryEnvironment environment) throws Exception {
        return DeskOnScreen.openFinding(directory, new MeaningChoice.WordsAlone(), environment, Settings.Theme.LIGHT, "en");
    }

    private static void openSettings(DeskOnScreen desk) throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Found by meaning"));
    }

    private static void enter(DeskOnScreen desk, String query, String words) throws Exception {
        desk.<TextInputControl>inDialog(query, field -> field.setText(words));
    }

    private static boolean is(DeskOnScreen desk, String query, java.util.function.Predicate<Node> property) throws Exception {
        var found = new AtomicReference<Boolean>();
        desk.<Node>inDialog(query, node -> found.set(property.test(node)));
        return found.get();
    }

    private static void test(DeskOnScreen desk, String expected) throws Exception {
        desk.<ButtonBase>inDialog("#testMeaning", ButtonBase::fire);
        desk.see(expected, () -> desk.dialogShows(expected));
    }

    private Settings kept() throws Exception {
        return new SettingsFile(directory.resolve("settings.json")).load(Settings.firstStart("x")).settings();
    }

    private static SearchMethod method(DeskOnScreen desk) throws Exception {
        return desk.wiring().services().memory().recall(new RecallRequest(ANA, "my pot drips", Optional.empty(), 5)).method();
    }

    @Test
    void aServerIsTestedAndFindsFromThenOn() throws Exception {
        try (var desk = open(MemoryEnvironment.NOTHING)) {
            desk.wiring().services().memory().remember(ANA, new SessionId("ticket_1"), List.of(Say.customer(1, "The kettle leaks.")));
            assertEquals(SearchMethod.KEYWORD, method(desk));
            openSettings(desk);
            assertTrue(is(desk, "#applyMeaning", Node::isDisabled));
            desk.<RadioButton>inDialog("#byServer", RadioButton::fire);
            enter(desk, "#serverAddress", "http://gpu.example.com/v1");
            assertTrue(desk.dialogShows("must begin with https://"));
            assertTrue(is(desk, "#testMeaning", Node::isDisabled));
            enter(desk, "#serverAddress", "https://gpu.example.com/v1");
            assertTrue(desk.dialogShows("What customers and agents say is sent to gpu.example.com."));
            enter(desk, "#serverAddress", server.url().toString());
            assertFalse(desk.dialogShows("is sent to gpu"));
            assertTrue(is(desk, "#testMeaning", Node::isDisabled), "a model is needed");
            enter(desk, "#serverModel", "two-matters");
            enter(desk, "#serverKey", "canary");

            test(desk, "It works: 8 dimensions");
            desk.<ButtonBase>inDialog("#applyMeaning", ButtonBase::fire);
            desk.see("that it is in use", () -> desk.dialogShows("In use. What is remembered"));
            assertTrue(is(desk, "#applyMeaning", Node::isDisabled));
            desk.see("what is meant found", () -> method(desk) == SearchMethod.HYBRID);
            assertFalse(Files.readString(directory.resolve("settings.json")).contains("canary"));
            desk.see("that a key is kept", () -> is(desk, "#serverKey", key -> ((TextInputControl) key).getPromptText().startsWith("A key is kept")));
            desk.press(KeyCode.ESCAPE);
        }
        assertEquals(new MeaningChoice.Server(server.url(), "two-matters"), kept().meaning());
    }

    @Test
    void aTestSaysInPlainWordsWhatIsWrong() throws Exception {
        try (var desk = open(MemoryEnvironment.NOTHING)) {
            openSettings(desk);
            desk.<RadioButton>inDialog("#byServer", RadioButton::fire);
            enter(desk, "#serverModel", "two-matters");
            int nobody;
            try (var free = new ServerSocket(0)) {
                nobody = free.getLocalPort();
            }
            enter(desk, "#serverAddress", "http://127.0.0.1:" + nobody + "/v1");
            test(desk, "Nobody answers at this address.");
            enter(desk, "#serverAddress", server.url().toString());
            assertFalse(desk.dialogShows("Nobody answers"));
            server.refusing = (_, request) -> request.getHeaders().get("Authorization") == null ? EmbeddingsStub.answer(401, "{}") : EmbeddingsStub.answer(403, "{}");
            test(desk, "The server asks for a key.");
            enter(desk, "#serverKey", "canary");
            test(desk, "does not know this key");
            server.refusing = (_, _) -> EmbeddingsStub.answer(404, "{\"error\":{\"message\":\"The model `two-matters` does not exist.\"}}");
            test(desk, "no model of this name");
            server.refusing = (_, _) -> EmbeddingsStub.answer(200, "<html>a router's page</html>");
            test(desk, "but not with embeddings");

            server.hang();
            desk.<ButtonBase>inDialog("#testMeaning", ButtonBase::fire);
            desk.see("that it can be cancelled", () -> is(desk, "#cancelMeaningTest", Node::isVisible));
            desk.<ButtonBase>inDialog("#cancelMeaningTest", ButtonBase::fire);
            assertFalse(is(desk, "#cancelMeaningTest", Node::isVisible));
            assertFalse(is(desk, "#testMeaning", Node::isDisabled));
            desk.press(KeyCode.ESCAPE);
        }
    }

    @Test
    void theEnvironmentDecidesAndTheSectionSaysSo() throws Exception {
        try (var desk = open(MemoryEnvironment.of(Map.of("ACQUAINT_EMBEDDINGS", server.url().toString(), "ACQUAINT_EMBEDDINGS_MODEL", "two-matters")))) {
            server.refusing = (_, _) -> EmbeddingsStub.answer(401, "{}");
            desk.wiring().services().memory().remember(ANA, new SessionId("ticket_1"), List.of(Say.customer(1, "The kettle leaks.")));
            desk.see("trouble", () -> !desk.wiring().services().memory().health().detail().isEmpty());
            openSettings(desk);
            desk.see("what is wrong", () -> desk.dialogShows("The server asks for a key.") && desk.dialogShows("This server is in use."));
            assertTrue(desk.dialogShows("given by ACQUAINT_EMBEDDINGS"));
            assertTrue(is(desk, "#byServer", node -> node.isDisabled() && ((RadioButton) node).isSelected()));
            assertTrue(is(desk, "#serverModel", node -> node.isDisabled() && ((TextInputControl) node).getText().equals("two-matters")));
            desk.press(KeyCode.ESCAPE);
        }
    }

    @Test
    void theSectionIsReachedByKeyboardInTheOrderInWhichItIsRead() throws Exception {
        try (var desk = open(MemoryEnvironment.NOTHING)) {
            openSettings(desk);
            desk.<RadioButton>inDialog("#byServer", RadioButton::fire);
            enter(desk, "#serverAddress", server.url().toString());
            enter(desk, "#serverModel", "two-matters");
            desk.<Node>inDialog("#byServer", Node::requestFocus);
            var order = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                desk.press(KeyCode.TAB);
                for (String query : List.of("#serverAddress", "#serverModel", "#serverKey", "#testMeaning", "#wordsAlone", "#applyMeaning")) {
                    if (is(desk, query, Node::isFocused)) {
                        order.add(query);
                    }
                }
            }
            assertEquals(List.of("#serverAddress", "#serverModel", "#serverKey", "#testMeaning"), order.subList(0, Math.min(4, order.size())));
            assertTrue(order.contains("#applyMeaning"), order.toString());
            desk.press(KeyCode.ESCAPE);
        }
    }
}
