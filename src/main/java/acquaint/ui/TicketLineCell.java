package acquaint.ui;

import acquaint.casework.TicketLine;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Shows a ticket in a list of tickets: when it was begun, of whom, what about, and where it stands. */
final class TicketLineCell extends ListCell<TicketLine> {

    private final Texts texts;
    private final Function<Instant, String> begun;
    private final Label when = new Label();
    private final Label who = new Label();
    private final Label subject = new Label();
    private final Label status = new Label();
    private final HBox row = new HBox(8, when, who, subject, status);

    private TicketLineCell(Texts texts, Function<Instant, String> begun) {
        this.texts = texts;
        this.begun = begun;
        when.getStyleClass().add("timeline-at");
        who.getStyleClass().add("timeline-who");
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        status.getStyleClass().add("chip");
        status.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    /** Has a list show tickets so; {@code open} is called by Enter and by a double click. */
    static void in(ListView<TicketLine> list, Texts texts, TimeWords times, Consumer<TicketId> open) {
        list.setCellFactory(_ -> new TicketLineCell(texts, times::moment));
        Runnable go = () -> {
            TicketLine chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                open.accept(chosen.ticket());
            }
        };
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go.run();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                go.run();
            }
        });
    }

    /** Has a narrow list show tickets by the day only, to leave room for what they are about; nothing in it can be opened. */
    static void byDay(ListView<TicketLine> list, Texts texts, TimeWords times) {
        list.getStyleClass().add("by-day");
        list.setCellFactory(_ -> new TicketLineCell(texts, times::shortDay));
    }

    @Override
    protected void updateItem(TicketLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        when.setText(begun.apply(line.begunAt()));
        who.setText(line.customer());
        subject.setText(line.subject() + "  ·  " + line.ticket());
        Marks.status(status, line.status(), texts);
        setGraphic(row);
        setAccessibleText(String.join(", ", when.getText(), who.getText(), subject.getText(), status.getText()));
    }
}
