package acquaint.ui;

import acquaint.casework.Reviews.Waiting;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A reply that waits for a second person, in three lines: for whom and how long, what about, and who wrote it. */
final class HeldReplyCell extends ListCell<Waiting> {

    static final double HEIGHT = 78;

    private final Texts texts;
    private final TimeWords times;
    private final Label customer = label("queue-customer");
    private final Label tier = label("chip");
    private final Label age = label("queue-age");
    private final Label subject = label("queue-subject");
    private final Label author = label("queue-preview");
    private final VBox lines;

    HeldReplyCell(Texts texts, TimeWords times) {
        this.texts = texts;
        this.times = times;
        tier.getStyleClass().add("tier");
        tier.managedProperty().bind(tier.visibleProperty());
        age.setMinWidth(Region.USE_PREF_SIZE);
        tier.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var first = new HBox(6, customer, tier, space, age);
        first.setAlignment(Pos.CENTER_LEFT);
        lines = new VBox(2, first, subject, author);
        lines.getStyleClass().add("queue-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Waiting waiting, boolean empty) {
        super.updateItem(waiting, empty);
        if (empty || waiting == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        customer.setText(waiting.customerName());
        tier.setText(waiting.tier().orElse(""));
        tier.setVisible(waiting.tier().isPresent());
        age.setText(times.age(waiting.review().askedAt()));
        subject.setText(waiting.subject());
        author.setText(texts.get("held-replies.by", waiting.review().author()));
        setGraphic(lines);
        setAccessibleText(String.join(", ", waiting.customerName(), tier.getText(), subject.getText(), author.getText(), texts.get("board.card.age", age.getText())));
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
