package acquaint.ui;

import acquaint.settings.MemoryChoice;

/** What a memory is called in the window. */
final class MemoryWords {

    private MemoryWords() {}

    static String of(MemoryChoice choice, Texts texts) {
        return switch (choice) {
            case MemoryChoice.Embedded _ -> texts.get("memory-settings.local");
            case MemoryChoice.EverOs service -> texts.of(service.version());
        };
    }
}
