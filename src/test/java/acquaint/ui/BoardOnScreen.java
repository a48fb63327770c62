package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.HandoffState;
import acquaint.model.TicketId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The board as it stands in the window of a test. Any thread. */
public final class BoardOnScreen {

    private final Scene scene;

    public BoardOnScreen(Scene scene) {
        this.scene = scene;
    }

    /** The cards of a column; none where the board is not there. */
    public List<BoardCard> cards(HandoffState column) {
        return FxThread.get(() -> column(column).map(cards -> List.copyOf(cards.all())).findFirst().orElse(List.of()));
    }

    public boolean isIn(HandoffState column, TicketId ticket) {
        return cards(column).stream().anyMatch(card -> card.handoff().ticket().equals(ticket));
    }

    /** The row that is selected in a column; -1 where none is. */
    public int selectedRow(HandoffState column) {
        return FxThread.get(() -> column(column).map(BoardCards::selectedIndex).findFirst().orElse(-1));
    }

    public boolean isFocused(HandoffState column) {
        return FxThread.get(() -> column(column).anyMatch(Node::isFocused));
    }

    /** Selects the card of this ticket, wherever it is. */
    public void choose(TicketId ticket) {
        for (HandoffState state : HandoffState.values()) {
            column(state).forEach(column -> {
                for (int row = 0; row < column.all().size(); row++) {
                    if (column.all().get(row).handoff().ticket().equals(ticket)) {
                        column.requestFocus();
                        column.select(row);
                    }
                }
            });
        }
    }

    /** The node that shows the card of this ticket. */
    public Node card(TicketId ticket) {
        return Arrays.stream(HandoffState.values()).flatMap(this::column).flatMap(column -> column.getChildrenUnmodifiable().stream())
                .filter(node -> node instanceof BoardCell cell && cell.isVisible() && cell.card().handoff().ticket().equals(ticket)).findFirst().orElseThrow();
    }

    /** The node that takes cards which are put into this column. */
    public Node target(HandoffState column) {
        return column(column).map(Node::getParent).findFirst().orElseThrow();
    }

    private Stream<BoardCards> column(HandoffState column) {
        return Stream.ofNullable(scene.lookup("#board-" + column.name().toLowerCase(Locale.ROOT).replace('_', '-'))).filter(Node::isVisible).map(BoardCards.class::cast);
    }
}
