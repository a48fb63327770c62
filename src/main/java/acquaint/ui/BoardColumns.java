package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.HandoffState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The columns of the board side by side, of whose cards one is selected, by keys, by mouse or by being pulled elsewhere. JavaFX thread only. */
final class BoardColumns {

    private final ScrollPane scroll;
    private final HBox box;
    private final List<BoardColumn> columns;
    private final BoardKeys walk;

    /** {@code follow} hears which card was selected, {@code read} that it is to be read. */
    BoardColumns(ScrollPane scroll, HBox box, Supplier<BoardCell> cells, Consumer<BoardCard> follow, Runnable read, Texts texts) {
        this.scroll = scroll;
        this.box = box;
        columns = Arrays.stream(HandoffState.values()).map(column -> new BoardColumn(column, () -> readable(cells.get(), read), texts)).toList();
        columns.forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        box.getChildren().setAll(columns);
        walk = new BoardKeys(columns, card -> {
            follow.accept(card);
            bringIntoSight(columns.get(card.handoff().state().ordinal()));
        }, read);
    }

    private static BoardCell readable(BoardCell cell, Runnable read) {
        cell.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                read.run();
            }
        });
        return cell;
    }

    /** Lets cards be put into other columns. */
    void receive(BoardDrag drag) {
        columns.forEach(drag::into);
    }

    void setMenu(ContextMenu menu) {
        columns.forEach(column -> column.cards().setMenu(menu));
    }

    void show(Map<HandoffState, List<BoardCard>> cards) {
        columns.forEach(column -> column.show(cards.get(column.column())));
    }

    Optional<BoardCard> selected() {
        return walk.selected();
    }

    /** Puts the focus on the selected card, else on the first there is. */
    void focus() {
        walk.focus();
    }

    private void bringIntoSight(BoardColumn column) {
        double beyond = box.getWidth() - scroll.getViewportBounds().getWidth();
        if (beyond > 0) {
            double left = scroll.getHvalue() * beyond;
            double start = column.getBoundsInParent().getMinX();
            // There may be less room than one column takes: its beginning is shown then.
            double wanted = Math.clamp(left, Math.min(start, column.getBoundsInParent().getMaxX() - scroll.getViewportBounds().getWidth()), start);
            scroll.setHvalue(wanted / beyond);
        }
    }
}
