package acquaint.bench;

import acquaint.ui.BoardScreen;
import acquaint.ui.Screen;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;

/**
 * Opens the board of a desk with many open handoffs in the program's window, again and again, and types words into its filter. Prints JSON. Arguments: open
 * handoffs, rounds, words, directory.
 */
public final class BoardBenchmark {

    /** Milliseconds from a key until the right cards are drawn. {@code first} is the first opening, which loads the view; {@code work} is what the JavaFX thread itself took. */
    record Results(int handoffs, double first, Latencies.Summary open, Latencies.Summary filter, Latencies.Summary typed, Latencies.Summary erased,
            Latencies.Summary openWork, Latencies.Summary filterWork, double load) {}

    private static final int WARM_UP_ROUNDS = 10;
    private static final int WARM_UP_WORDS = 4;
    private static final long SEED = 20_260_101;

    private final ProgramWindow window;
    private final BoardDesk.Plan plan;
    private final Keyboard keyboard;
    private final Latencies open = new Latencies();
    private final Latencies all = new Latencies();
    private final Latencies typed = new Latencies();
    private final Latencies erased = new Latencies();
    private final Latencies openWork = new Latencies();
    private final Latencies filterWork = new Latencies();
    private BoardScreen board;

    private BoardBenchmark(ProgramWindow window, BoardDesk.Plan plan) {
        this.window = window;
        this.plan = plan;
        this.keyboard = new Keyboard(window, SEED);
    }

    public static void main(String[] arguments) throws Exception {
        int handoffs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int words = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40;
        Path work = Path.of(arguments.length > 3 ? arguments[3] : "target/bench");
        BoardDesk desk = BoardDesk.of(work, handoffs, words, SEED);
        System.exit(ProgramWindow.run(desk.directory().toString(), window -> System.out.println(
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(new BoardBenchmark(window, desk.plan()).measure(rounds)))));
    }

    private Results measure(int rounds) throws Exception {
        window.await(Screen::showsQueue);
        window.awaitQuiet();
        board = window.onFxThread(() -> new BoardScreen(window.scene()));
        double first = open() / 1e6;
        for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
            keyboard.pressWith(KeyCode.CONTROL, KeyCode.DIGIT1, () -> !board.isShown() && window.screen().showsQueue());
            long nanos = open();
            if (i >= WARM_UP_ROUNDS) {
                open.add(nanos);
                openWork.add(keyboard.work());
            }
        }
        window.onFxThread(() -> {
            board.filter().requestFocus();
            return null;
        });
        int done = 0;
        for (FilterPlan.Word word : plan.words()) {
            type(word, done++ >= WARM_UP_WORDS);
        }
        return new Results(plan.unfiltered(), Math.round(first * 10) / 10.0, open.summary(), all.summary(), typed.summary(), erased.summary(),
                openWork.summary(), filterWork.summary(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private long open() throws Exception {
        return keyboard.pressWith(KeyCode.CONTROL, KeyCode.DIGIT2, () -> board.shows(plan.unfiltered(), ""));
    }

    private void type(FilterPlan.Word word, boolean counted) throws Exception {
        for (int letters = 1; letters <= word.text().length(); letters++) {
            String letter = word.text().substring(letters - 1, letters).toUpperCase(Locale.ROOT);
            measure(KeyCode.valueOf(Character.isDigit(letter.charAt(0)) ? "DIGIT" + letter : letter), word, letters, counted ? typed : null, letters - 1);
        }
        for (int letters = word.text().length() - 1; letters >= 0; letters--) {
            measure(KeyCode.BACK_SPACE, word, letters, counted ? erased : null, letters + 1);
        }
    }

    private void measure(KeyCode key, FilterPlan.Word word, int letters, Latencies into, int before) throws Exception {
        int count = count(word, letters);
        String text = word.text().substring(0, letters);
        long nanos = keyboard.press(key, () -> board.filter().getText().equals(text) && board.shows(count, text))[0];
        // Where a key changes nothing, the right cards were on screen before it.
        if (into != null && count != count(word, before)) {
            all.add(nanos);
            filterWork.add(keyboard.work());
            into.add(nanos);
        }
    }

    private int count(FilterPlan.Word word, int letters) {
        return letters == 0 ? plan.unfiltered() : word.counts().get(letters - 1);
    }
}
