package acquaint.ui;

import acquaint.model.Folded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A line of the list of keys; the first of each group has its group's name above it. Immutable. */
record KeyRow(Shortcut shortcut, boolean first, List<Chord> keys, boolean usual) {

    /** The actions that have all these words in their name, their group or their keys, in the order of the sheet. */
    static List<KeyRow> of(Keymap keymap, String filter, Texts texts) {
        List<String> words = Folded.words(filter);
        var rows = new ArrayList<KeyRow>();
        for (Shortcut each : Shortcut.values()) {
            String keys = keymap.keys(each).stream().map(Chord::display).collect(Collectors.joining("\n"));
            String text = Folded.of(String.join("\n", texts.of(each), texts.of(each.group()), keys));
            if (words.stream().allMatch(text::contains)) {
                boolean first = rows.isEmpty() || rows.getLast().shortcut().group() != each.group();
                rows.add(new KeyRow(each, first, keymap.keys(each), keymap.isUsual(each)));
            }
        }
        return List.copyOf(rows);
    }

    /** All keys and what they do as text, a line each. */
    static String asText(Keymap keymap, Texts texts) {
        return Arrays.stream(Shortcut.values()).map(each -> texts.of(each.group()) + "\t" + texts.of(each) + "\t"
                + keymap.keys(each).stream().map(Chord::display).collect(Collectors.joining(", "))).collect(Collectors.joining("\n"));
    }
}
