package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.settings.MemoryChoice;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Sharing;
import acquaint.settings.Sharing.Dialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switch that shares the memory, in the real window, and real programs at the other side. */
class MemorySharingWindowTest {

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private DeskOnScreen open(Sharing sharing, Optional<String> key) throws Exception {
        return DeskOnScreen.openSharing(directory, sharing, key, Settings.Theme.LIGHT, "en");
    }

    private int ask(int port, String path, String key) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private boolean isRefused(int port) throws Exception {
        try {
            ask(port, "/api/v1/tasks/none", "any");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void openSettings(DeskOnScreen desk) throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.COMMA);
        desk.see("the settings", () -> desk.dialogShows("Share this memory with other programs"));
    }

    /** Goes to a control of the dialog as one does without a mouse. */
    private static void tabTo(DeskOnScreen desk, String query) throws Exception {
        var there = new AtomicReference<Boolean>(false);
        for (int i = 0; i < 30 && !there.get(); i++) {
            desk.press(KeyCode.TAB);
            desk.<Node>inDialog(query, node -> there.set(node.isFocused()));
        }
        assertTrue(there.get(), query + " cannot be reached by the keyboard");
    }

    private static void enterPort(DeskOnScreen desk, String port) throws Exception {
        desk.<TextField>inDialog("#port", field -> {
            field.requestFocus();
            field.selectAll();
        });
        for (char digit : port.toCharArray()) {
            desk.press(KeyCode.getKeyCode(Character.toString(digit)));
        }
        assertEquals(port, shown(desk, "#port"));
    }

    private static String shown(DeskOnScreen desk, String query) throws Exception {
        var text = new AtomicReference<String>();
        desk.<TextField>inDialog(query, field -> text.set(field.getText()));
        return text.get();
    }

    @Test
    void theMemoryIsSharedByKeyboardAndItsKeyIsShownOnce() throws Exception {
        int port = freePort();
        try (var desk = open(Sharing.OFF, Optional.empty())) {
            openSettings(desk);
            assertTrue(desk.dialogShows("Not shared"));
            assertTrue(desk.dialogShows("A key is made when"));
            enterPort(desk, Integer.toString(port));
            tabTo(desk, "#share");
            desk.press(KeyCode.SPACE);
            desk.see("that it is shared", () -> desk.dialogShows("Shared at http://127.0.0.1:" + port));
            desk.see("the key", () -> desk.dialogShows("shown this once"));
            String key = shown(desk, "#newKey");
            assertEquals(404, ask(port, "/api/v1/tasks/none", key));
            assertEquals(401, ask(port, "/api/v1/tasks/none", "guessed"));
            assertTrue(desk.dialogShows("and not shown again"));
            desk.<ButtonBase>inDialog("#copyKey", button -> {
                button.fire();
                assertEquals(key, Clipboard.getSystemClipboard().getString());
                assertEquals("Copied", button.getText());
            });
            desk.<ButtonBase>inDialog("#copyAddress", ButtonBase::fire);
            desk.atOnce(() -> assertEquals("http://127.0.0.1:" + port, Clipboard.getSystemClipboard().getString()));

            desk.press(KeyCode.ESCAPE);
            openSettings(desk);
            desk.see("that a key is kept", () -> desk.dialogShows("A key is kept in"));
            assertEquals("", shown(desk, "#newKey"));
            assertFalse(desk.dialogShows(key));
            assertFalse(Files.readString(directory.resolve("settings.json")).contains(key));

            desk.answer("#renew", () -> desk.dialogShows("until they are given the new one"), "Make a new key");
            desk.see("another key", () -> desk.dialogShows("shown this once"));
            String next = shown(desk, "#newKey");
            assertNotEquals(key, next);
            assertEquals(401, ask(port, "/api/v1/tasks/none", key));
            assertEquals(404, ask(port, "/api/v1/tasks/none", next));

            desk.<ButtonBase>inDialog("#secondDialect", ButtonBase::fire);
            desk.see("the other dialect", () -> ask(port, "/api/v2/tasks", next) == 200);
            desk.<ButtonBase>inDialog("#ownDialect", ButtonBase::fire);
            desk.see("that no key is needed", () -> desk.dialogShows("need no key in this dialect"));

            tabTo(desk, "#share");
            desk.press(KeyCode.SPACE);
            desk.see("that it is not shared", () -> desk.dialogShows("Not shared"));
            assertTrue(isRefused(port));
            desk.press(KeyCode.ESCAPE);
        }
        assertEquals(new Sharing(false, Dialect.OSS, port), new SettingsFile(directory.resolve("settings.json")).load(Settings.firstStart("x")).settings().sharing());
    }

    @Test
    void whatWasChosenHoldsFromTheNextStartUntilAnotherMemoryIsChosenOrTheWindowCloses() throws Exception {
        int port = freePort();
        try (var desk = open(new Sharing(true, Dialect.V2, port), Optional.of("theirs"))) {
            desk.see("that it is shared", () -> !isRefused(port));
            assertEquals(200, ask(port, "/api/v2/tasks", "theirs"));
            openSettings(desk);
            desk.see("whose key it is", () -> desk.dialogShows("The key is EVEROS_API_KEY of the environment"));
            assertFalse(desk.dialogShows("Make a new key"));
            desk.<ToggleSwitch>inDialog("#share", toggle -> {
                assertTrue(toggle.isSelected());
                assertTrue(toggle.getAccessibleText().contains("Shared at"), toggle.getAccessibleText());
            });
            desk.wiring().memory().engines().use(desk.wiring().memory().engines().service(MemoryChoice.Version.SELF_HOSTED, URI.create("http://127.0.0.1:1"), false), Optional.empty());
            desk.see("nothing of it", () -> !desk.dialogShows("Share this memory"));
            assertTrue(isRefused(port));
            desk.wiring().memory().engines().use(new MemoryChoice.Embedded(), Optional.empty());
            desk.see("it again", () -> desk.dialogShows("Shared at"));
            assertEquals(200, ask(port, "/api/v2/tasks", "theirs"));
            desk.press(KeyCode.ESCAPE);
        }
        assertTrue(isRefused(port));
    }

    @Test
    void aPortInUseStopsNoWindowAndIsToldInItAndInTheSettings() throws Exception {
        var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = other.getLocalPort();
        try (var desk = open(new Sharing(true, Dialect.V1, port), Optional.empty())) {
            desk.see("that it is not shared", () -> desk.isVisible("#shareAgain") && desk.showsText("Port " + port + " is in use by another program."));
            desk.atOnce(() -> desk.fire("#sharingSettings"));
            desk.see("the same in the settings", () -> desk.dialogShows("Port " + port + " is in use by another program."));

            enterPort(desk, "80");
            assertTrue(desk.dialogShows("A port is a number from 1024 to 65535."));
            int free = freePort();
            enterPort(desk, Integer.toString(free));
            desk.press(KeyCode.ENTER);
            desk.see("that it is shared", () -> desk.dialogShows("Shared at http://127.0.0.1:" + free));
            desk.see("no trouble any more", () -> !desk.isVisible("#shareAgain"));
            enterPort(desk, Integer.toString(port));
            desk.press(KeyCode.TAB);
            desk.see("trouble again", () -> desk.isVisible("#shareAgain"));
            other.close();
            desk.<ButtonBase>inDialog("#again", ButtonBase::fire);
            desk.see("that it is shared there", () -> desk.dialogShows("Shared at http://127.0.0.1:" + port));
            desk.press(KeyCode.ESCAPE);
        }
        assertTrue(isRefused(port));
    }
}
