package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.Handoff;
import acquaint.model.Risk;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A handed-over ticket on the board: who and how long, what is to be decided and why, how much time is left, and what to beware of. */
final class BoardCell extends ListCell<BoardCard> {

    static final double HEIGHT = 138;

    private static final double TWO_LINES = 34;

    /** So close to its time a card says so in another tone. */
    private static final Duration SOON = Duration.ofHours(1);

    private static final PseudoClass SOON_DUE = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final Texts texts;
    private final TimeWords times;
    private final HandoffWords words;
    private final Label customer = label("board-customer");
    private final Label tier = label("chip");
    private final Label age = label("board-age");
    private final Label decision = label("board-decision");
    private final Label reason = label("board-reason");
    private final Label due = label("board-due");
    private final Label holder = label("initials");
    private final Map<Risk, FontIcon> risks = new EnumMap<>(Risk.class);
    private final Label gaps = sign(Feather.FILE_MINUS, "board-gaps");
    private final Label promises = sign(Feather.BELL, "board-promises");
    private final Label question = sign(Feather.HELP_CIRCLE, "board-question");
    private final VBox card;

    BoardCell(Texts texts, TimeWords times, HandoffWords words) {
        this.texts = texts;
        this.times = times;
        this.words = words;
        tier.getStyleClass().add("tier");
        decision.setWrapText(true);
        decision.setMinHeight(TWO_LINES);
        decision.setPrefHeight(TWO_LINES);
        decision.setMaxHeight(TWO_LINES);
        var signs = new HBox(5);
        signs.setAlignment(Pos.CENTER_LEFT);
        for (Risk risk : Risk.values()) {
            var icon = new FontIcon(Marks.risk(risk));
            icon.getStyleClass().add("board-risk");
            icon.managedProperty().bind(icon.visibleProperty());
            risks.put(risk, icon);
            signs.getChildren().add(icon);
        }
        signs.getChildren().addAll(gaps, promises, question);
        for (Label fixed : new Label[] {tier, age, due, holder}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
            fixed.managedProperty().bind(fixed.visibleProperty());
        }
        card = new VBox(3, line(customer, grow(), tier), decision, reason, line(due, grow(), age), line(signs, grow(), holder));
        card.getStyleClass().add("board-card");
        setGraphic(new Frame(card));
        setPrefWidth(0);
    }

    /**
     * Lays the card out by itself. Where a text in it changes, only the card is laid out again: a list has every cell that wants a layout styled anew, with
     * all that is in it, and a key in the filter changes all cells in sight.
     */
    private static final class Frame extends Region {

        private final Region card;

        Frame(Region card) {
            this.card = card;
            // What its parent does not manage begins a layout of its own.
            card.setManaged(false);
            getChildren().add(card);
        }

        @Override
        protected double computePrefWidth(double height) {
            return card.prefWidth(height);
        }

        @Override
        protected double computePrefHeight(double width) {
            return card.prefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            card.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    @Override
    protected void updateItem(BoardCard next, boolean empty) {
        super.updateItem(next, empty);
        // Hidden and not taken away: what comes back to the scene is styled anew, which a key in the filter would wait for.
        card.setVisible(!empty && next != null);
        if (!card.isVisible()) {
            setAccessibleText(null);
            return;
        }
        Handoff handoff = next.handoff();
        customer.setText(next.customerName());
        show(tier, next.tier().orElse(""));
        age.setText(times.age(handoff.createdAt()));
        decision.setText(handoff.requestedDecision().isBlank() ? next.subject() : handoff.requestedDecision());
        reason.setText(handoff.reason().isBlank() ? texts.of(handoff.cause()) : handoff.reason());
        showDue(next);
        show(holder, handoff.reviewer().map(Marks::initials).orElse(""));
        risks.forEach((risk, icon) -> icon.setVisible(handoff.risks().contains(risk)));
        gaps.setVisible(!next.isWhole());
        promises.setVisible(next.overduePromises() > 0);
        promises.setText(Integer.toString(next.overduePromises()));
        question.setVisible(next.isQuestionWaiting());
        setAccessibleText(spoken(next));
    }

    private void showDue(BoardCard next) {
        Instant now = times.now();
        Duration left = next.timeLeft(now).orElse(null);
        due.setVisible(left != null);
        due.setText(left == null ? "" : words.timeLeft(left));
        due.pseudoClassStateChanged(LATE, left != null && left.isNegative());
        due.pseudoClassStateChanged(SOON_DUE, left != null && !left.isNegative() && left.compareTo(SOON) <= 0);
    }

    /** All that the card shows by signs, in words. */
    private String spoken(BoardCard next) {
        Handoff handoff = next.handoff();
        var spoken = new StringJoiner(", ");
        spoken.add(next.customerName());
        next.tier().ifPresent(spoken::add);
        spoken.add(decision.getText());
        spoken.add(reason.getText());
        spoken.add(texts.get("board.card.age", age.getText()));
        if (due.isVisible()) {
            spoken.add(due.getText());
        }
        handoff.risks().forEach(risk -> spoken.add(texts.of(risk)));
        if (!next.isWhole()) {
            spoken.add(texts.get("board.card.gaps"));
        }
        if (next.overduePromises() > 0) {
            spoken.add(texts.get("board.card.promises", next.overduePromises()));
        }
        if (next.isQuestionWaiting()) {
            spoken.add(texts.get("board.card.question"));
        }
        handoff.reviewer().ifPresent(name -> spoken.add(texts.get("board.card.reviewer", name)));
        return spoken.toString();
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private static Label sign(Feather icon, String style) {
        var label = new Label("", new FontIcon(icon));
        label.getStyleClass().addAll("board-sign", style);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Region grow() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static HBox line(javafx.scene.Node... nodes) {
        var line = new HBox(5, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
