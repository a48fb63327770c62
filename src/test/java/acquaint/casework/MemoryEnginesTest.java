package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.memory.everos.ConnectionTest;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryChoice.Version;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.MemorySettings;
import acquaint.settings.Secrets;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Sharing;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing a memory, and taking the desk's history along. */
class MemoryEnginesTest {

    private static final URI CLOUD = URI.create("https://api.example.com");

    @TempDir
    Path directory;

    private final Map<String, String> keys = new HashMap<>();
    private final List<String> exchanged = new ArrayList<>();
    private final Notebook elsewhere = new Notebook();
    private WorkingDesk work;
    private SettingsFile file;

    @BeforeEach
    void open() throws Exception {
        work = new WorkingDesk(directory);
        file = new SettingsFile(directory.resolve("settings.json"));
        file.load(Settings.firstStart("sam"));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private MemoryEngines engines(MemoryEnvironment environment) throws Exception {
        MemorySettings settings = file.load(Settings.firstStart("sam")).settings().memory();
        var sharing = new MemorySharing(Sharing.OFF, file, new SharingKeys(new KeptKeys(), environment, "desk"), null, MemoryChoice.Embedded::new,
                SignedIn.admin("Sam"));
        return new MemoryEngines(settings, file, new KeptKeys(), environment, new Bench(), new HistoryCopy(work.desk, Duration.ofMillis(1)), sharing, () -> work.memory,
                SignedIn.admin("Sam"));
    }

    private final class Bench implements MemoryEngines.Workshop {

        @Override
        public ConnectionTest test(Version version, URI url, Optional<String> key) {
            return new ConnectionTest(ConnectionTest.Result.CONNECTED, Optional.of(name(version)), Optional.empty(), Map.of(), key.orElse("no key"));
        }

        @Override
        public String name(Version version) {
            return version.name();
        }

        @Override
        public CustomerMemory open(MemoryChoice choice, Optional<String> key) {
            return elsewhere;
        }

        @Override
        public void exchange(MemoryChoice choice, Optional<String> key) {
            exchanged.add(choice + " " + key);
        }
    }

    private final class KeptKeys implements Secrets {

        @Override
        public Place place() {
            return Place.OWNER_ONLY_FILE;
        }

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(keys.get(name));
        }

        @Override
        public void write(String name, String secret) {
            keys.put(name, secret);
        }

        @Override
        public void remove(String name) {
            keys.remove(name);
        }
    }

    @Test
    void aChosenServiceIsUsedAtOnceAndAfterTheNextStartAndItsKeyIsInNoSettings() throws Exception {
        MemoryEngines engines = engines(MemoryEnvironment.NOTHING);
        MemoryChoice.EverOs service = engines.service(Version.CLOUD_V2, CLOUD, false);
        engines.use(service, Optional.of("canary-key"));

        assertEquals(service, engines.current());
        assertEquals(List.of(service + " Optional[canary-key]"), exchanged);
        assertEquals(service, engines(MemoryEnvironment.NOTHING).current());
        assertTrue(engines(MemoryEnvironment.NOTHING).hasKey(Version.CLOUD_V2, CLOUD));
        assertFalse(Files.readString(directory.resolve("settings.json")).contains("canary"));
    }

    @Test
    void aServiceThatOnlyTheEnvironmentNamesIsTheSameAtEveryStart() throws Exception {
        var environment = new MemoryEnvironment(Optional.of("https://other.example.com"), Optional.of("key"));

        assertEquals(engines(environment).current(), engines(environment).current());
    }

    @Test
    void anAddressKeepsItsSpaceUnlessTheAccountIsAnother() throws Exception {
        MemoryEngines engines = engines(MemoryEnvironment.NOTHING);
        MemoryChoice.EverOs service = engines.service(Version.CLOUD_V1, CLOUD, false);
        engines.use(service, Optional.of("one"));
        engines.use(new MemoryChoice.Embedded(), Optional.empty());

        assertEquals(service, engines(MemoryEnvironment.NOTHING).service(Version.CLOUD_V1, CLOUD, false));
        assertFalse(service.space().equals(engines.service(Version.CLOUD_V1, CLOUD, true).space()));
        assertFalse(service.space().equals(engines.service(Version.CLOUD_V2, CLOUD, false).space()));
    }

    @Test
    void theEnvironmentDecidesOverTheSettingsAndItsKeyOverTheOneKept() throws Exception {
        var environment = new MemoryEnvironment(Optional.of("https://other.example.com/"), Optional.of("theirs"));
        MemoryEngines engines = engines(environment);

        assertEquals(MemoryEngines.Decided.BY_ENVIRONMENT, engines.decided());
        assertEquals(URI.create("https://other.example.com"), ((MemoryChoice.EverOs) engines.current()).url());
        assertEquals(Optional.of("theirs"), engines.key(engines.current()));
        assertEquals("theirs", engines.test(Version.CLOUD_V1, CLOUD, Optional.empty()).detail());
        assertEquals("typed", engines.test(Version.CLOUD_V1, CLOUD, Optional.of("typed")).detail());
    }

