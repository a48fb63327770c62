package acquaint.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program's own name on the command line: without a command it opens the window. */
@Command(
        name = "acquaint",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisHeading = "%nUsage: ",
        customSynopsis = {
            "acquaint [--data DIR] [--demo]              opens the window",
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
            "",
            "Answers go to standard output, all else to standard error. While a window is open on the "
                    + "same directory, commands work through it. \"acquaint COMMAND --help\" tells more.",
        })
final class AcquaintCommand implements Callable<Integer> {

    @Mixin
    final DeskChoice choice;

    private final WindowStart window;

    AcquaintCommand(DeskChoice choice, WindowStart window) {
        this.choice = choice;
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        return window.open(choice);
    }
}
