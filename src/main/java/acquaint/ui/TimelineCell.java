package acquaint.ui;

import acquaint.pattern.Moment;
import acquaint.pattern.Mood;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows one line of a timeline; all lines are of one height, so that a long life with us opens as fast as a short one. */
final class TimelineCell extends ListCell<TimelineRow> {

    private static final PseudoClass LIKE = PseudoClass.getPseudoClass("like");
    private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");
    private static final double GAP = 8;

    private final Texts texts;
    private final TimeWords times;
    private final Predicate<Moment> isLike;
    private final Runnable more;
    private final Label heading = new Label();
    private final FontIcon sign = new FontIcon(Feather.CIRCLE);
    private final Label at = new Label();
    private final Label who = new Label();
    private final Label words = new Label();
    private final FontIcon mood = new FontIcon(Feather.MEH);
    private final Label like = new Label();
    private final HBox line = new HBox(GAP, sign, at, who, words, mood, like);
    private final Tooltip whole = new Tooltip();

    /** {@code more} is asked for what came before when its line comes into sight. */
    TimelineCell(Texts texts, TimeWords times, Predicate<Moment> isLike, Runnable more, Consumer<Moment> open) {
        this.texts = texts;
        this.times = times;
        this.isLike = isLike;
        this.more = more;
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("timeline-line");
        at.getStyleClass().add("timeline-at");
        who.getStyleClass().add("timeline-who");
        words.getStyleClass().add("timeline-words");
        like.getStyleClass().addAll("chip", "tier");
        like.setText(texts.get("timeline.like.chip"));
        like.setMinWidth(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        whole.setWrapText(true);
        whole.setPrefWidth(420);
        for (var optional : new javafx.scene.Node[] {mood, like, who}) {
            optional.managedProperty().bind(optional.visibleProperty());
        }
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof TimelineRow.Happened(var moment)) {
                open.accept(moment);
            }
        });
    }

    @Override
    protected void updateItem(TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean marked = !empty && row instanceof TimelineRow.Happened(var moment) && isLike.test(moment);
        pseudoClassStateChanged(LIKE, marked);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case TimelineRow.Month(var month) -> head(times.month(month), "timeline-month");
            case TimelineRow.InTicket(_, var ticket, var subject) -> head(subject + "  ·  " + ticket, "timeline-ticket");
            case TimelineRow.Earlier() -> {
                head(texts.get("timeline.earlier"), "timeline-earlier");
                more.run();
            }
            case TimelineRow.Happened(var happened) -> show(happened, marked);
        }
    }

    private void head(String text, String style) {
        heading.getStyleClass().setAll("label", style);
        heading.setText(Emoji.showable(text));
        setGraphic(heading);
        setTooltip(null);
        setAccessibleText(text);
    }

    private void show(Moment moment, boolean marked) {
        String said = moment.text().isBlank() ? texts.of(moment.what()) : moment.text().strip().replaceAll("\\s+", " ");
        sign.setIconCode(sign(moment.what()));
        sign.setAccessibleText(texts.of(moment.what()));
        at.setText(times.moment(moment.at()));
        who.setText(moment.author());
        who.setVisible(!moment.author().isBlank());
        words.setText(Emoji.showable(said));
        mood.setVisible(moment.mood() != Mood.PLAIN);
        mood.setIconCode(moment.mood() == Mood.GLAD ? Feather.SMILE : Feather.FROWN);
        mood.pseudoClassStateChanged(PseudoClass.getPseudoClass("upset"), moment.mood() == Mood.UPSET);
        like.setVisible(marked);
        line.pseudoClassStateChanged(OURS, moment.what() != Moment.What.ASKED);
        whole.setText(moment.text());
        setTooltip(moment.text().isBlank() ? null : whole);
        setGraphic(line);
        setAccessibleText(String.join(", ", texts.of(moment.what()), at.getText(), moment.author(), said, texts.of(moment.mood()), marked ? like.getText() : ""));
    }

    private static Feather sign(Moment.What what) {
        return switch (what) {
            case OPENED -> Feather.INBOX;
            case ASKED -> Feather.MESSAGE_SQUARE;
            case ANSWERED -> Feather.CORNER_UP_LEFT;
            case PROMISED -> Feather.CLOCK;
            case KEPT -> Feather.CHECK_CIRCLE;
            case WITHDRAWN -> Feather.X_CIRCLE;
            case ESCALATED -> Feather.ALERT_TRIANGLE;
            case CLOSED -> Feather.CHECK;
            case REOPENED -> Feather.ROTATE_CCW;
        };
    }
}
