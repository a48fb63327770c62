package acquaint.command;

import acquaint.casework.diagnostics.DiagnosticsReport;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what helps to find a fault, without anybody's personal data. */
@Command(
        name = "diagnostics",
        header = "Write a diagnostics file, without anybody's personal data.",
        description = {
            "",
            "A zip with versions, facts of the system, settings without keys, names and addresses, counts, health, and the last lines of the log as far "
                    + "as they are the program's own words.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint diagnostics acquaint.zip",
            "  acquaint diagnostics --print",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class DiagnosticsCommand extends DeskCommand {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Where to write it. A file that is there is not overwritten.")
    private Path file;

    @Option(names = "--print", description = "Print what would be in it.")
    private boolean print;

    DiagnosticsCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (file == null && !print) {
            throw wrongUse("name the FILE to write, or ask with --print what would be in it");
        }
    }

    @Override
    int run(DeskServices desk) throws Exception {
        DiagnosticsReport report = desk.diagnostics().gather();
        if (print) {
            report.files().forEach((name, text) -> terminal().out().println("== " + name + System.lineSeparator() + text));
        }
        if (file != null) {
            save(report);
        }
        return ExitCode.DONE;
    }

    private void save(DiagnosticsReport report) throws CouldNot {
        try {
            report.save(terminal().directory().resolve(file));
        } catch (FileAlreadyExistsException e) {
            throw new CouldNot(file + " is there already", e);
        } catch (IOException e) {
            throw new CouldNot("the diagnostics file cannot be written: " + e.getMessage(), e);
        }
        terminal().out().println(file + ": " + String.join(", ", report.files().keySet()));
    }
}
