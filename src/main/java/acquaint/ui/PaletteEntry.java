package acquaint.ui;

import java.util.Optional;

/**
 * Something that the palette can do. {@code id} tells it from all others, {@code detail} is what stands beside its words, {@code refusal} is why it
 * cannot be done now, {@code other} what Shift and Enter do, where there is such. The actions run on the JavaFX thread.
 */
record PaletteEntry(PaletteGroup group, String id, String words, String detail, Optional<Shortcut> shortcut, Optional<String> refusal, Runnable action,
        Optional<Runnable> other) {

    static PaletteEntry of(PaletteGroup group, String id, String words, String detail, Runnable action) {
        return new PaletteEntry(group, id, words, detail, Optional.empty(), Optional.empty(), action, Optional.empty());
    }

    /** All that is looked at. */
    String text() {
        return words + "\n" + detail;
    }
}
