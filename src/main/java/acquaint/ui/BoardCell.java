package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.model.Handoff;
import acquaint.model.Risk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A handed-over ticket on the board: who and how long, what is to be decided and why, how much time is left, and what to beware of. JavaFX thread only. */
final class BoardCell extends Region {

    static final double HEIGHT = 132;

    /** From the top of a card to the top of the next, in pixels. */
    static final double PITCH = HEIGHT + 6;

    private static final double TWO_LINES = 34;
    private static final double BETWEEN_LINES = 3;
    private static final double BETWEEN = 5;

    /** So close to its time a card says so in another tone. */
    private static final Duration SOON = Duration.ofHours(1);

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
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
    private final List<Node> signs = new ArrayList<>();
    private BoardCard card;
    private int row = -1;

    BoardCell(Texts texts, TimeWords times, HandoffWords words) {
        this.texts = texts;
        this.times = times;
        this.words = words;
        getStyleClass().add("board-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        tier.getStyleClass().add("tier");
        decision.setWrapText(true);
        for (Risk risk : Risk.values()) {
            var icon = new FontIcon(Marks.risk(risk));
            icon.getStyleClass().add("board-risk");
            risks.put(risk, icon);
            signs.add(icon);
        }
        signs.addAll(List.of(gaps, promises, question));
        getChildren().setAll(customer, tier, decision, reason, due, age, holder);
        getChildren().addAll(signs);
        setVisible(false);
    }

    /** What it shows; null where it shows nothing. */
    BoardCard card() {
        return card;
    }

    int row() {
        return row;
    }

    /** Shows this card, which stands in this row of its column; nothing where it is null. */
    void show(int nextRow, BoardCard next, boolean selected) {
        if (next != null && !next.equals(card)) {
            requestLayout();
        }
        row = nextRow;
        card = next;
        setVisible(next != null);
        if (next == null) {
            return;
        }
        pseudoClassStateChanged(SELECTED, selected);
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
    }

    @Override
    protected void layoutChildren() {
        double y = line(snappedTopInset(), customer, tier);
        decision.resizeRelocate(snappedLeftInset(), y, inside(), TWO_LINES);
        y = line(y + TWO_LINES + BETWEEN_LINES, reason, null);
        y = line(y, due, age);
        double height = holder.prefHeight(-1);
        double x = snappedLeftInset();
        for (Node sign : signs) {
            if (sign.isVisible()) {
                sign.autosize();
                sign.relocate(x, snapPositionY(y + (height - sign.getLayoutBounds().getHeight()) / 2));
                x += snapSizeX(sign.getLayoutBounds().getWidth()) + BETWEEN;
            }
        }
        atEnd(holder, y, height);
    }

    /** Puts the one at the left and the other at the right, which is never cut; returns where the next line begins. */
    private double line(double y, Label left, Label right) {
        double height = Math.max(left.prefHeight(-1), right == null ? 0 : right.prefHeight(-1));
        double taken = right == null ? 0 : atEnd(right, y, height);
        double high = left.prefHeight(-1);
        left.resizeRelocate(snappedLeftInset(), snapPositionY(y + (height - high) / 2), Math.max(0, inside() - taken), high);
        return y + height + BETWEEN_LINES;
    }

    private double atEnd(Label label, double y, double height) {
        if (!label.isVisible()) {
            return 0;
        }
        double width = snapSizeX(label.prefWidth(-1));
        double high = label.prefHeight(-1);
        label.resizeRelocate(getWidth() - snappedRightInset() - width, snapPositionY(y + (height - high) / 2), width, high);
        return width + BETWEEN;
    }

    private double inside() {
        return getWidth() - snappedLeftInset() - snappedRightInset();
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
        return label;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> card == null ? "" : spoken(card);
            case INDEX -> row;
            case SELECTED -> getPseudoClassStates().contains(SELECTED);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
