package acquaint;

import acquaint.command.Commands;
import acquaint.command.DeskServices;
import acquaint.command.Terminal;
import acquaint.instance.FirstInstance;
import acquaint.instance.Invocation;
import acquaint.model.Errand;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Answers later starts on a desk whose window is open here: commands work on the open desk, and the window comes to the
 * front for those who wanted one, with what they want to see. {@code window} is called on a virtual thread, and so is {@code giveWay}, which says whether the program
 * ends in favour of one of that version; it is not asked while a command runs.
 */
final class LaterStarts implements FirstInstance.Handler {

    private final DeskServices desk;
    private final Consumer<List<Errand>> window;
    private final Predicate<String> giveWay;
    private final AtomicInteger running = new AtomicInteger();

    LaterStarts(DeskServices desk, Consumer<List<Errand>> window, Predicate<String> giveWay) {
        this.desk = desk;
        this.window = window;
        this.giveWay = giveWay;
    }

    @Override
    public void toFront() {
        window.accept(List.of());
    }

    @Override
    public boolean givesWay(String version) {
        return running.get() == 0 && giveWay.test(version);
    }

    @Override
    public int run(Invocation command, PrintWriter out, PrintWriter err) {
        var terminal = new Terminal(out, err, command.directory(), command.terminal(), command.environment());
        running.incrementAndGet();
        try {
            return new Commands(terminal, (choice, work) -> work.with(desk), (_, errands) -> {
                window.accept(errands);
                return 0;
            }).run(command.arguments());
        } finally {
            running.decrementAndGet();
        }
    }
}
