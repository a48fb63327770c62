package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.command.Commands;
import acquaint.command.CouldNot;
import acquaint.command.Terminal;
import acquaint.instance.Invocation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void whyACommandEndedUnexpectedlyStandsInTheDesksLog() throws Exception {
        String written = logOfCommandThatEndsWith(new IllegalArgumentException("no such phrase"));
        assertTrue(written.contains("IllegalArgumentException: no such phrase"), written);
    }

    @Test
    void whatACommandForesawIsNotLogged() throws Exception {
        String written = logOfCommandThatEndsWith(new CouldNot("the file is elsewhere"));
        assertFalse(written.contains("elsewhere"), written);
    }

    private String logOfCommandThatEndsWith(Exception failure) throws Exception {
        var terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), directory, false);
        var desks = new OwnDesk(new Invocation(List.of(), directory, false), terminal);
        var line = new Commands(terminal, (choice, _) -> desks.use(choice, _ -> {
            throw failure;
        }), (_, _) -> 0);
        assertEquals(3, line.run(List.of("--data", directory.resolve("desk").toString(), "tickets")));
        return Files.readString(directory.resolve("desk/logs/acquaint-0.log"));
    }
}
