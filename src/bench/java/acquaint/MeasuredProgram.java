package acquaint;

import acquaint.command.Commands;
import acquaint.command.Terminal;
import acquaint.instance.Invocation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * The program as {@link Main} starts it, command line and all, with one difference: where there is no display it opens its
 * window all the same instead of walking through a ticket, so that the window can be measured.
 */
public final class MeasuredProgram {

    private MeasuredProgram() {}

    /** Returns the exit code when the window was closed. Main thread. */
    public static int run(List<String> arguments) {
        var errors = new PrintWriter(System.err, true);
        var terminal = new Terminal(errors, errors, Path.of("").toAbsolutePath(), false);
        var invocation = new Invocation(arguments, terminal.directory(), terminal.interactive());
        return new Commands(terminal, new OwnDesk(invocation, terminal), new OwnWindow(terminal, MeasuredProgram::display)).run(arguments);
    }

    /** Looks for the libraries as the program does, since that takes its time, too. */
    private static Display display() {
        return new Display(true, Display.ofThisMachine().missingPackages());
    }
}
