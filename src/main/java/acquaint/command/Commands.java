package acquaint.command;

import java.util.List;
import picocli.CommandLine;

/**
 * The whole command line: parses it, runs the command it names on the calling thread, and turns what goes wrong into a
 * message and an exit code. An interrupt cancels.
 */
public final class Commands {

    private final CommandLine line;

    public Commands(Terminal terminal, Desks desks, WindowStart window) {
        var choice = new DeskChoice(terminal.directory());
        var context = new DeskCommand.Context(choice, desks, terminal);
        line = new CommandLine(new AcquaintCommand(choice, terminal.directory(), window))
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new TicketsCommand(context))
                .addSubcommand(new ShowCommand(context))
                .addSubcommand(new DraftCommand(context))
                .addSubcommand(new RecurringCommand(context))
                .addSubcommand(new BriefCommand(context))
                .addSubcommand(new CommandLine(new DraftsCommand())
                        .addSubcommand(new DraftsReportCommand(context)))
                .addSubcommand(new ServeMemoryCommand(context))
                .addSubcommand(new MaskCommand(terminal))
                .addSubcommand(new DiagnosticsCommand(context))
                .addSubcommand(new CommandLine(new LedgerCommand())
                        .addSubcommand(new LedgerVerifyCommand(terminal, new LedgerPlace(choice)))
                        .addSubcommand(new LedgerExportCommand(terminal, new LedgerPlace(choice))))
                .addSubcommand(new CommandLine(new MemoryCommand())
                        .addSubcommand(new MemoryTestCommand(context))
                        .addSubcommand(new RecallCommand(context))
                        .addSubcommand(new PendingCommand(context))
                        .addSubcommand(new CopyCommand(context))
                        .addSubcommand(new FlushCommand(context)))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::wrongUse)
                .setExecutionExceptionHandler(Failures::couldNot);
    }

    /** Runs the command line and returns its exit code. */
    public int run(List<String> arguments) {
        int code = line.execute(arguments.toArray(String[]::new));
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }
}
