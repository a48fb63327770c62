package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.casework.MemorySharing.State;
import acquaint.memory.MemoryException;
import acquaint.memory.local.LocalMemory;
import acquaint.memory.serve.Listening;
import acquaint.memory.serve.MemoryServer;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Secrets;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Sharing;
import acquaint.settings.Sharing.Dialect;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sharing the embedded memory, over real connections at real ports. */
@Timeout(60)
class MemorySharingTest {

    private static final MemoryChoice ELSEWHERE =
            new MemoryChoice.EverOs(MemoryChoice.Version.SELF_HOSTED, URI.create("http://127.0.0.1:1"), "space");

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> secrets = new HashMap<>();
    private final List<State> told = new ArrayList<>();
    private MemoryChoice inUse = new MemoryChoice.Embedded();
    private MemoryEnvironment environment = MemoryEnvironment.NOTHING;
    private Optional<IOException> keychain = Optional.empty();
    private SettingsFile file;
    private LocalMemory memory;
    private MemorySharing sharing;

    private final class Kept implements Secrets {

        @Override
        public Place place() {
            return Place.KEYCHAIN;
        }

        @Override
        public Optional<String> read(String name) throws IOException {
            if (keychain.isPresent()) {
                throw keychain.get();
            }
            return Optional.ofNullable(secrets.get(name));
        }

        @Override
        public void write(String name, String secret) {
            secrets.put(name, secret);
        }

        @Override
        public void remove(String name) {
            secrets.remove(name);
        }
    }

    @BeforeEach
    void open() throws Exception {
        memory = LocalMemory.open(directory.resolve("memory"));
        start();
    }

