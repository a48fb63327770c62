package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.HandoffState;
import javafx.css.PseudoClass;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Cards pulled from column to column; only where the move is a legal one. What needs words asks for them once the card is let go. JavaFX thread only. */
final class BoardDrag {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final HandoffActions actions;
    private final Background background;
    private BoardCard dragged;

    BoardDrag(HandoffActions actions, Background background) {
        this.actions = actions;
        this.background = background;
    }

    /** Lets the card of this cell be pulled. */
    BoardCell from(BoardCell cell) {
        cell.setOnDragDetected(event -> {
            if (cell.card() == null) {
                return;
            }
            dragged = cell.card();
            Dragboard board = cell.startDragAndDrop(TransferMode.MOVE);
            var content = new ClipboardContent();
            content.putString(dragged.handoff().ticket().value());
            board.setContent(content);
            board.setDragView(cell.snapshot(null, null), event.getX(), event.getY());
            event.consume();
        });
        cell.setOnDragDone(_ -> dragged = null);
        return cell;
    }

    /** Lets cards be put into this column. */
    void into(BoardColumn column) {
        column.setOnDragOver(event -> {
            if (isLegal(column.column())) {
                event.acceptTransferModes(TransferMode.MOVE);
            }
            event.consume();
        });
        column.setOnDragEntered(_ -> column.pseudoClassStateChanged(TARGET, isLegal(column.column())));
        column.setOnDragExited(_ -> column.pseudoClassStateChanged(TARGET, false));
        column.setOnDragDropped(event -> {
            BoardCard card = dragged;
            boolean legal = isLegal(column.column());
            event.setDropCompleted(legal);
            event.consume();
            if (legal) {
                // The gesture ends first: a question in the middle of it would hold on to the pointer.
                background.onFxThread(() -> drop(card, column.column()));
            }
        });
    }

    private boolean isLegal(HandoffState column) {
        return dragged != null && actions.moving(dragged.handoff(), column).isPresent();
    }

    /** Does what putting this card into that column means; nothing where it may not be put there. */
    void drop(BoardCard card, HandoffState column) {
        actions.moving(card.handoff(), column).ifPresent(action -> actions.run(action, card.handoff()));
    }
}
