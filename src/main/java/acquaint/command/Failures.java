package acquaint.command;

import acquaint.casework.NotPermitted;
import acquaint.memory.MemoryException;
import acquaint.reply.ModelException;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
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

    static int couldNot(Exception failure, PrintWriter out, PrintWriter err) {
        out.flush();
        err.println("acquaint: " + words(failure));
        return failure instanceof NotPermitted ? ExitCode.NOT_PERMITTED : ExitCode.COULD_NOT;
    }

    private static String words(Exception failure) {
        return switch (failure) {
            case CouldNot expected -> expected.getMessage();
            case NotPermitted refused -> "this takes the role " + Words.of(refused.permission().least()) + "; sign in with it in the window, or ask an admin of the desk for it";
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
            case ModelException trouble -> words(trouble);
            case Exception cancelled when Interruption.isBehind(cancelled) -> "cancelled";
            default -> unexpected(failure);
        };
    }

    static String words(ModelException trouble) {
        return switch (trouble.kind()) {
            case AWAY -> "the language model cannot be reached: " + trouble.getMessage();
            case LATE -> "the language model did not answer in time; try again";
            case BAD_KEY -> "the language model's service does not take the key; give it one in OPENAI_API_KEY, ANTHROPIC_API_KEY or Settings: " + trouble.getMessage();
            case NO_CREDIT -> "the account at the language model's service has no credit left: " + trouble.getMessage();
            case BUSY -> "the language model's service has too much to do; try again" + trouble.retryAfter().map(wait -> " in " + Math.max(1, wait.toSeconds()) + " s").orElse("");
            case MODEL_NOT_FOUND -> "the service has no model of this name; see which it has in Settings: " + trouble.getMessage();
            case WRONG_URL -> "the address does not answer as a language model's service does; is --model-url right? " + trouble.getMessage();
            case TOO_LONG -> "the ticket is too long for this model; choose one with more room";
            case REFUSED -> "the language model will not write on this; write yourself, or use --provider none";
            case FAULT -> "the language model's service broke off with a fault of its own; try again: " + trouble.getMessage();
            case NO_LEDGER -> "nothing was sent, since the ledger cannot be written: " + trouble.getMessage();
        };
    }

    private static String unexpected(Exception failure) {
        LOG.log(Level.SEVERE, "a command failed", failure);
        return "this went wrong unexpectedly (" + failure.getClass().getSimpleName()
                + "); the log in the desk's directory tells more";
    }
}
