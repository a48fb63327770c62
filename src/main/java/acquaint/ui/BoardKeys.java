package acquaint.ui;

import acquaint.casework.BoardCard;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Walks over the board by arrow keys: up and down in a column, left and right to the next one that has cards. One card is selected at a time. JavaFX thread only. */
final class BoardKeys {

    private final List<BoardColumn> columns;
    private final Consumer<BoardCard> select;
    private final Runnable open;

    /** {@code select} hears which card was chosen, {@code open} that it is to be read. */
    BoardKeys(List<BoardColumn> columns, Consumer<BoardCard> select, Runnable open) {
        this.columns = columns;
        this.select = select;
        this.open = open;
        for (BoardColumn column : columns) {
            column.cards().selectedProperty().addListener((_, _, card) -> {
                if (card != null) {
                    selected(column, card);
                }
            });
            column.cards().addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(column, event));
            column.cards().focusedProperty().addListener((_, _, focused) -> {
                if (focused && column.selected().isEmpty()) {
                    column.cards().select(0);
                }
            });
        }
    }

    Optional<BoardCard> selected() {
        return columns.stream().flatMap(column -> column.selected().stream()).findFirst();
    }

    /** Puts the focus on the selected card, else on the first there is. */
    void focus() {
        columns.stream().filter(column -> column.selected().isPresent()).findFirst()
                .or(() -> columns.stream().filter(column -> !column.isEmpty()).findFirst())
                .ifPresent(column -> column.enter(column.cards().selectedIndex()));
    }

    private void selected(BoardColumn in, BoardCard card) {
        columns.stream().filter(column -> column != in).forEach(column -> column.cards().clearSelection());
        select.accept(card);
    }

    private void pressed(BoardColumn column, KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            step(column, event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            open.run();
            event.consume();
        }
    }

    private void step(BoardColumn from, int by) {
        int row = from.cards().selectedIndex();
        int start = columns.indexOf(from);
        IntStream.range(1, columns.size()).map(distance -> start + by * distance).filter(i -> i >= 0 && i < columns.size())
                .mapToObj(columns::get).filter(column -> !column.isEmpty()).findFirst().ifPresent(column -> column.enter(row));
    }
}
