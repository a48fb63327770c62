package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.HandoffState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One state of the board: its name, how many cards there are, and the cards. JavaFX thread only. */
final class BoardColumn extends VBox {

    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final HandoffState column;
    private final Texts texts;
    private final Label count = new Label();
    private final BoardCards cards;

    BoardColumn(HandoffState column, Supplier<BoardCell> cells, Texts texts) {
        this.column = column;
        this.texts = texts;
        this.cards = new BoardCards(cells);
        getStyleClass().add("board-column");
        var name = new Label(HandoffWords.name(column, texts));
        name.getStyleClass().add("board-column-name");
        count.getStyleClass().add("board-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(6, name, count);
        head.getStyleClass().add("board-column-head");
        cards.setId("board-" + column.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        VBox.setVgrow(cards, Priority.ALWAYS);
        getChildren().setAll(head, cards);
        show(List.of());
    }

    HandoffState column() {
        return column;
    }

    BoardCards cards() {
        return cards;
    }

    /** Brings the cards up to date; the selected handoff stays selected while it is in this column. */
    void show(List<BoardCard> next) {
        cards.show(next);
        count.setText(Integer.toString(next.size()));
        pseudoClassStateChanged(EMPTY, next.isEmpty());
        cards.setAccessibleText(texts.get("board.column", HandoffWords.name(column, texts), next.size()));
    }

    Optional<BoardCard> selected() {
        return Optional.ofNullable(cards.selectedProperty().get());
    }

    boolean isEmpty() {
        return cards.all().isEmpty();
    }

    /** Takes the focus and selects the card that is as near to this row as there is. */
    void enter(int row) {
        cards.select(row);
        cards.requestFocus();
    }
}