    @Test
    void anAddressOfTheEnvironmentThatIsNotSafeIsPassedOver() throws Exception {
        MemoryEngines engines = engines(new MemoryEnvironment(Optional.of("http://other.example.com"), Optional.of("key")));

        assertEquals(MemoryEngines.Decided.BY_SETTINGS, engines.decided());
        assertEquals(Optional.of(MemoryChoice.BadUrl.NOT_HTTPS), engines.badEnvironment());
        assertEquals(new MemoryChoice.Embedded(), engines.current());
    }

    @Test
    void theHistoryIsCopiedInOrderOnceAndClosedTicketsAreFlushed() throws Exception {
        Ticket first = work.anasTicket("Kettle", "It leaks.");
        work.send("r1", first, "A new one is sent.", true);
        work.clock.forward(Duration.ofMinutes(1));
        Ticket second = work.anasTicket("Toaster", "It burns.");
        work.clock.forward(Duration.ofMinutes(1));
        work.drain();
        MemoryEngines engines = engines(MemoryEnvironment.NOTHING);
        MemoryChoice.EverOs target = engines.service(Version.CLOUD_V2, CLOUD, false);
        var told = new ArrayList<CopyProgress>();

        CopyProgress done = engines.copy(target, told::add);

        String one = first.id().session().value();
        String two = second.id().session().value();
        assertEquals(List.of(one + " SUBJECT Ana Ruiz: Kettle", one + " CUSTOMER Ana Ruiz: It leaks.", one + " AGENT Sam: A new one is sent.",
                one + " flushed", two + " SUBJECT Ana Ruiz: Toaster", two + " CUSTOMER Ana Ruiz: It burns."), elsewhere.notes);
        assertTrue(done.finished());
        assertEquals(2, done.done());
        assertEquals(3, told.size());
        assertTrue(engines.copied(target).finished());

        elsewhere.notes.clear();
        engines.copy(target, _ -> {});
        assertEquals(List.of(), elsewhere.notes);
    }

    @Test
    void aCopyThatBrokeOffGoesOnWhereItWasAndIsOfferedAgain() throws Exception {
        work.anasTicket("Kettle", "It leaks.");
        work.clock.forward(Duration.ofMinutes(1));
        work.anasTicket("Toaster", "It burns.");
        MemoryEngines engines = engines(MemoryEnvironment.NOTHING);
        MemoryChoice.EverOs target = engines.service(Version.CLOUD_V2, CLOUD, false);

        assertThrows(MemoryException.class, () -> engines.copy(target, progress -> {
            if (progress.done() == 1) {
                elsewhere.failure = Optional.of(new MemoryException(MemoryException.Kind.BAD_KEY, "no"));
            }
        }));
        assertEquals(1, engines.copied(target).done());
        assertEquals(Optional.of(target), engines.unfinishedCopy());

        elsewhere.failure = Optional.empty();
        elsewhere.notes.clear();
        engines.copy(target, _ -> {});
        assertTrue(elsewhere.notes.getFirst().contains("Toaster"), elsewhere.notes.toString());
        assertEquals(Optional.empty(), engines.unfinishedCopy());
    }

    @Test
    void aTicketThatChangedMeanwhileComesAgainAtTheEnd() throws Exception {
        Ticket first = work.anasTicket("Kettle", "It leaks.");
        work.clock.forward(Duration.ofMinutes(1));
        work.anasTicket("Toaster", "It burns.");
        MemoryEngines engines = engines(MemoryEnvironment.NOTHING);
        var changed = new ArrayList<String>();

        CopyProgress done = engines.copy(engines.service(Version.CLOUD_V2, CLOUD, false), progress -> {
            if (changed.isEmpty()) {
                changed.add("once");
                work.clock.forward(Duration.ofMinutes(1));
                work.changes.status(first.id(), TicketStatus.CLOSED);
            }
        });

        assertEquals(first.id().session() + " flushed", elsewhere.notes.getLast());
        assertEquals(3, done.done());
    }

    @Test
    void aRefusedMessageIsCountedAndHoldsUpNothing() throws Exception {
        work.anasTicket("Kettle", "It leaks.");
        MemoryEngines engines = engines(MemoryEnvironment.NOTHING);
        elsewhere.refused = Optional.of("It leaks.");

        CopyProgress done = engines.copy(engines.service(Version.CLOUD_V2, CLOUD, false), _ -> {});

        assertTrue(done.finished());
        assertEquals(1, done.refused());
        assertEquals(1, done.messages());
        assertEquals(1, elsewhere.notes.size());
    }
}
