package acquaint.bench;

import acquaint.ui.Screen;
import java.util.Locale;
import javafx.scene.input.KeyCode;

/** Types words into the filter and takes them away again, key by key, and measures each key that changes the rows. */
final class FilterRun {

    /** {@code typed} and {@code erased}: keys that narrowed the view and keys that widened it. */
    record Keys(Latencies.Summary all, Latencies.Summary typed, Latencies.Summary erased, int words, int rows) {}

    private final ProgramWindow window;
    private final Keyboard keyboard;
    private final FilterPlan plan;
    private final Latencies all = new Latencies();
    private final Latencies typed = new Latencies();
    private final Latencies erased = new Latencies();

    FilterRun(ProgramWindow window, Keyboard keyboard, FilterPlan plan) {
        this.window = window;
        this.keyboard = keyboard;
        this.plan = plan;
    }

    /** The first {@code warmUp} words are not counted. */
    Keys run(int warmUp) throws Exception {
        Screen screen = window.onFxThread(window::screen);
        window.onFxThread(() -> {
            screen.press(plan.view().ordinal());
            screen.filter().requestFocus();
            return null;
        });
        window.await(s -> s.showsQueue(plan.unfiltered(), ""));
        int done = 0;
        for (FilterPlan.Word word : plan.words()) {
            type(screen, word, done++ >= warmUp);
        }
        return new Keys(all.summary(), typed.summary(), erased.summary(), plan.words().size() - warmUp, plan.unfiltered());
    }

    private void type(Screen screen, FilterPlan.Word word, boolean counted) throws Exception {
        for (int letters = 1; letters <= word.text().length(); letters++) {
            measure(screen, key(word.text().charAt(letters - 1)), word, letters, counted ? typed : null, letters - 1);
        }
        for (int letters = word.text().length() - 1; letters >= 0; letters--) {
            measure(screen, KeyCode.BACK_SPACE, word, letters, counted ? erased : null, letters + 1);
        }
    }

    private void measure(Screen screen, KeyCode key, FilterPlan.Word word, int letters, Latencies into, int before) throws Exception {
        int count = count(word, letters);
        String text = word.text().substring(0, letters);
        long nanos = keyboard.press(key, () -> screen.filter().getText().equals(text) && screen.showsQueue(count, text))[0];
        // Where a key changes nothing, the right rows were on screen before it, and there is nothing to measure.
        if (into != null && count != count(word, before)) {
            all.add(nanos);
            into.add(nanos);
        }
    }

    private int count(FilterPlan.Word word, int letters) {
        return letters == 0 ? plan.unfiltered() : word.counts().get(letters - 1);
    }

    private static KeyCode key(char letter) {
        String name = String.valueOf(letter).toUpperCase(Locale.ROOT);
        return Character.isDigit(letter) ? KeyCode.valueOf("DIGIT" + name) : KeyCode.valueOf(name);
    }
}
