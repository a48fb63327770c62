package acquaint.ui;

import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Selects the row of the ticket that is open, whoever opened it, and opens the ticket of a row that the agent selects. JavaFX thread only. */
final class QueueSelection {

    /** No row is selected that could show where the focus is. */
    private static final PseudoClass UNCHOSEN = PseudoClass.getPseudoClass("unchosen");

    private final ListView<QueueRow> list;
    private final Workspace workspace;
    private boolean following;
    private boolean walking;

    QueueSelection(ListView<QueueRow> list, Workspace workspace) {
        this.list = list;
        this.workspace = workspace;
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null && !following) {
                open(row.ticket());
            }
        });
        workspace.selectedProperty().subscribe(_ -> {
            if (!walking) {
                selectOpen();
            }
        });
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> list.pseudoClassStateChanged(UNCHOSEN, index.intValue() < 0));
    }

    /** Whether the ticket that was selected last is only passed by: arrows walk through the queue, and leave it for a conversation by no means of their own. */
    boolean isWalking() {
        return walking;
    }

    /** Shows these rows, of which that of the open ticket is selected. */
    void show(List<QueueRow> rows) {
        following = true;
        list.getSelectionModel().clearSelection();
        Rows.update(list.getItems(), rows);
        following = false;
        selectOpen();
    }

    void selectFirst() {
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().clearAndSelect(0);
            list.requestFocus();
        }
    }

    /** Goes so many rows down, or up where it is negative, and keeps the row in sight. */
    void move(int by) {
        int size = list.getItems().size();
        if (size == 0) {
            return;
        }
        int current = list.getSelectionModel().getSelectedIndex();
        int next = current < 0 ? 0 : Math.clamp(current + by, 0, size - 1);
        list.getSelectionModel().clearAndSelect(next);
        if (!isInSight(next)) {
            list.scrollTo(Math.max(0, next - (by > 0 ? 3 : 0)));
        }
    }

    private boolean isInSight(int row) {
        var flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = first == null ? null : flow.getLastVisibleCell();
        return last != null
                && row >= first.getIndex() + (first.getBoundsInParent().getMinY() < 0 ? 1 : 0)
                && row <= last.getIndex() - (last.getBoundsInParent().getMaxY() > flow.getHeight() ? 1 : 0);
    }

    private void open(TicketId ticket) {
        walking = true;
        workspace.select(ticket);
        walking = false;
    }

    private void selectOpen() {
        following = true;
        int index = indexOf(list.getItems(), workspace.selectedProperty().get());
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
        } else {
            list.getSelectionModel().clearSelection();
        }
        following = false;
    }

    private static int indexOf(List<QueueRow> rows, TicketId ticket) {
        for (int i = 0; ticket != null && i < rows.size(); i++) {
            if (rows.get(i).ticket().equals(ticket)) {
                return i;
            }
        }
        return -1;
    }
}
