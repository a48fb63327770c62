package acquaint.ui;

import acquaint.pattern.Moment;
import acquaint.pattern.Mood;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows one line of a timeline; all lines are of one height, so that a long life with us opens as fast as a short one. */
final class TimelineCell extends ListCell<TimelineRow> {

    private static final PseudoClass LIKE = PseudoClass.getPseudoClass("like");
    private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");
    private static final PseudoClass UPSET = PseudoClass.getPseudoClass("upset");
    private static final PseudoClass MONTH = PseudoClass.getPseudoClass("month");
    private static final PseudoClass TICKET = PseudoClass.getPseudoClass("ticket");
    private static final double GAP = 8;

    private final Texts texts;
    private final TimeWords times;
    private final ObservableValue<Moment> likest;
    private final Runnable more;
    private final Label heading = new Label();
    private final FontIcon sign = new FontIcon(Feather.CIRCLE);
    private final Label at = new Label();
    private final Label who = new Label();
    private final Label words = new Label();
    private final FontIcon mood = new FontIcon(Feather.MEH);
    private final Label like = new Label();
    private final HBox line = new HBox(GAP, sign, at, who, words, mood, like);
    private final StackPane all = new StackPane(line, heading);
    private final Tooltip whole = new Tooltip();
    private final ChangeListener<Moment> marking = (_, _, _) -> {
        mark();
        if (!isEmpty() && getItem() instanceof TimelineRow.Happened(var moment)) {
            tell(moment, said(moment));
        }
    };

    /** {@code likest} is the moment to be marked, {@code more} is asked for what came before when its line comes into sight. */
    TimelineCell(Texts texts, TimeWords times, ObservableValue<Moment> likest, Runnable more, Consumer<Moment> open) {
        this.texts = texts;
        this.times = times;
        this.likest = likest;
        this.more = more;
        likest.addListener(new WeakChangeListener<>(marking));
        heading.getStyleClass().add("timeline-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
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
        for (Node optional : List.of(mood, like, who)) {
            optional.managedProperty().bind(optional.visibleProperty());
        }
        // Hidden and not taken away: what comes back to the scene is styled anew.
        setGraphic(new LayoutRoot(all));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
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
        all.setVisible(!empty && row != null);
        if (!all.isVisible()) {
            mark();
            setAccessibleText(null);
            return;
        }
        line.setVisible(row instanceof TimelineRow.Happened);
        heading.setVisible(!line.isVisible());
        switch (row) {
            case TimelineRow.Month(var month) -> head(times.month(month), MONTH);
            case TimelineRow.InTicket(_, var ticket, var subject) -> head(subject + "  ·  " + ticket, TICKET);
            case TimelineRow.Earlier() -> {
                head(texts.get("timeline.earlier"), null);
                more.run();
            }
            case TimelineRow.Happened(var happened) -> show(happened);
        }
    }

    private void head(String text, PseudoClass of) {
        heading.pseudoClassStateChanged(MONTH, of == MONTH);
        heading.pseudoClassStateChanged(TICKET, of == TICKET);
        heading.setText(Emoji.showable(text));
        setTooltip(null);
        mark();
        setAccessibleText(text);
    }

    private void show(Moment moment) {
        String said = said(moment);
        sign.setIconCode(sign(moment.what()));
        sign.setAccessibleText(texts.of(moment.what()));
        at.setText(times.moment(moment.at()));
        who.setText(moment.author());
        who.setVisible(!moment.author().isBlank());
        words.setText(Emoji.showable(said));
        mood.setVisible(moment.mood() != Mood.PLAIN);
        mood.setIconCode(moment.mood() == Mood.GLAD ? Feather.SMILE : Feather.FROWN);
        mood.pseudoClassStateChanged(UPSET, moment.mood() == Mood.UPSET);
        line.pseudoClassStateChanged(OURS, moment.what() != Moment.What.ASKED);
        whole.setText(moment.text());
        setTooltip(moment.text().isBlank() ? null : whole);
        mark();
        tell(moment, said);
    }

    private String said(Moment moment) {
        return moment.text().isBlank() ? texts.of(moment.what()) : moment.text().strip().replaceAll("\\s+", " ");
    }

    /** Marks the cell where it shows the moment that is to be marked. */
    private void mark() {
        boolean marked = !isEmpty() && getItem() instanceof TimelineRow.Happened(var moment) && moment.equals(likest.getValue());
        pseudoClassStateChanged(LIKE, marked);
        like.setVisible(marked);
    }

    private void tell(Moment moment, String said) {
        setAccessibleText(String.join(", ", texts.of(moment.what()), at.getText(), moment.author(), said, texts.of(moment.mood()), like.isVisible() ? like.getText() : ""));
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
