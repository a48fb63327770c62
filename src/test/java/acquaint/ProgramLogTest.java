package acquaint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLogTest {

    @TempDir
    Path directory;

    @AfterEach
    void restore() throws Exception {
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void whatIsLoggedStandsInTheFileAndLibrariesAreQuiet() throws Exception {
        Path folder = directory.resolve("100% mine/logs");
        try (var _ = ProgramLog.open(folder)) {
            Logger.getLogger("acquaint.test").warning("größer 😀");
            Logger.getLogger("org.flywaydb.core").info("chatter");
            System.getLogger("acquaint.other").log(System.Logger.Level.ERROR, "failed", new IllegalStateException("why"));
        }
        String written = Files.readString(folder.resolve("acquaint-0.log"));
        assertTrue(written.contains("WARNING acquaint.test: größer 😀"), written);
        assertTrue(written.contains("IllegalStateException: why"), written);
        assertFalse(written.contains("chatter"), written);
    }
}
