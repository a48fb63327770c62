package acquaint.ui;

import acquaint.casework.BoardCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The cards of one column, one below the other, of which one can be selected. Only those in sight are nodes; these stay in the scene and are told other cards
 * as the column is scrolled or filtered, since a node that comes into the scene is styled anew, which costs more than to fill it. JavaFX thread only.
 */
final class BoardCards extends Region {

    private final Supplier<BoardCell> making;
    private final List<BoardCell> cells = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();
    private final ReadOnlyObjectWrapper<BoardCard> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private List<BoardCard> cards = List.of();
    private int index = -1;
    /** How much of the cards is above what is in sight, in pixels. */
    private double above;

    BoardCards(Supplier<BoardCell> making) {
        this.making = making;
        getStyleClass().add("board-cards");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.valueProperty().addListener((_, _, value) -> scrollTo(value.doubleValue()));
        getChildren().add(bar);
        var sight = new Rectangle();
        sight.widthProperty().bind(widthProperty());
        sight.heightProperty().bind(heightProperty());
        setClip(sight);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    List<BoardCard> all() {
        return cards;
    }

    ReadOnlyObjectProperty<BoardCard> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    int selectedIndex() {
        return index;
    }

    /** Brings the cards up to date; the selected handoff stays selected while it is among them. */
    void show(List<BoardCard> next) {
        BoardCard kept = selected.get();
        cards = List.copyOf(next);
        index = kept == null ? -1 : IntStream.range(0, cards.size()).filter(i -> cards.get(i).handoff().id().equals(kept.handoff().id())).findFirst().orElse(-1);
        fill();
        selected.set(index < 0 ? null : cards.get(index));
        notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
    }

    /** Selects the card that is as near to this row as there is, and brings it into sight. */
    void select(int row) {
        if (!cards.isEmpty()) {
            index = Math.clamp(row, 0, cards.size() - 1);
            above = Math.clamp(above, Math.min((index + 1) * BoardCell.PITCH - getHeight(), index * BoardCell.PITCH), index * BoardCell.PITCH);
            fill();
            selected.set(cards.get(index));
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
            notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        }
    }

    void clearSelection() {
        if (index >= 0) {
            index = -1;
            fill();
            selected.set(null);
        }
    }

    /** Opens this menu beside the pointer, or at the selected card where a key asks for it. */
    void setMenu(ContextMenu menu) {
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            Optional<BoardCell> at = cellOf(index);
            if (event.isKeyboardTrigger() && at.isPresent()) {
                menu.show(at.get(), Side.BOTTOM, 0, 0);
            } else {
                menu.show(this, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
    }

    /** The node that shows this row; none where it is out of sight. */
    Optional<BoardCell> cellOf(int row) {
        return cells.stream().filter(cell -> cell.isVisible() && cell.row() == row).findFirst();
    }

    @Override
    protected void layoutChildren() {
        while (cells.size() < Math.ceil(getHeight() / BoardCell.PITCH) + 1) {
            BoardCell cell = making.get();
            // What its parent does not manage begins a layout of its own: a text that changes in a card lays that card out, and no other.
            cell.setManaged(false);
            cells.add(cell);
            getChildren().add(getChildren().size() - 1, cell);
        }
        fill();
    }

    /** Each row keeps its node while it is in sight. */
    private void fill() {
        if (cells.isEmpty()) {
            return;
        }
        double beyond = Math.max(0, cards.size() * BoardCell.PITCH - getHeight());
        above = Math.clamp(above, 0, beyond);
        bar.setVisible(beyond > 0);
        double room = bar.isVisible() ? bar.prefWidth(-1) : 0;
        int first = (int) (above / BoardCell.PITCH);
        for (int i = 0; i < cells.size(); i++) {
            int row = first + Math.floorMod(i - first, cells.size());
            BoardCell cell = cells.get(i);
            cell.show(row, row < cards.size() ? cards.get(row) : null, row == index);
            cell.resizeRelocate(0, snapPositionY(row * BoardCell.PITCH - above), Math.max(0, getWidth() - room), BoardCell.HEIGHT);
        }
        if (bar.isVisible()) {
            bar.resizeRelocate(getWidth() - room, 0, room, getHeight());
            bar.setMax(beyond);
            bar.setVisibleAmount(beyond * getHeight() / (cards.size() * BoardCell.PITCH));
            bar.setUnitIncrement(BoardCell.PITCH);
            bar.setBlockIncrement(getHeight());
            bar.setValue(above);
        }
    }

    private void scrollTo(double pixels) {
        if (pixels != above) {
            above = pixels;
            fill();
        }
    }

    /** What cannot be scrolled here is left to what is around it. */
    private void wheel(ScrollEvent event) {
        double before = above;
        scrollTo(above - event.getDeltaY());
        if (above != before) {
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        cells.stream().filter(cell -> cell.isVisible() && cell.getBoundsInParent().contains(event.getX(), event.getY())).findFirst().ifPresent(cell -> select(cell.row()));
        requestFocus();
        // What scrolls the columns would take the focus.
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        int page = Math.max(1, (int) (getHeight() / BoardCell.PITCH));
        switch (event.getCode()) {
            case UP, KP_UP -> select(index - 1);
            case DOWN, KP_DOWN -> select(index + 1);
            case PAGE_UP -> select(index - page);
            case PAGE_DOWN -> select(index + page);
            case HOME -> select(0);
            case END -> select(cards.size() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> cards.size();
            case ITEM_AT_INDEX -> cellOf((Integer) parameters[0]).orElse(null);
            case FOCUS_ITEM -> cellOf(index).orElse(null);
            case SELECTED_ITEMS -> javafx.collections.FXCollections.observableArrayList(cellOf(index).stream().toList());
            case MULTIPLE_SELECTION -> false;
            case VERTICAL_SCROLLBAR -> bar;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
