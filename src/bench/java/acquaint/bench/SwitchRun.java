package acquaint.bench;

import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import acquaint.ui.Screen;
import javafx.scene.input.KeyCode;

/** Walks through All open by J and K, and between two tickets to and fro, and measures each step. */
final class SwitchRun {

    /** {@code conversation}: until the ticket is painted; {@code sidebar}: until what memory knows is, too. */
    record Steps(Latencies.Summary conversation, Latencies.Summary sidebar, int memoryAway, int remembered) {}

    private final ProgramWindow window;
    private final Keyboard keyboard;
    private final Latencies conversation = new Latencies();
    private final Latencies sidebar = new Latencies();
    private int away;
    private int remembered;

    SwitchRun(ProgramWindow window, Keyboard keyboard) {
        this.window = window;
        this.keyboard = keyboard;
    }

    /** {@code count} steps down from the top, or as many as there are on a small desk, and half as many up again. */
    Steps walk(int count) throws Exception {
        select(0);
        int down = Math.min(count, window.onFxThread(() -> window.screen().queue().getItems().size()) - 1);
        for (int i = 0; i < down; i++) {
            step(KeyCode.J, true);
        }
        for (int i = 0; i < down / 2; i++) {
            step(KeyCode.K, true);
        }
        return steps();
    }

    /** {@code count} steps to a ticket from the one above it, which are measured, and as many back, which are not. */
    Steps toAndFro(TicketId ticket, int count) throws Exception {
        int row = window.onFxThread(() -> window.screen().queue().getItems().stream().map(QueueRow::ticket).toList().indexOf(ticket));
        if (row < 1) {
            throw new IllegalStateException(ticket + " is not where it can be stepped to");
        }
        select(row - 1);
        for (int i = 0; i < count; i++) {
            step(KeyCode.J, true);
            step(KeyCode.K, false);
        }
        return steps();
    }

    private Steps steps() {
        return new Steps(conversation.summary(), sidebar.summary(), away, remembered);
    }

    private void select(int row) throws Exception {
        window.onFxThread(() -> {
            window.screen().queue().requestFocus();
            window.screen().queue().scrollTo(Math.max(0, row - 3));
            window.screen().queue().getSelectionModel().clearAndSelect(row);
            return null;
        });
        window.await(screen -> screen.showsConversation(at(screen, row)) && screen.showsMemory());
    }

    private void step(KeyCode key, boolean counted) throws Exception {
        Screen screen = window.onFxThread(window::screen);
        TicketId next = window.onFxThread(() ->
                at(screen, screen.queue().getSelectionModel().getSelectedIndex() + (key == KeyCode.J ? 1 : -1)));
        long[] nanos = keyboard.press(key, () -> screen.showsConversation(next),
                () -> screen.showsConversation(next) && screen.showsMemory());
        if (counted) {
            conversation.add(nanos[0]);
            sidebar.add(nanos[1]);
            away += window.onFxThread(screen::saysMemoryIsAway) ? 1 : 0;
            remembered += window.onFxThread(screen::remembered);
        }
    }

    private static TicketId at(Screen screen, int row) {
        return screen.queue().getItems().get(row).ticket();
    }
}
