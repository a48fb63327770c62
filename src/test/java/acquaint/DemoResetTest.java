package acquaint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.SharingDoor;
import acquaint.instance.DeskLock;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import acquaint.settings.DataDirectory;
import acquaint.settings.DeskReplacement;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo desk is as on its first day again, and nobody's own work is ever lost by that. */
class DemoResetTest {

    private static final String MAIL = "From: Ana Ruiz <ana@example.org>\nSubject: Pole broken\nMessage-ID: <7@example.org>\n\nMy tent pole broke.\n";

    private static final TicketId TICKET = new TicketId("LF-1042");

    @TempDir
    Path root;

    private DataDirectory directory;

    @BeforeEach
    void choose() {
        directory = new DataDirectory(root.resolve("chosen"));
    }

    private void open(boolean demo) throws Exception {
        Wiring.open(directory.create(), demo).close();
    }

    private boolean offered() throws Exception {
        try (var seat = new DeskSeat(Optional.empty(), directory, true, DeskLock.acquire(directory.root()).orElseThrow())) {
            return seat.canBeReset();
        }
    }

    private void isKept() throws Exception {
        byte[] before = Files.readAllBytes(directory.desk());
        assertFalse(offered());
        assertThrows(IOException.class, () -> NextDesk.anew(directory, Settings.firstStart("x")));
        assertThrows(IOException.class, () -> DeskReplacement.of(directory));
        assertArrayEquals(before, Files.readAllBytes(directory.desk()));
    }

    @Test
    void whatWasDoneOnTheDemoDeskAloneIsReset() throws Exception {
        var ticket = new TicketId("LF-1042");
        try (var wiring = Wiring.open(directory.create(), true)) {
            wiring.drafts().save(ticket, Mode.NOTE, "played");
        }
        open(true);
        assertTrue(offered());
        try (var wiring = NextDesk.anew(directory, Settings.firstStart("x"))) {
            assertNull(wiring.drafts().of(ticket).get(Mode.NOTE));
        }
        assertTrue(offered(), "again, as often as one likes");
    }

