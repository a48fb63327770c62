package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.Folded;
import acquaint.model.HandoffState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;

/** Reads from the nodes of the program's window what stands on its board. JavaFX thread, after a layout. */
public final class BoardScreen {

    private final Scene scene;
    private List<BoardCards> columns = List.of();
    private TextField filter;
    private Node scroll;

    public BoardScreen(Scene scene) {
        this.scene = scene;
    }

    public TextField filter() {
        return filter;
    }

    public boolean isShown() {
        Node board = scene.lookup(".board");
        return board != null && board.isVisible();
    }

    /** Whether so many cards are on the board, and in sight only such as hold all the words, each in its cell. */
    public boolean shows(int count, String words) {
        if (columns.isEmpty() && !find() || !filter.getScene().equals(scene)) {
            return false;
        }
        List<String> folded = Folded.words(words);
        return columns.stream().mapToInt(column -> column.all().size()).sum() == count
                && scroll.isVisible() == (count > 0)
                && (count == 0 || columns.stream().allMatch(column -> hasItsItems(column, folded)));
    }

    /** Looked for once only: looking takes time that would count as the program's. */
    private boolean find() {
        Parent board = (Parent) scene.lookup(".board");
        if (board == null) {
            return false;
        }
        scroll = board.lookup(".board-scroll");
        filter = (TextField) board.lookup("#filter");
        columns = Arrays.stream(HandoffState.values())
                .map(state -> (BoardCards) board.lookup("#board-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'))).toList();
        if (columns.contains(null)) {
            columns = List.of();
        }
        return !columns.isEmpty();
    }

    private static boolean hasItsItems(BoardCards column, List<String> words) {
        return column.all().isEmpty() || cells(column).findAny().isPresent()
                && cells(column).allMatch(cell -> column.all().get(cell.row()).equals(cell.card()) && holds(cell.card(), words));
    }

    private static boolean holds(BoardCard card, List<String> words) {
        var handoff = card.handoff();
        String text = Folded.of(String.join("\n", card.customerName(), card.tier().orElse(""), card.subject(), handoff.ticket().value(), handoff.reason(),
                handoff.requestedDecision(), handoff.from(), handoff.to().name(), handoff.reviewer().orElse("")));
        return words.stream().allMatch(text::contains);
    }

    private static Stream<BoardCell> cells(BoardCards column) {
        return column.getChildrenUnmodifiable().stream().filter(BoardCell.class::isInstance).map(BoardCell.class::cast).filter(BoardCell::isVisible);
    }
}
