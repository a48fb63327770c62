package acquaint;

import acquaint.command.Commands;
import acquaint.command.Terminal;
import acquaint.instance.Invocation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts the program: the window, or a command without one. Extends nothing of JavaFX, so that a command loads none of it.
 * The exit code is the command's.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var terminal = new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), Path.of("").toAbsolutePath(), isWatched(), System.getenv());
        var cancellation = Cancellation.of(Thread.currentThread());
        if (List.of(arguments).contains("serve-memory")) {
            cancellation.hearSignals();
        }
        int code = 3;
        try {
            code = run(List.of(arguments), terminal);
        } finally {
            code = cancellation.ended(code);
        }
        System.exit(code);
    }

    private static int run(List<String> arguments, Terminal terminal) {
        var invocation = new Invocation(arguments, terminal.directory(), terminal.interactive(), terminal.environment());
        return new Commands(terminal, new OwnDesk(invocation, terminal), new OwnWindow(terminal)).run(arguments);
    }

    /** UTF-8 on every system: scripts read it, and today's terminals show it. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }

    private static boolean isWatched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
