package acquaint.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns; the last column is as long as it is. */
final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    Table(String... head) {
        widths = new int[head.length];
        add(head);
    }

    void add(String... cells) {
        rows.add(List.of(cells));
        for (int column = 0; column < cells.length; column++) {
            widths[column] = Math.max(widths[column], width(cells[column]));
        }
    }

    void print(PrintWriter out) {
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size() - 1; column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths[column] - width(cell))).append(GAP);
            }
            out.println(line.append(row.getLast()));
        }
    }

    /** How many columns of a terminal the text takes: none for combining marks, two for East Asian and emoji characters. */
    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return character >= 0x1100 && isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        boolean eastAsian = Arrays.asList(Character.UnicodeScript.HAN, Character.UnicodeScript.HIRAGANA,
                Character.UnicodeScript.KATAKANA, Character.UnicodeScript.HANGUL, Character.UnicodeScript.BOPOMOFO).contains(script);
        boolean halfWidth = character >= 0xFF61 && character <= 0xFFDC;
        boolean fullWidth = character >= 0x3000 && character <= 0x303E || character >= 0xFF01 && character <= 0xFF60;
        return eastAsian && !halfWidth || fullWidth || Character.isEmojiPresentation(character);
    }
}
