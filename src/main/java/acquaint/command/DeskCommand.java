package acquaint.command;

import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.model.CustomerId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that works on an open desk: borrows the desk, does its work, answers an exit code. */
abstract class DeskCommand implements Callable<Integer> {

    /** What every command is made with. */
    record Context(DeskChoice choice, Desks desks, Terminal terminal) {}

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Context context;

    DeskCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        check();
        return context.desks().use(context.choice(), this::run);
    }

    /** Looks at the arguments before a desk is opened for them. */
    void check() throws CouldNot {}

    abstract int run(DeskServices desk) throws Exception;

    /** The deadline of a recall is made for an open memory; a command has the time to wait until it is open. */
    static void awaitMemory(CustomerMemory memory, CustomerId customer) throws InterruptedException {
        try {
            memory.episodes(customer, 0, 1);
        } catch (MemoryException e) {
            // What is written will say so, or do without.
        }
    }

    Terminal terminal() {
        return context.terminal();
    }

    ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
