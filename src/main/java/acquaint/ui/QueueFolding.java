package acquaint.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Where the queue is narrow its views stand above the tickets in lines, and no longer beside them. JavaFX thread only. */
final class QueueFolding {

    /** Below this the views and the tickets beside each other would both be cut short. */
    private static final double LEAST_BESIDE = 372;

    private final Pane rail;
    private final Pane viewList;
    private final FlowPane viewLines;
    private final HBox filterLine;
    private final Button newTicket;
    private boolean folded;

    /** {@code rail} begins with the button for a new ticket and holds {@code viewList}; the last two stand above the tickets. */
    QueueFolding(Region queue, Pane rail, Pane viewList, FlowPane viewLines, HBox filterLine, Button newTicket) {
        this.rail = rail;
        this.viewList = viewList;
        this.viewLines = viewLines;
        this.filterLine = filterLine;
        this.newTicket = newTicket;
        queue.widthProperty().subscribe(width -> fold(width.doubleValue() > 0 && width.doubleValue() < LEAST_BESIDE));
    }

    private void fold(boolean narrow) {
        if (narrow == folded) {
            return;
        }
        folded = narrow;
        Pane from = narrow ? viewList : viewLines;
        Pane to = narrow ? viewLines : viewList;
        var buttons = List.copyOf(from.getChildren());
        from.getChildren().clear();
        buttons.forEach(button -> ((ViewButton) button).setInline(narrow));
        to.getChildren().setAll(buttons);
        viewLines.setManaged(narrow);
        rail.setVisible(!narrow);
        rail.setManaged(!narrow);
        if (narrow) {
            filterLine.getChildren().add(newTicket);
        } else {
            rail.getChildren().addFirst(newTicket);
        }
        newTicket.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
}
