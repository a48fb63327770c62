package acquaint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.MemoryException;
import acquaint.model.Errand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line around its commands: what is understood, what is said, and the exit codes. */
class CommandsTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private DeskChoice used;
    private DeskChoice opened;
    private Exception windowTrouble;
    private List<Errand> errands = List.of();
    private Exception failure = new CouldNot("no desk today");

    private int run(String... arguments) {
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), directory, false);
        Desks desks = (choice, work) -> {
            used = choice;
            throw failure;
        };
        return new Commands(terminal, desks, (choice, asked) -> {
            opened = choice;
            errands = asked;
            if (windowTrouble != null) {
                throw windowTrouble;
            }
            return 0;
        }).run(List.of(arguments));
    }

    /** The short way into the window and the parser understand the same. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--demo", "--data d", "--demo --data d", "--data d --demo", "--data /x/y z", "--data=d", "--demo=true", "--data a --data b", "--demo --demo", "--data --demo", "--data",
        "--data d --", "--data @d", "--dat d", "--data \u0000", "--data -x"})
    void onlyWhatTheParserUnderstandsAlikeGoesPastIt(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");
        var parsed = new DeskChoice(directory);
        int code = new CommandLine(new AcquaintCommand(parsed, directory, (_, _) -> 0)).setErr(new PrintWriter(err)).execute(words);
        DeskChoice.alone(List.of(words), directory).ifPresent(alone -> {
            assertEquals(0, code, line);
            assertEquals(parsed.data(), alone.data());
            assertEquals(parsed.demo(), alone.demo());
        });
    }

    @Test
    void usualStartsGoPastTheParser() {
        for (List<String> line : List.<List<String>>of(List.of(), List.of("--demo"), List.of("--data", "d"), List.of("--data", "d", "--demo"))) {
            assertTrue(DeskChoice.alone(line, directory).isPresent(), line::toString);
        }
        assertTrue(DeskChoice.alone(List.of("tickets"), directory).isEmpty());
    }

    @Test
    void aWindowThatCannotBeOpenedIsToldInItsOwnWordsWithCodeThree() {
        windowTrouble = failure;
        assertEquals(3, run("--data", "d"));
        assertEquals("acquaint: no desk today" + System.lineSeparator(), err.toString());
    }

    @Test
    void withoutACommandTheWindowOpensOnTheChosenDesk() {
        assertEquals(0, run("--data", "my desk", "--demo"));
        assertEquals(Optional.of(directory.resolve("my desk")), opened.data());
        assertTrue(opened.demo());
    }

    @Test
    void aMailOrALinkOpensTheWindowWithIt() {
        assertEquals(0, run("--data", "d", "no hurry.EML", "mailto:ana@example.org?subject=50%25", directory.resolve("x y").toUri().toString()));
        assertEquals(List.of(new Errand.MailFile(directory.resolve("no hurry.EML")), new Errand.MailLink("mailto:ana@example.org?subject=50%25"),
                new Errand.MailFile(directory.resolve("x y"))), errands);
        assertEquals(2, run("complaint.pdf"));
        assertTrue(err.toString().contains("complaint.pdf"), err.toString());
        assertEquals(2, run("file://elsewhere/share/a.eml"));
    }

    @Test
    void whatIsHandedOverMeansTheSameToAnInstanceThatWasStartedElsewhere() {
        run("a b.eml", "mailto:ana@example.org");
        List<Errand> first = errands;
        assertEquals(0, run(first.stream().map(Errand::word).toArray(String[]::new)));
        assertEquals(first, errands);
    }

    @Test
    void theDeskMayBeChosenBeforeOrAfterTheCommand() {
        run("--data", "d1", "tickets");
        assertEquals(Optional.of(directory.resolve("d1")), used.data());
        run("memory", "flush", "LF-1", "--data", "d2");
        assertEquals(Optional.of(directory.resolve("d2")), used.data());
        run("tickets");
        assertEquals(Optional.empty(), used.data());
        assertFalse(used.demo());
    }

    @Test
    void theVersionIsTheBuilds() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString().matches("Acquaint \\d+\\.\\d+.*\\R"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "import", "tickets", "show", "draft", "brief", "drafts", "drafts report", "memory", "memory recall", "memory flush", "ledger", "ledger verify", "ledger export"})
    void everyCommandHasHelpOnStandardOutput(String command) {
        String[] words = (command + " --help").strip().split(" ");
        assertEquals(0, run(words));
        assertTrue(out.toString().contains("Usage: acquaint" + (command.isEmpty() ? "" : " " + command)), out.toString());
        assertTrue(command.equals("memory") || command.equals("ledger") || command.equals("drafts") || out.toString().contains("Example"), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void helpNamesEveryCommandAndExitCode() {
        run("--help");
        for (String part : List.of("import", "tickets", "show", "draft", "brief", "memory", "--data", "--demo", "0 ", "1 ", "2 ", "3 ")) {
            assertTrue(out.toString().contains(part), part);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "nonsense", "import", "show", "show a b", "draft", "brief", "brief LF-1 --json --markdown", "memory", "memory recall ana", "memory flush", "tickets --view no",
        "tickets --limit x", "tickets --limit -1", "tickets --sort up", "memory recall ana pole --limit 0", "--data"
    })
    void wrongUseIsToldOnStandardErrorWithCodeTwo(String line) {
        assertEquals(2, run(line.split(" ")), line);
        assertEquals("", out.toString());
        assertTrue(err.toString().startsWith("acquaint: "), err.toString());
        assertTrue(err.toString().contains("--help"), err.toString());
        assertEquals(null, used);
    }

    @Test
    void whatCannotBeDoneIsToldInItsOwnWordsWithCodeThree() {
        assertEquals(3, run("tickets"));
        assertEquals("acquaint: no desk today" + System.lineSeparator(), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void anUnexpectedFailureShowsNoStackTraceToTheUser() {
        failure = new IllegalStateException("secret detail");
        var log = java.util.logging.Logger.getLogger(Failures.class.getName());
        log.setUseParentHandlers(false);
        assertEquals(3, run("tickets"));
        log.setUseParentHandlers(true);
        assertFalse(err.toString().contains("secret detail") || err.toString().contains("\tat "), err.toString());
        assertTrue(err.toString().contains("unexpectedly"), err.toString());
    }

    @Test
    void memoryThatIsAwayIsSaidSo() {
        failure = new MemoryException(MemoryException.Kind.LATE, "");
        assertEquals(3, run("memory", "recall", "ana", "pole"));
        assertEquals("acquaint: memory did not answer in time; try again" + System.lineSeparator(), err.toString());
    }

    /** A file that is being read or written breaks off with an exception of its own. */
    @Test
    void anInterruptInTheMiddleOfAFileIsACancelToo() {
        failure = new UncheckedIOException(new ClosedByInterruptException());
        assertEquals(3, run("tickets"));
        assertEquals("acquaint: cancelled" + System.lineSeparator(), err.toString());
    }
}
