package acquaint.ui;

import acquaint.model.QueueRow;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Another ticket of the same customer, opened by a click. */
final class OtherTicketNode extends VBox {

    private final Workspace workspace;
    private final Texts texts;
    private final TimeWords times;
    private final Hyperlink subject = new Hyperlink();
    private final Label status = new Label();
    private final Label date = new Label();

    OtherTicketNode(Workspace workspace, Texts texts, TimeWords times) {
        this.workspace = workspace;
        this.texts = texts;
        this.times = times;
        subject.getStyleClass().add("memory-ticket-subject");
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        status.getStyleClass().add("chip");
        status.setMinWidth(Region.USE_PREF_SIZE);
        date.getStyleClass().add("memory-origin");
        var first = new HBox(6, subject, status);
        first.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("memory-ticket");
        getChildren().setAll(first, date);
    }

    void show(QueueRow row) {
        subject.setText(row.subject());
        subject.setOnAction(_ -> workspace.select(row.ticket()));
        Marks.status(status, row.status(), texts);
        date.setText(times.shortDay(row.lastAt()) + " · " + row.ticket());
    }
}
