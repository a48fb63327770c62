package acquaint.ui;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;

/** The history of a customer as the bench reads it from the window's nodes. JavaFX thread, after a layout. */
public final class ShownTimeline {

    private final Scene scene;
    private final ListView<?> rows;

    public ShownTimeline(Scene scene) {
        this.scene = scene;
        this.rows = (ListView<?>) scene.lookup(".timeline-rows");
    }

    public Scene scene() {
        return scene;
    }

    /** Whether moments are in sight, each in its cell. */
    public boolean isShown() {
        return isVisible(rows) && rows.getItems().size() > 20 && cells().count() > 10 && cells().allMatch(cell -> cell.getItem() == rows.getItems().get(cell.getIndex()));
    }

    public boolean isGone() {
        return !isVisible(rows);
    }

    private Stream<? extends IndexedCell<?>> cells() {
        return ((Parent) rows.lookup(".sheet")).getChildrenUnmodifiable().stream().filter(IndexedCell.class::isInstance).map(node -> (IndexedCell<?>) node)
                .filter(cell -> cell.isVisible() && !cell.isEmpty());
    }

    private static boolean isVisible(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
