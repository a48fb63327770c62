package acquaint.command;

import java.util.List;
import picocli.CommandLine;

/**
 * The whole command line: parses it, runs the command it names on the calling thread, and turns what goes wrong into a
 * message and an exit code. An interrupt cancels.
 */
public final class Commands {

    private final Terminal terminal;
    private final Desks desks;
    private final WindowStart window;

    public Commands(Terminal terminal, Desks desks, WindowStart window) {
        this.terminal = terminal;
        this.desks = desks;
        this.window = window;
    }

    /** Runs the command line and returns its exit code. */
    public int run(List<String> arguments) {
        // Commands and options are not learned from their annotations while somebody waits for a window.
        int code = DeskChoice.alone(arguments, terminal.directory()).map(this::openWindow).orElseGet(() -> parse(arguments));
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private int openWindow(DeskChoice choice) {
        try {
            return window.open(choice, List.of());
        } catch (Exception e) {
            return Failures.couldNot(e, terminal.out(), terminal.err());
        }
    }

    private int parse(List<String> arguments) {
        var choice = new DeskChoice(terminal.directory());
        var line = new CommandLine(new AcquaintCommand(choice, terminal.directory(), window));
        addCommands(line, choice);
        line.setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::wrongUse)
                .setExecutionExceptionHandler((failure, command, _) -> Failures.couldNot(failure, command.getOut(), command.getErr()));
        return line.execute(arguments.toArray(String[]::new));
    }

    private void addCommands(CommandLine line, DeskChoice choice) {
        var context = new DeskCommand.Context(choice, desks, terminal);
        line.addSubcommand(new ImportCommand(context))
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
                        .addSubcommand(new FlushCommand(context)));
    }
}
