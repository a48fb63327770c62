package acquaint.ui;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that the palette can do, with the letters that were typed marked in it and its key. */
final class PaletteCell extends ListCell<PaletteRow> {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double HEIGHT = 20;

    private final Keymap keymap;
    private final Texts texts;
    private final Label heading = new Label();
    private final FontIcon sign = new FontIcon(Feather.ZAP);
    private final TextFlow words = new TextFlow();
    /** What is too long ends at the key. */
    private final Rectangle seen = new Rectangle(0, HEIGHT);
    private final Label key = new Label();
    private final HBox line = new HBox(10, sign, words, key);
    private final VBox cell = new VBox(heading, line);

    PaletteCell(Keymap keymap, Texts texts) {
        this.keymap = keymap;
        this.texts = texts;
        heading.getStyleClass().add("palette-heading");
        heading.managedProperty().bind(heading.visibleProperty());
        words.setMinWidth(0);
        words.setPrefHeight(HEIGHT);
        words.setMaxHeight(HEIGHT);
        words.setClip(seen);
        seen.widthProperty().bind(words.widthProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("palette-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        PaletteEntry entry = row.entry();
        heading.setVisible(row.heading().isPresent());
        row.heading().ifPresent(group -> heading.setText(texts.of(group)));
        sign.setIconCode(sign(entry.group()));
        var parts = new ArrayList<Node>();
        parts.addAll(marked(entry.words(), row.letters(), 0, "palette-words"));
        parts.addAll(marked(entry.refusal().orElse(entry.detail()), entry.refusal().isPresent() ? new BitSet() : row.letters(), entry.words().length() + 1, "palette-detail"));
        words.getChildren().setAll(parts);
        String shown = key(entry);
        key.setText(shown);
        key.setVisible(!shown.isEmpty());
        line.pseudoClassStateChanged(REFUSED, entry.refusal().isPresent());
        setGraphic(cell);
        setAccessibleText(spoken(row));
    }

    private String key(PaletteEntry entry) {
        return entry.shortcut().map(keymap::keys).filter(keys -> !keys.isEmpty()).map(keys -> keys.getFirst().display()).orElse("");
    }

    /** What a screen reader says of a row. */
    String spoken(PaletteRow row) {
        PaletteEntry entry = row.entry();
        var said = new ArrayList<>(List.of(texts.of(entry.group()), entry.words(), entry.refusal().orElse(entry.detail()), key(entry)));
        said.removeIf(String::isBlank);
        return String.join(", ", said);
    }

    /** {@code from} is where this part begins in the text that was looked at. */
    private static List<Node> marked(String part, BitSet letters, int from, String style) {
        var texts = new ArrayList<Node>();
        for (int start = 0; start < part.length();) {
            boolean hit = letters.get(from + start);
            int next = hit ? letters.nextClearBit(from + start) : letters.nextSetBit(from + start);
            int end = next < 0 ? part.length() : Math.min(part.length(), next - from);
            var text = new Text((start == 0 && from > 0 ? "   " : "") + part.substring(start, end));
            text.getStyleClass().addAll(style, hit ? "palette-hit" : "palette-rest");
            texts.add(text);
            start = end;
        }
        return texts;
    }

    private static Feather sign(PaletteGroup group) {
        return switch (group) {
            case RECENT, USEFUL, ACTION -> Feather.ZAP;
            case PLACE -> Feather.COMPASS;
            case TICKET -> Feather.MESSAGE_SQUARE;
            case CUSTOMER -> Feather.USER;
            case HANDOFF -> Feather.COLUMNS;
            case SETTING -> Feather.SETTINGS;
        };
    }
}
