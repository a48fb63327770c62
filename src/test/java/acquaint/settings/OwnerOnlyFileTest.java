package acquaint.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyFileTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("secrets.json");
    }

    @Test
    void aKeyIsThereAfterARestartAndGoneWhenRemoved() throws Exception {
        new OwnerOnlyFile(file()).write("everos/a", "canary");
        new OwnerOnlyFile(file()).write("everos/b", "other");
        assertEquals(Optional.of("canary"), new OwnerOnlyFile(file()).read("everos/a"));

        new OwnerOnlyFile(file()).remove("everos/a");
        assertEquals(Optional.empty(), new OwnerOnlyFile(file()).read("everos/a"));
        assertEquals(Optional.of("other"), new OwnerOnlyFile(file()).read("everos/b"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are told by ACL there")
    void onlyItsOwnerCanReadTheFileWhoeverHadOpenedIt() throws Exception {
        new OwnerOnlyFile(file()).write("everos/a", "canary");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        new OwnerOnlyFile(file()).read("everos/a");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void aDamagedFileIsSaidWithoutShowingWhatIsInIt() throws Exception {
        Files.writeString(file(), "{\"everos/a\": \"canary");
        IOException damaged = assertThrows(IOException.class, () -> new OwnerOnlyFile(file()).read("everos/a"));
        assertFalse((damaged.getMessage() + damaged.getCause()).contains("canary"));
    }

    @Test
    void whereThereIsNoKeychainTheFileTakesItsPlaceAndSaysSo() throws Exception {
        var store = new SecretStore(file(), false);
        assertEquals(Secrets.Place.OWNER_ONLY_FILE, store.place());
        store.write("everos/a", "canary");
        assertEquals(Optional.of("canary"), store.read("everos/a"));
        store.remove("everos/a");
        assertEquals(Optional.empty(), store.read("everos/a"));
        assertFalse(store.toString().contains("canary"));
    }

    @Test
    void theEnvironmentTellsAddressVersionAndKeyAndNeverShowsTheKey() {
        var mine = MemoryEnvironment.of(Map.of("EVER_OS_BASE_URL", " http://127.0.0.1:8000/ ", "EVEROS_API_KEY", " canary "));
        assertEquals(Optional.of(MemoryChoice.Version.SELF_HOSTED), mine.version());
        assertEquals("http://127.0.0.1:8000", mine.address().orElseThrow().toString());
        assertEquals(Optional.of("canary"), mine.key());
        assertFalse(mine.toString().contains("canary"));

        var cloud = MemoryEnvironment.of(Map.of("EVER_OS_BASE_URL", "https://api.evermind.ai", "EVEROS_API_KEY", "k"));
        assertEquals(Optional.of(MemoryChoice.Version.CLOUD_V1), cloud.version());
        assertEquals(MemoryEnvironment.NOTHING, MemoryEnvironment.of(Map.of("EVER_OS_BASE_URL", "  ")));
    }

    @Test
    void anAddressMustBeHttpsExceptOnThisComputer() {
        for (String fine : new String[] {"https://api.evermind.ai", "http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000", "HTTPS://x.org"}) {
            assertEquals(Optional.empty(), MemoryChoice.problem(fine), fine);
        }
        for (String open : new String[] {"http://api.evermind.ai", "http://192.168.1.5:8000", "http://127.0.0.1.evil.org", "http://localhost.evil.org"}) {
            assertEquals(Optional.of(MemoryChoice.BadUrl.NOT_HTTPS), MemoryChoice.problem(open), open);
        }
        for (String no : new String[] {"", "api.evermind.ai", "ftp://x.org", "https://", "https://user:pass@x.org", "https://a b", "https://x.org:99999", "https://x.org?key=1", "https://x.org#a"}) {
            assertEquals(Optional.of(MemoryChoice.BadUrl.NOT_AN_ADDRESS), MemoryChoice.problem(no), no);
        }
    }
}
