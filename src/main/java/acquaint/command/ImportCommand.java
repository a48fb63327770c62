package acquaint.command;

import acquaint.casework.Imports;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings conversations from files into the desk and has memory learn them. */
@Command(
        name = "import",
        header = "Bring conversations from JSON Lines files, and mails from .eml files, into the desk.",
        description = {
            "",
            "One conversation a line: id, channel, customer {id, name, email, phone, tier, city} and messages "
                    + "[{from: customer|agent|note, at, text}]; subject, status, priority, assignee, tags and a message's "
                    + "author may be given. What is on the desk already is passed over, so a repeated import adds nothing. "
                    + "A line that cannot be used is reported by its number, and the rest is imported.",
            "",
            "A mail becomes a ticket of the customer whose address it came from, or a message in the ticket of the reply that it answers; "
                    + "what is attached to it is named and not taken over.",
        },
        footerHeading = "%nExample:%n",
        footer = "  acquaint import march.jsonl april.jsonl complaint.eml",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class ImportCommand extends DeskCommand {

    /** Enough to see what is wrong with a file that is wrong from end to end. */
    private static final int SHOWN = 100;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to read, one after the other.")
    private List<Path> files;

    ImportCommand(Context context) {
        super(context);
    }

    @Override
    int run(DeskServices desk) throws InterruptedException {
        var results = new ArrayList<Imports.Progress>();
        for (Path file : files) {
            if (results.isEmpty() || !results.getLast().cancelled()) {
                read(file, desk.imports(), results);
            }
        }
        var total = ImportTotal.of(results);
        if (!results.isEmpty()) {
            terminal().out().println(total.sentence());
            terminal().out().flush();
        }
        if (total.cancelled()) {
            terminal().err().println("Cancelled: what was imported stays; the same command later brings in the rest.");
            return ExitCode.PARTLY;
        }
        remember(desk.backlog());
        return exitCode(results, total);
    }

    private int exitCode(List<Imports.Progress> results, ImportTotal total) {
        if (results.isEmpty() || total.nothingUsable()) {
            return ExitCode.COULD_NOT;
        }
        return results.size() < files.size() || total.bad() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private void read(Path file, Imports imports, List<Imports.Progress> results) {
        try (var progress = new ProgressLine(terminal())) {
            Imports.Progress result = imports.run(terminal().directory().resolve(file), now -> progress.show(
                    "importing %s: %d %%, %,d tickets", file.getFileName(), Math.round(100 * now.fraction()), now.tickets()));
            results.add(result);
            progress.clear();
            report(file, result.bad());
        } catch (IOException e) {
            terminal().err().println("acquaint: " + file + ' ' + reason(e));
        }
    }

    private void report(Path file, List<Imports.BadLine> bad) {
        bad.stream().limit(SHOWN).forEach(line ->
                terminal().err().println(file + ", line " + line.line() + ": " + line.reason()));
        if (bad.size() > SHOWN) {
            terminal().err().printf("%s: %,d more lines could not be used%n", file, bad.size() - SHOWN);
        }
        terminal().err().flush();
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "does not exist";
            case AccessDeniedException denied -> "may not be read by you";
            case FileSystemException said when said.getReason() != null -> said.getReason();
            default -> "cannot be read: " + failure.getMessage();
        };
    }

    private void remember(DeskServices.Backlog backlog) throws InterruptedException {
        try (var progress = new ProgressLine(terminal())) {
            backlog.carryOut(left -> progress.show("remembering … %,d left", left));
        }
        int left = backlog.left();
        if (left > 0) {
            terminal().err().printf("%,d things wait to be remembered; the window or the next import goes on with them.%n", left);
        }
    }
}
