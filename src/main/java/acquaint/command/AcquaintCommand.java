package acquaint.command;

import acquaint.model.Errand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's own name on the command line: without a command it opens the window. */
@Command(
        name = "acquaint",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisHeading = "%nUsage: ",
        customSynopsis = {
            "acquaint [--data DIR] [--demo]              opens the window",
            "       acquaint [--data DIR] [--demo] WHAT...      opens it and shows a mail (FILE.eml)",
            "                                                   or writes to a customer (mailto:...)",
            "       acquaint [--data DIR] [--demo] COMMAND ...  works without a window",
        },
        header = "A support desk that remembers every customer.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done in part; the report says what was left out",
            "2:wrong use",
            "3:could not be done; the message says why",
            "4:not permitted; it takes a higher role, which the message names",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint --demo",
            "  acquaint --data desk import conversations.jsonl",
            "  acquaint tickets --view escalated --json",
            "  acquaint complaint.eml",
            "",
            "Answers go to standard output, all else to standard error. While a window is open on the "
                    + "same directory, commands work through it. \"acquaint COMMAND --help\" tells more.",
        })
final class AcquaintCommand implements Callable<Integer> {

    @Mixin
    final DeskChoice choice;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = List.of();

    private final Path start;
    private final WindowStart window;

    /** {@code start} is where relative files are looked for. */
    AcquaintCommand(DeskChoice choice, Path start, WindowStart window) {
        this.choice = choice;
        this.start = start;
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        var unknown = new ArrayList<String>();
        List<Errand> errands = ErrandWords.read(words, start, unknown);
        if (!unknown.isEmpty()) {
            throw new UnmatchedArgumentException(spec.commandLine(), unknown);
        }
        return window.open(choice, errands);
    }
}
