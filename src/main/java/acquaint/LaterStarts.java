package acquaint;

import acquaint.command.Commands;
import acquaint.command.DeskServices;
import acquaint.command.Terminal;
import acquaint.instance.FirstInstance;
import acquaint.instance.Invocation;
import java.io.PrintWriter;

/**
 * Answers later starts on a desk whose window is open here: commands work on the open desk, and the window comes to the
 * front for those who wanted one. {@code window} is run on a virtual thread.
 */
record LaterStarts(DeskServices desk, Runnable window) implements FirstInstance.Handler {

    @Override
    public void toFront() {
        window.run();
    }

    @Override
    public int run(Invocation command, PrintWriter out, PrintWriter err) {
        var terminal = new Terminal(out, err, command.directory(), command.terminal(), command.environment());
        return new Commands(terminal, (choice, work) -> work.with(desk), choice -> {
            toFront();
            return 0;
        }).run(command.arguments());
    }
}
