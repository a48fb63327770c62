package acquaint.command;

import acquaint.memory.MemoryException;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one door by which failures leave a command: a message for the user, an exit code for a script, a stack trace for the log. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private Failures() {}

    static int wrongUse(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("acquaint: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("\"" + command.getCommandSpec().qualifiedName() + " --help\" shows how it is used.");
        return ExitCode.WRONG_USE;
    }

    static int couldNot(Exception failure, CommandLine command, ParseResult parsed) {
        command.getOut().flush();
        command.getErr().println("acquaint: " + words(failure));
        return ExitCode.COULD_NOT;
    }

    private static String words(Exception failure) {
        return switch (failure) {
            case CouldNot expected -> expected.getMessage();
            case InterruptedException cancelled -> "cancelled";
            case MemoryException away -> switch (away.kind()) {
                case AWAY -> "memory cannot be reached: " + away.getMessage();
                case LATE -> "memory did not answer in time; try again";
                case FAULT -> "the memory service broke off with a fault of its own; try again";
                case BUSY -> "memory is at work on this ticket; try again in a moment";
                case BAD_KEY -> "the memory service does not know the key; give it a new one in Settings > Memory or EVEROS_API_KEY";
                case WRONG_VERSION -> "the memory service does not speak the chosen version: " + away.getMessage();
                case QUOTA -> "the memory service's limit is used up; try again later: " + away.getMessage();
                case UNCERTAIN -> "nobody can tell whether this reached memory: " + away.getMessage();
                case REFUSED -> "memory refused this: " + away.getMessage();
            };
            case Exception cancelled when Interruption.isBehind(cancelled) -> "cancelled";
            default -> unexpected(failure);
        };
    }

    private static String unexpected(Exception failure) {
        LOG.log(Level.SEVERE, "a command failed", failure);
        return "this went wrong unexpectedly (" + failure.getClass().getSimpleName()
                + "); the log in the desk's directory tells more";
    }
}
