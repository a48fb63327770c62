package acquaint.bench;

import acquaint.model.TicketId;
import acquaint.ui.Screen;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;

/**
 * The program in a process of its own whose window is worked with by keys. Arguments: the desk, a file with the
 * {@link FilterPlan}s, the number of steps, and where to write what was measured.
 */
public final class WindowProbe {

    /** Everything that was measured in one window. Warm-up steps are not counted. */
    record Measured(int warmUpSteps, int warmUpWords, SwitchRun.Steps walk, SwitchRun.Steps toLongTicket, SwitchRun.Steps toShortTicket,
            SwitchRun.Steps toBusyCustomer, List<FilterRun.Keys> filters, ResidentMemory afterStart, ResidentMemory afterRuns) {}

    private static final int WARM_UP_STEPS = 60;
    private static final int WARM_UP_WORDS = 4;
    /** By then the closed tickets are read and memory is open. */
    private static final int SETTLE_MILLIS = 8_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private WindowProbe() {}

    public static void main(String[] arguments) {
        System.exit(ProgramWindow.run(arguments[0], window -> JSON.writeValue(
                Path.of(arguments[3]).toFile(), measure(window, plans(arguments[1]), Integer.parseInt(arguments[2])))));
    }

    private static List<FilterPlan> plans(String file) throws Exception {
        return JSON.readValue(Path.of(file).toFile(), new TypeReference<>() {});
    }

    private static Measured measure(ProgramWindow window, List<FilterPlan> plans, int steps) throws Exception {
        window.await(Screen::showsQueue);
        Thread.sleep(SETTLE_MILLIS);
        ResidentMemory afterStart = ResidentMemory.ofThisProcess();
        var keyboard = new Keyboard(window, steps);
        new SwitchRun(window, keyboard).walk(WARM_UP_STEPS * 2 / 3);
        var walk = new SwitchRun(window, keyboard).walk(steps * 2 / 3);
        var toLong = new SwitchRun(window, keyboard).toAndFro(ticket(Story.LONG_TICKET), steps / 4);
        var toShort = new SwitchRun(window, keyboard).toAndFro(shortTicket(window), steps / 4);
        var toBusy = new SwitchRun(window, keyboard).toAndFro(ticket(Story.BUSY_TICKET), steps / 4);
        var filters = new java.util.ArrayList<FilterRun.Keys>();
        for (FilterPlan plan : plans) {
            filters.add(new FilterRun(window, keyboard, plan).run(WARM_UP_WORDS));
        }
        return new Measured(WARM_UP_STEPS, WARM_UP_WORDS, walk, toLong, toShort, toBusy, filters, afterStart, ResidentMemory.ofThisProcess());
    }

    private static TicketId ticket(int number) {
        return new TicketId("T-" + (GeneratedTicket.FIRST_NUMBER + number));
    }

    /** The ticket in the middle of the queue: an ordinary one. */
    private static TicketId shortTicket(ProgramWindow window) throws Exception {
        return window.onFxThread(() -> {
            var rows = window.screen().queue().getItems();
            return rows.get(rows.size() / 2).ticket();
        });
    }
}
