package acquaint.ui;

import java.util.function.Consumer;

/** Carries words from another pane into the note that is being written. JavaFX thread only. */
public final class NoteWords {

    private Consumer<String> writer = _ -> {};

    /** Says who writes the note. */
    void onWords(Consumer<String> target) {
        writer = target;
    }

    void add(String words) {
        writer.accept(words);
    }
}
