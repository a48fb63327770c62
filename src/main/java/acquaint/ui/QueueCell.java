package acquaint.ui;

import acquaint.model.Message;
import acquaint.model.QueueRow;
import acquaint.model.TicketStatus;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A ticket in the queue, in three lines: who and how long, what about, what was said last; a compact one leaves out the last. */
final class QueueCell extends ListCell<QueueRow> {

    private static final double HEIGHT = 78;
    private static final double COMPACT_HEIGHT = 54;

    /** A customer who has waited longer than this is marked. A day is the usual promise of a support desk. */
    private static final Duration LONG_WAIT = Duration.ofHours(24);

    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final Texts texts;
    private final TimeWords times;
    private final Region dot = new Region();
    private final Label customer = label("queue-customer");
    private final Label age = label("queue-age");
    private final FontIcon waiting = new FontIcon(Feather.CLOCK);
    private final Label subject = label("queue-subject");
    private final FontIcon priority = new FontIcon();
    private final FontIcon speaker = new FontIcon();
    private final Label preview = label("queue-preview");
    private final Label status = label("chip");
    private final Label assignee = label("initials");
    private final VBox lines;

    QueueCell(boolean compact, Texts texts, TimeWords times) {
        this.texts = texts;
        this.times = times;
        dot.getStyleClass().add("unread-dot");
        dot.managedProperty().bind(dot.visibleProperty());
        age.setGraphic(waiting);
        speaker.getStyleClass().add("queue-speaker");
        HBox who = line(dot, customer, grow(), age);
        lines = compact
                ? new VBox(2, who, line(priority, subject, grow(), status, assignee))
                : new VBox(2, who, line(priority, subject, grow(), assignee), line(speaker, preview, grow(), status));
        lines.getStyleClass().add("queue-row");
        for (Label fixed : new Label[] {age, status, assignee}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        setPrefWidth(0);
    }

    static double height(boolean compact) {
        return compact ? COMPACT_HEIGHT : HEIGHT;
    }

    @Override
    protected void updateItem(QueueRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(UNREAD, false);
            return;
        }
        pseudoClassStateChanged(UNREAD, row.unread());
        dot.setVisible(row.unread());
        customer.setText(row.customerName());
        subject.setText(row.subject());
        preview.setText(row.preview());
        showAge(row);
        showSpeaker(row);
        Marks.priority(priority, row.priority(), texts);
        Marks.status(status, row.status(), texts);
        assignee.setText(row.assignee().map(Marks::initials).orElse("–"));
        assignee.setAccessibleText(row.assignee().orElseGet(() -> texts.get("queue.row.nobody")));
        setGraphic(lines);
        setAccessibleText(spoken(row));
    }

    private void showAge(QueueRow row) {
        boolean waits = row.waitingSince().isPresent() && row.status() != TicketStatus.CLOSED;
        age.setText(times.age(waits ? row.waitingSince().get() : row.lastAt()));
        waiting.setVisible(waits);
        waiting.setManaged(waits);
        boolean late = waits && Duration.between(row.waitingSince().get(), times.now()).compareTo(LONG_WAIT) > 0;
        age.pseudoClassStateChanged(LATE, late);
    }

    private void showSpeaker(QueueRow row) {
        boolean ours = row.lastKind() != Message.Kind.CUSTOMER;
        speaker.setVisible(ours);
        speaker.setManaged(ours);
        speaker.setIconCode(row.lastKind() == Message.Kind.NOTE ? Feather.LOCK : Feather.CORNER_UP_LEFT);
    }

    /** What a screen reader says for the row. */
    private String spoken(QueueRow row) {
        return texts.get("queue.row.spoken",
                row.unread() ? texts.get("queue.row.unread") : "",
                row.customerName(), row.subject(), texts.of(row.status()), texts.of(row.priority()),
                row.assignee().orElseGet(() -> texts.get("queue.row.nobody")), age.getText(), row.preview());
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().setAll("label", style);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        return label;
    }

    private static HBox line(javafx.scene.Node... nodes) {
        var line = new HBox(6, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Region grow() {
        var region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }
}
