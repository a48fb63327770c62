package acquaint.store;

import static acquaint.store.Given.CLOCK;
import static acquaint.store.Given.TICKET;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Message;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskOpeningTest {

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("desk.db");
    }

    private void begin() {
        try (Desk desk = Desk.open(directory, CLOCK)) {
            Given.anasTicket(desk);
            desk.write(session -> {
                session.messages().add(LongStream.rangeClosed(2, 1_200)
                        .mapToObj(n -> Given.message(TICKET, n, Message.Kind.CUSTOMER, "a long enough line to fill pages ".repeat(9) + n))
                        .toList());
                return null;
            });
        }
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void aNewDeskHasTheNewestMigration() throws Exception {
        begin();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertEquals(Schema.CURRENT, Schema.version(connection));
        }
        try (var scripts = Files.list(Path.of("resources/sql/sqlite"))) {
            assertEquals(Schema.CURRENT, scripts.map(s -> s.getFileName().toString())
                    .mapToInt(s -> Integer.parseInt(s.substring(1, s.indexOf("__")))).max().orElseThrow());
        }
    }

    @Test
    void aWellClosedDeskIsOneFile() throws Exception {
        begin();
        assertEquals(Set.of("desk.db"), names());
    }

    @Test
    void aFileOfANewerVersionIsRefusedAndNotTouched() throws Exception {
        begin();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file()); var statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', installed_on, 1, 1"
                    + " FROM flyway_schema_history LIMIT 1");
        }
        byte[] before = Files.readAllBytes(file());
        var newer = assertThrows(NewerDesk.class, () -> Desk.open(directory, CLOCK));
        assertEquals(99, newer.found());
        assertEquals(Schema.CURRENT, newer.known());
        assertArrayEquals(before, Files.readAllBytes(file()));
        assertEquals(Set.of("desk.db"), names());
    }

    @Test
    void aNewerVersionIsSeenEvenWhenItIsStillInTheLog() throws Exception {
        begin();
        Path copy = Files.createDirectory(directory.resolve("copy"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file()); var statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', installed_on, 1, 1"
                    + " FROM flyway_schema_history LIMIT 1");
            Files.copy(file(), copy.resolve("desk.db"));
            Files.copy(directory.resolve("desk.db-wal"), copy.resolve("desk.db-wal"));
        }
        byte[] data = Files.readAllBytes(copy.resolve("desk.db"));
        byte[] log = Files.readAllBytes(copy.resolve("desk.db-wal"));
        assertThrows(NewerDesk.class, () -> Desk.open(copy, CLOCK));
        assertArrayEquals(data, Files.readAllBytes(copy.resolve("desk.db")));
        assertArrayEquals(log, Files.readAllBytes(copy.resolve("desk.db-wal")));
    }

    @Test
    void whatWasAcknowledgedIsThereAfterACrash() throws Exception {
        Path copy = Files.createDirectory(directory.resolve("copy"));
        try (Desk desk = Desk.open(directory, CLOCK)) {
            Given.anasTicket(desk);
            // What a killed program leaves: the file and its log, never closed.
            Files.copy(file(), copy.resolve("desk.db"));
            Files.copy(directory.resolve("desk.db-wal"), copy.resolve("desk.db-wal"));
        }
        try (Desk desk = Desk.open(copy, CLOCK)) {
            assertTrue(Given.isThere(desk));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsDamagedAndLeftAsItIs() throws Exception {
        Files.writeString(file(), "this was a desk once, before the disk had other ideas ".repeat(30));
        byte[] before = Files.readAllBytes(file());
        var damaged = assertThrows(DamagedDesk.class, () -> Desk.open(directory, CLOCK));
        assertEquals(file(), damaged.file());
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void aFileWithoutItsEndIsDamaged() throws Exception {
        begin();
        try (var cut = new RandomAccessFile(file().toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        assertThrows(DamagedDesk.class, () -> Desk.open(directory, CLOCK));
    }

    @Test
    void afterACrashEveryPageIsChecked() throws Exception {
        begin();
        overwritePages();
        // A log beside the file says that it was not closed well.
        Files.write(directory.resolve("desk.db-wal"), new byte[64]);
        assertThrows(DamagedDesk.class, () -> Desk.open(directory, CLOCK));
    }

    @Test
    void damageMetWhileReadingIsSaidAsDamage() throws Exception {
        begin();
        overwritePages();
        try (Desk desk = Desk.open(directory, CLOCK)) {
            assertThrows(DamagedDesk.class, () -> desk.read(session -> session.messages().after(TICKET, 0, 500)));
        }
    }

    /** Spoils all pages but the first few, which hold the tables' descriptions and the history of migrations. */
    private void overwritePages() throws IOException {
        try (var spoil = new RandomAccessFile(file().toFile(), "rw")) {
            long from = spoil.length() / 2 / 4096 * 4096;
            spoil.seek(from);
            spoil.write(new byte[(int) (spoil.length() - from)]);
        }
    }

    @Test
    void aDamagedDeskIsSetAsideAndABackupPutInItsPlace() throws Exception {
        try (Desk desk = Desk.open(directory, CLOCK)) {
            Given.anasTicket(desk);
            desk.backUp();
        }
        Files.writeString(file(), "ruined");
        Files.writeString(directory.resolve("desk.db-wal"), "ruined too");
        var damaged = assertThrows(DamagedDesk.class, () -> Desk.open(directory, CLOCK));
        assertEquals(List.of(directory.resolve("backups/desk-2026-03-02.db")), damaged.backups());

        Path aside = Desk.setAside(directory);
        assertEquals("ruined", Files.readString(aside));
        assertEquals("ruined too", Files.readString(Path.of(aside + "-wal")));
        assertTrue(aside.getFileName().toString().startsWith("desk.db.damaged-"));
        assertFalse(Files.exists(file()));

        Desk.restore(directory, damaged.backups().getFirst());
        try (Desk desk = Desk.open(directory, CLOCK)) {
            assertTrue(Given.isThere(desk));
        }
        assertTrue(Files.exists(damaged.backups().getFirst()));
    }

    @Test
    void twoDamagedDesksAreKeptApart() throws Exception {
        Files.writeString(file(), "one");
        Path first = Desk.setAside(directory);
        Files.writeString(file(), "two");
        Path second = Desk.setAside(directory);
        assertEquals("one", Files.readString(first));
        assertEquals("two", Files.readString(second));
    }

    @Test
    void oneBackupADayAndTheNewestSevenAreKept() {
        for (int day = 0; day < 9; day++) {
            Clock clock = Clock.fixed(Given.NOW.plus(Duration.ofDays(day)), ZoneOffset.UTC);
            try (Desk desk = Desk.open(directory, clock)) {
                assertTrue(desk.backUp().isPresent());
                assertTrue(desk.backUp().isEmpty());
            }
        }
        var names = Desk.backups(directory).stream().map(f -> f.getFileName().toString()).toList();
        assertEquals(List.of("desk-2026-03-10.db", "desk-2026-03-09.db", "desk-2026-03-08.db", "desk-2026-03-07.db",
                "desk-2026-03-06.db", "desk-2026-03-05.db", "desk-2026-03-04.db"), names);
    }

    @Test
    void aDirectoryWithUnusualCharactersHoldsADesk() throws Exception {
        Path unusual = directory.resolve("Ana's desk? 100% # " + (canName("ü") ? "ü" : "u"));
        try (Desk desk = Desk.open(unusual, CLOCK)) {
            Given.anasTicket(desk);
            assertTrue(desk.backUp().isPresent());
        }
        try (Desk desk = Desk.open(unusual, CLOCK)) {
            assertTrue(Given.isThere(desk));
        }
        assertTrue(Files.exists(unusual.resolve("desk.db")));
    }

    /** In the POSIX locale, which bare containers have, Java has no way to name such a file. */
    private static boolean canName(String letter) {
        return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(letter);
    }
}
