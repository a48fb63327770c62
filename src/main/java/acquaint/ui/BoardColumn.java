package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
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
    private final ListView<BoardCard> list = new ListView<>();

    BoardColumn(HandoffState column, Texts texts) {
        this.column = column;
        this.texts = texts;
        getStyleClass().add("board-column");
        var name = new Label(HandoffWords.name(column, texts));
        name.getStyleClass().add("board-column-name");
        count.getStyleClass().add("board-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(6, name, count);
        head.getStyleClass().add("board-column-head");
        list.setId("board-" + column.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        list.getStyleClass().add("board-cards");
        list.setFixedCellSize(BoardCell.HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head, list);
        show(List.of());
    }

    HandoffState column() {
        return column;
    }

    ListView<BoardCard> list() {
        return list;
    }

    /** Brings the cards up to date; the selected handoff stays selected while it is in this column. */
    void show(List<BoardCard> cards) {
        Optional<HandoffId> selected = selected().map(card -> card.handoff().id());
        Rows.update(list.getItems(), cards);
        count.setText(Integer.toString(cards.size()));
        pseudoClassStateChanged(EMPTY, cards.isEmpty());
        list.setAccessibleText(texts.get("board.column", HandoffWords.name(column, texts), cards.size()));
        int index = selected.map(this::indexOf).orElse(-1);
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
        }
    }

    Optional<BoardCard> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    boolean isEmpty() {
        return list.getItems().isEmpty();
    }

    int indexOf(HandoffId id) {
        List<BoardCard> cards = list.getItems();
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i).handoff().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Selects a row as near to this one as there is, and brings it into sight. */
    void enter(int row) {
        int index = Math.clamp(row, 0, Math.max(0, list.getItems().size() - 1));
        list.requestFocus();
        list.getSelectionModel().clearAndSelect(index);
        VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        if (flow != null && flow.getFirstVisibleCell() != null
                && (index <= flow.getFirstVisibleCell().getIndex() || index >= flow.getLastVisibleCell().getIndex())) {
            list.scrollTo(index);
        }
    }
}
