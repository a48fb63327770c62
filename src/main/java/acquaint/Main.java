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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts the program: the window, or a command without one. Extends nothing of JavaFX, so that a command loads none of it.
 * The exit code is the command's.
 */
public final class Main {

    /** How long an interrupted command may take to come to a clean end: the conversation at hand and its commit. */
    private static final int GRACE_SECONDS = 10;

    private Main() {}

    public static void main(String[] arguments) {
        var terminal = new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), Path.of("").toAbsolutePath(), isWatched());
        var finished = cancelledBySignal(Thread.currentThread());
        int code = 3;
        try {
            code = run(List.of(arguments), terminal);
        } finally {
            finished.countDown();
        }
        System.exit(code);
    }

    private static int run(List<String> arguments, Terminal terminal) {
        var invocation = new Invocation(arguments, terminal.directory(), terminal.interactive());
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

    /** Ctrl-C interrupts the command and waits until it has ended; what it returns stops that waiting. */
    private static CountDownLatch cancelledBySignal(Thread command) {
        var finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (finished.getCount() > 0) {
                command.interrupt();
                try {
                    finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    // The program ends either way.
                }
            }
        }, "cancel"));
        return finished;
    }
}