    /** Opens the first desks as they are asked for, and then fails. */
    private static NextDesk.Opening failingAfter(int opened) {
        var left = new AtomicInteger(opened);
        return (where, demo) -> {
            if (left.getAndDecrement() > 0) {
                return Wiring.open(where, demo);
            }
            throw new IOException("No space left on device");
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aResetThatFailsLeavesAllAsItWas(int opened) throws Exception {
        var ticket = new TicketId("LF-1042");
        try (var wiring = Wiring.open(directory.create(), true)) {
            wiring.drafts().save(ticket, Mode.NOTE, "played");
        }
        Map<Path, String> before = files();
        assertEquals("No space left on device", assertThrows(IOException.class, () -> NextDesk.anew(directory, Settings.firstStart("x"), failingAfter(opened))).getMessage());
        assertEquals(before, files());
        try (var wiring = Wiring.open(directory, true)) {
            assertEquals("played", wiring.drafts().of(ticket).get(Mode.NOTE));
        }
        assertTrue(offered());
        NextDesk.anew(directory, Settings.firstStart("x")).close();
        assertTrue(offered());
        assertFalse(files().keySet().stream().anyMatch(file -> file.toString().contains("reset-")));
    }

    @Test
    void aFolderInTheWayOfTheNewDeskLeavesTheOldAsItWas() throws Exception {
        open(true);
        Map<Path, String> before = files();
        NextDesk.Opening blocking = (where, demo) -> {
            if (!where.equals(directory)) {
                Wiring made = Wiring.open(where, demo);
                Files.createDirectories(where.root().resolve("walkthrough").resolve("x"));
                // What leads nowhere is not moved away.
                Files.createSymbolicLink(directory.root().resolve("walkthrough"), root.resolve("nowhere"));
                return made;
            }
            throw new AssertionError("it has not come so far");
        };
        assertThrows(java.nio.file.FileAlreadyExistsException.class, () -> NextDesk.anew(directory, Settings.firstStart("x"), blocking));
        assertEquals(before, files());
        assertFalse(Files.exists(aside()), "nothing is left of it");
    }

    private Path aside() {
        return directory.root().resolve("reset-old");
    }

    private void play() throws Exception {
        try (var wiring = Wiring.open(directory.create(), true)) {
            wiring.drafts().save(TICKET, Mode.NOTE, "played");
        }
    }

    private boolean isPlayed() throws Exception {
        try (var wiring = Wiring.open(directory, true)) {
            return wiring.drafts().of(TICKET).get(Mode.NOTE) != null;
        }
    }

    private static void move(Path from, Path to, String... names) throws IOException {
        Files.createDirectories(to);
        for (String name : names) {
            Files.move(from.resolve(name), to.resolve(name));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aResetThatWasKilledHalfwayBeginsADeskOfNothingButTheFirstDay(boolean newOneWasOnItsWay) throws Exception {
        play();
        Path old = Files.writeString(Files.createDirectories(directory.memory()).resolve("of-before"), "x");
        Files.writeString(directory.ledger(), "x");
        new SettingsFile(directory.settings()).save(Settings.firstStart("x"));
        String former = HexFormat.of().formatHex(digest(directory.desk()));
        move(directory.root(), aside(), "desk.db");
        if (newOneWasOnItsWay) {
            move(directory.root(), aside(), "memory");
            Files.createDirectories(directory.memory());
            Files.writeString(old, "of the new one, not whole");
        }
        Files.writeString(directory.root().resolve("not-the-programs"), "x");
        assertFalse(isPlayed());
        assertFalse(Files.exists(old));
        assertFalse(Files.exists(directory.ledger()));
        assertTrue(Files.exists(directory.root().resolve("not-the-programs")));
        assertTrue(Files.exists(directory.settings()), "how it is looked at stays");
        try (var wiring = Wiring.open(directory, true)) {
            assertFalse(wiring.beginnings().isEmpty(), "it was filled");
        }
        assertEquals(former, HexFormat.of().formatHex(digest(aside().resolve("desk.db"))), "what was moved aside is there until the next reset");
        assertEquals("x", Files.readString(aside().resolve("memory").resolve("of-before")), "and so is what was not yet");
        assertEquals("x", Files.readString(aside().resolve(directory.ledger().getFileName())));
        assertEquals(newOneWasOnItsWay, Files.exists(aside().resolve("memory-2").resolve("of-before")));
        assertTrue(offered());
        NextDesk.anew(directory, Settings.firstStart("x")).close();
        assertFalse(Files.exists(aside()));
    }

    @Test
    void whatLooksLikeAHalfResetOnSomebodysOwnDeskIsLeftAlone() throws Exception {
        open(false);
        move(directory.root(), aside(), "desk.db");
        Path old = Files.writeString(Files.createDirectories(directory.memory()).resolve("of-before"), "x");
        open(true);
        assertTrue(Files.exists(old));
    }

    @Test
    void anErrorInTheOpeningOfTheNewDeskLeavesAllAsItWas() throws Exception {
        play();
        Map<Path, String> before = files();
        NextDesk.Opening failing = (where, demo) -> {
            if (where.equals(directory)) {
                throw new OutOfMemoryError("as if");
            }
            return Wiring.open(where, demo);
        };
        assertEquals("as if", assertThrows(OutOfMemoryError.class, () -> NextDesk.anew(directory, Settings.firstStart("x"), failing)).getMessage());
        assertEquals(before, files());
        assertTrue(isPlayed());
    }

    /** Fails when the new desk is in its place, and puts something in the way of the taking back. */
    private NextDesk.Opening obstructed(Obstacle obstacle) {
        return (where, demo) -> {
            if (where.equals(directory)) {
                obstacle.put();
                throw new IOException("No space left on device");
            }
            return Wiring.open(where, demo);
        };
    }

    private interface Obstacle {
        void put() throws IOException;
    }

    @Test
    void aDeskThatCannotBePutBackLiesAsideUntilAnotherResetSucceeds() throws Exception {
        play();
        Files.createDirectories(directory.root().resolve("walkthrough"));
        String former = HexFormat.of().formatHex(digest(directory.desk()));
        var halfway = assertThrows(DeskReplacement.NotPutBack.class, () -> NextDesk.anew(directory, Settings.firstStart("x"),
                obstructed(() -> Files.createSymbolicLink(directory.root().resolve("walkthrough"), root.resolve("nowhere")))));
        liesAside(former, halfway);
    }

    @Test
    void aNewDeskThatCannotBeTakenAwayStaysAndTheFormerLiesAside() throws Exception {
        play();
        String former = HexFormat.of().formatHex(digest(directory.desk()));
        var halfway = assertThrows(DeskReplacement.NotPutBack.class, () -> NextDesk.anew(directory, Settings.firstStart("x"),
                obstructed(() -> Files.createDirectories(directory.root().resolve("reset-new").resolve("memory").resolve("in-the-way")))));
        liesAside(former, halfway);
    }

    private void liesAside(String former, DeskReplacement.NotPutBack halfway) throws Exception {
        Path there = aside().resolve("desk.db");
        assertEquals(aside().toString(), halfway.folder());
        assertEquals("No space left on device", halfway.getSuppressed()[0].getMessage());
        assertEquals(former, HexFormat.of().formatHex(digest(there)));
        assertFalse(isPlayed(), "it begins anew");
        assertTrue(Files.exists(there), "as was told");
        assertThrows(IOException.class, () -> NextDesk.anew(directory, Settings.firstStart("x"), failingAfter(0)));
        assertEquals(former, HexFormat.of().formatHex(digest(there)), "a reset that makes no new desk deletes nothing");
        NextDesk.anew(directory, Settings.firstStart("x")).close();
        assertFalse(Files.exists(aside()));
    }

    /** Each file of the desk, and what is in it; the program's log goes on. */
    private Map<Path, String> files() throws IOException {
        var found = new TreeMap<Path, String>();
        try (var all = Files.walk(directory.root())) {
            for (Path file : all.filter(Files::isRegularFile).filter(file -> !file.startsWith(directory.logs())).toList()) {
                found.put(directory.root().relativize(file), HexFormat.of().formatHex(digest(file)));
            }
        }
        return found;
    }

    private static byte[] digest(Path file) throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDeskThatWasOnceOpenedAsTheUsersOwnIsNeverReset() throws Exception {
        open(true);
        open(false);
        open(true);
        isKept();
    }

    @Test
    void aDirectoryThatHeldADeskBeforeItWasTheDemosIsNeverReset() throws Exception {
        open(false);
        open(true);
        isKept();
    }

    @Test
    void aDirectoryWithKeysButWithoutADeskIsNeverReset() throws Exception {
        Files.writeString(directory.create().secrets(), "{}");
        open(true);
        isKept();
        assertTrue(Files.exists(directory.secrets()));
    }

    @Test
    void aDemoDeskToWhichAFileWasBroughtIsNeverReset() throws Exception {
        Path mail = Files.writeString(root.resolve("a.eml"), MAIL);
        try (var wiring = Wiring.open(directory.create(), true)) {
            assertTrue(directory.isInvented());
            wiring.imports().run(mail, _ -> {});
        }
        open(true);
        isKept();
    }

    @Test
    void aDemoDeskWhoseMemoryOtherProgramsSharedIsNeverReset() throws Exception {
        try (var wiring = Wiring.open(directory.create(), true)) {
            assertTrue(directory.isInvented());
            wiring.memory().sharing().serve(SharingDoor.here(Sharing.Dialect.V1, 0), "a key of sixteen letters or more").close();
        }
        open(true);
        isKept();
    }

    @Test
    void onlyAGoodLineOfAFileOfConversationsIsSomebodysOwn() throws Exception {
        Path bad = Files.writeString(root.resolve("bad.jsonl"), "no conversation\n{}\n");
        try (var wiring = Wiring.open(directory.create(), true)) {
            assertEquals(2, wiring.imports().run(bad, _ -> {}).bad().size());
            assertTrue(directory.isInvented());
        }
        assertTrue(offered());
        Path good = Files.writeString(root.resolve("good.jsonl"), "no conversation\n"
                + "{\"id\":\"A-1\",\"customer\":{\"id\":\"bo\"},\"messages\":[{\"from\":\"customer\",\"at\":\"2026-02-01T10:00:00Z\",\"text\":\"Hello?\"}]}\n");
        try (var wiring = Wiring.open(directory, true)) {
            assertEquals(1, wiring.imports().run(good, _ -> {}).tickets());
        }
        open(true);
        isKept();
    }

    @Test
    void aFileThatCouldNotBeReadBringsNothing() throws Exception {
        Path mail = Files.writeString(root.resolve("a.eml"), "no mail");
        try (var wiring = Wiring.open(directory.create(), true)) {
            assertThrows(IOException.class, () -> wiring.imports().run(mail, _ -> {}));
        }
        assertTrue(offered());
    }
}