    /** As the program does at each start. */
    private void start() throws Exception {
        file = new SettingsFile(directory.resolve("settings.json"));
        Sharing choice = file.load(Settings.firstStart("sam")).settings().sharing();
        sharing = new MemorySharing(choice, file, new SharingKeys(new Kept(), environment, "desk"), (door, key) -> {
            var server = MemoryServer.start(memory, acquaint.memory.serve.Dialect.valueOf(door.dialect().name()), key,
                    new Listening(door.name(), door.address(), door.port(), door.tls()), Clock.systemUTC());
            return new MemorySharing.Server() {
                @Override
                public URI url() {
                    return server.url();
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        }, () -> inUse, SignedIn.admin("Sam"));
        sharing.listen(status -> told.add(status.state()));
        sharing.begin();
    }

    @AfterEach
    void close() {
        sharing.close();
        memory.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int ask(String key) throws Exception {
        return ask(sharing.status().url().orElseThrow(), key);
    }

    private int ask(URI url, String key) throws Exception {
        var request = HttpRequest.newBuilder(url.resolve("/api/v2/tasks")).timeout(Duration.ofSeconds(20)).header("Authorization", "Bearer " + key).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private void assertRefused(URI url) {
        assertThrows(IOException.class, () -> ask(url, "any"));
    }

    private Sharing on(int port) {
        return new Sharing(true, Dialect.V2, port);
    }

    @Test
    void theSwitchTakesEffectAtOnceAndAfterTheNextStart() throws Exception {
        assertEquals(List.of(State.OFF), told);
        int port = freePort();
        sharing.choose(on(port));

        assertEquals(State.ON, sharing.status().state());
        URI url = sharing.status().url().orElseThrow();
        assertEquals("http://127.0.0.1:" + port, url.toString());
        String key = sharing.unseenKey().orElseThrow();
        assertEquals(200, ask(key));
        assertEquals(401, ask("of somebody else"));

        sharing.close();
        assertRefused(url);
        told.clear();
        start();
        assertEquals(List.of(State.STARTING, State.ON), told);
        assertEquals(200, ask(key));

        sharing.choose(new Sharing(false, Dialect.V2, port));
        assertEquals(State.OFF, sharing.status().state());
        assertRefused(url);
        sharing.close();
        start();
        assertRefused(url);
    }

    @Test
    void anotherDialectOrPortTakesThePlaceOfTheFormerAtOnce() throws Exception {
        sharing.choose(on(freePort()));
        URI former = sharing.status().url().orElseThrow();
        String key = sharing.unseenKey().orElseThrow();
        sharing.choose(new Sharing(true, Dialect.V1, former.getPort()));
        assertEquals(403, ask(key), "the path is of the other version");
        sharing.choose(on(freePort()));
        assertRefused(former);
        assertEquals(200, ask(key));
    }

    @Test
    void theKeyIsMadeUpOnceToldUntilItWasSeenAndInNoSettings() throws Exception {
        assertEquals(SharingKeys.Kept.NOWHERE, sharing.keys().kept());
        sharing.choose(on(freePort()));
        String key = sharing.unseenKey().orElseThrow();
        assertTrue(key.length() >= 40);
        sharing.keySeen();
        assertEquals(Optional.empty(), sharing.unseenKey());
        assertEquals(SharingKeys.Kept.IN_KEYCHAIN, sharing.keys().kept());
        assertEquals(new SharingKeys.Key(key, false), sharing.keys().take());
        assertFalse(sharing.keys().take().toString().contains(key));
        assertFalse(Files.readString(directory.resolve("settings.json")).contains(key));

        sharing.choose(new Sharing(false, Dialect.V2, 8765));
        sharing.choose(on(freePort()));
        assertEquals(Optional.empty(), sharing.unseenKey());
        assertEquals(200, ask(key));
    }

    @Test
    void theEnvironmentsKeyComesBeforeTheOneThatIsKept() throws Exception {
        sharing.choose(on(freePort()));
        sharing.close();
        environment = new MemoryEnvironment(Optional.empty(), Optional.of("theirs"));
        start();
        assertEquals(SharingKeys.Kept.BY_ENVIRONMENT, sharing.keys().kept());
        assertEquals(200, ask("theirs"));
    }

    @Test
    void aNewKeyShutsOutTheFormerOneEverywhere() throws Exception {
        sharing.choose(on(freePort()));
        String former = sharing.unseenKey().orElseThrow();
        try (Share command = sharing.serve(SharingDoor.here(Dialect.V2, 0), former); Share other = sharing.serve(SharingDoor.here(Dialect.V2, 0), "its own")) {
            URI url = command.url();
            sharing.renewKey();
            String key = sharing.unseenKey().orElseThrow();
            assertNotEquals(former, key);
            assertEquals(200, ask(key));
            assertEquals(401, ask(former));
            assertEquals(url, command.url());
            assertEquals(200, ask(url, key));
            assertEquals(401, ask(url, former));
            assertEquals(200, ask(other.url(), "its own"));
        }
    }

    @Test
    void aPortThatIsTakenIsAStateAndCanBeTriedAgain() throws Exception {
        int port;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            sharing.choose(on(port));
            assertEquals(State.PORT_TAKEN, sharing.status().state());
            assertTrue(sharing.status().isTrouble());
            sharing.close();
            start();
            assertEquals(State.PORT_TAKEN, sharing.status().state());
            assertThrows(BindException.class, () -> sharing.serve(SharingDoor.here(Dialect.V2, port), "key"));
        }
        sharing.choose(sharing.status().choice());
        assertEquals(State.ON, sharing.status().state());
    }

    @Test
    void aKeychainThatRefusesIsAState() throws Exception {
        keychain = Optional.of(new IOException("locked"));
        sharing.choose(on(freePort()));
        assertEquals(State.NO_KEY, sharing.status().state());
        keychain = Optional.empty();
        sharing.choose(sharing.status().choice());
        assertEquals(State.ON, sharing.status().state());
    }

    @Test
    void aChoiceThatCannotBeSavedChangesNothing() throws Exception {
        Files.createDirectories(directory.resolve("settings.json/in the way"));
        assertThrows(IOException.class, () -> sharing.choose(on(freePort())));
        assertEquals(State.OFF, sharing.status().state());
        assertFalse(sharing.status().choice().on());
    }

    @Test
    void whatThisProgramSharesAlreadyIsToldAsSuch() throws Exception {
        sharing.choose(on(freePort()));
        int port = sharing.status().choice().port();
        var there = assertThrows(AlreadyShared.class, () -> sharing.serve(SharingDoor.here(Dialect.V1, port), "key"));
        assertEquals(sharing.status().url().orElseThrow(), there.url());
        assertEquals(Dialect.V2, there.dialect());
    }

    @Test
    void nobodyComesInWhileTheMemoryIsExchangedAndAllAgainWhenItIsTheSameOne() throws Exception {
        sharing.choose(on(freePort()));
        String key = sharing.unseenKey().orElseThrow();
        try (Share command = sharing.serve(SharingDoor.here(Dialect.OSS, 0), "its own")) {
            URI url = command.url();
            sharing.paused(() -> {
                assertRefused(sharing.status().url().orElseThrow());
                assertRefused(url);
                memory.close();
                try {
                    memory = LocalMemory.open(directory.resolve("memory"));
                } catch (MemoryException e) {
                    throw new IOException(e);
                }
            });
            assertEquals(200, ask(key));
            assertEquals(404, ask(url, "its own"), "a server of one's own has no tasks");
        }
    }

    @Test
    void anotherMemoryEndsAllSharingAndTheSwitchGoesOnWhenThisOneIsBack() throws Exception {
        sharing.choose(on(freePort()));
        String key = sharing.unseenKey().orElseThrow();
        URI url = sharing.status().url().orElseThrow();
        Share command = sharing.serve(SharingDoor.here(Dialect.V2, 0), "its own");
        sharing.paused(() -> inUse = ELSEWHERE);

        assertEquals(State.ELSEWHERE, sharing.status().state());
        assertTrue(sharing.status().choice().on());
        assertEquals(Optional.of(Share.Ending.ANOTHER_MEMORY), command.await(Duration.ofSeconds(10)));
        assertRefused(url);
        assertRefused(command.url());
        assertEquals(MemoryException.Kind.REFUSED,
                assertThrows(MemoryException.class, () -> sharing.serve(SharingDoor.here(Dialect.V2, 0), "key")).kind());

        sharing.paused(() -> inUse = new MemoryChoice.Embedded());
        assertEquals(State.ON, sharing.status().state());
        assertEquals(200, ask(key));
    }

    @Test
    void theEndOfTheProgramEndsAllSharing() throws Exception {
        Share command = sharing.serve(SharingDoor.here(Dialect.V2, 0), "its own");
        sharing.close();
        assertEquals(Optional.of(Share.Ending.PROGRAM_ENDS), command.await(Duration.ofSeconds(10)));
        assertRefused(command.url());
        assertThrows(MemoryException.class, () -> sharing.serve(SharingDoor.here(Dialect.V2, 0), "key"));
    }
}
