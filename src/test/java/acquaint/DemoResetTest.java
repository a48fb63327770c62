package acquaint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.SharingDoor;
import acquaint.instance.DeskLock;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import acquaint.settings.DataDirectory;
import acquaint.settings.Settings;
import acquaint.settings.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo desk is as on its first day again, and nobody's own work is ever lost by that. */
class DemoResetTest {

    private static final String MAIL = "From: Ana Ruiz <ana@example.org>\nSubject: Pole broken\nMessage-ID: <7@example.org>\n\nMy tent pole broke.\n";

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
        assertThrows(IOException.class, directory::erase);
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
    void aFileThatCouldNotBeReadBringsNothing() throws Exception {
        Path mail = Files.writeString(root.resolve("a.eml"), "no mail");
        try (var wiring = Wiring.open(directory.create(), true)) {
            assertThrows(IOException.class, () -> wiring.imports().run(mail, _ -> {}));
        }
        assertTrue(offered());
    }
}
