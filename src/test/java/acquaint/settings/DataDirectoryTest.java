package acquaint.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.settings.DataDirectory.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path home;

    private Path usual(String os, Map<String, String> environment) {
        return DataDirectory.of(Optional.empty(), false, new Host(os, environment, home)).root();
    }

    @Test
    void eachSystemHasItsUsualPlace() {
        assertEquals(home.resolve(".local/share/acquaint"), usual("Linux", Map.of()));
        assertEquals(home.resolve("xdg/acquaint"), usual("Linux", Map.of("XDG_DATA_HOME", home.resolve("xdg").toString())));
        assertEquals(home.resolve("other/.local/share/acquaint"), usual("Linux", Map.of("HOME", home.resolve("other").toString())));
        assertEquals(home.resolve("Library/Application Support/Acquaint"), usual("Mac OS X", Map.of()));
        assertEquals(home.resolve("roaming/Acquaint"), usual("Windows 11", Map.of("APPDATA", home.resolve("roaming").toString())));
        assertEquals(home.resolve("AppData/Roaming/Acquaint"), usual("Windows 11", Map.of()));
    }

    @Test
    void aRelativeXdgDirectoryIsIgnoredAsItsSpecificationAsks() {
        assertEquals(home.resolve(".local/share/acquaint"), usual("Linux", Map.of("XDG_DATA_HOME", "share")));
    }

    @Test
    void theDemoDeskNeverSharesAFolderWithTheRealOne() {
        Host host = new Host("Linux", Map.of(), home);
        assertEquals(home.resolve(".local/share/acquaint/demo"), DataDirectory.of(Optional.empty(), true, host).root());
    }

    @Test
    void aChosenDirectoryIsTakenAsItIsEvenForTheDemo() {
        Host host = new Host("Linux", Map.of(), home);
        Path chosen = home.resolve("my desk");
        assertEquals(chosen, DataDirectory.of(Optional.of(chosen), false, host).root());
        assertEquals(chosen, DataDirectory.of(Optional.of(chosen), true, host).root());
    }

    @Test
    void aNewDirectoryIsItsOwnersAlone() throws Exception {
        Path root = new DataDirectory(home.resolve("a/b")).create().root();
        assertTrue(Files.isDirectory(root));
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("[OWNER_EXECUTE, OWNER_READ, OWNER_WRITE]",
                    Files.getPosixFilePermissions(root).stream().map(Enum::name).sorted().toList().toString());
        }
    }
}
