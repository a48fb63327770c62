package acquaint.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A row of the conversation: shows the node for its kind and gives it the width of the list. Nodes stay in the cell once
 * they are made, since a node that comes back is styled from the start.
 */
final class ConversationCell extends ListCell<ConversationRow> {

    private final Texts texts;
    private final TimeWords times;
    private final Workspace workspace;
    private final MessageNode message;
    private final Label day = new Label();
    private final HBox dayLine = divider(day, "day-line");
    private final HBox unreadLine;
    private final Hyperlink more = new Hyperlink();
    private final HBox moreLine = new HBox(more);
    private final StackPane kinds = new StackPane();
    private Region shown;
    private double heightFor = -1;
    private double height;

    ConversationCell(Texts texts, TimeWords times, Workspace workspace, MessageNode message) {
        this.texts = texts;
        this.times = times;
        this.workspace = workspace;
        this.message = message;
        this.unreadLine = divider(new Label(texts.get("conversation.unread")), "unread-line");
        moreLine.getStyleClass().add("more-line");
        getStyleClass().add("conversation-cell");
        // The list must never be wider than its window: text wraps instead.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ConversationRow row, boolean empty) {
        super.updateItem(row, empty);
        setAccessibleText(null);
        heightFor = -1;
        if (empty || row == null) {
            setGraphic(null);
        } else {
            show(nodeFor(row));
            setGraphic(kinds);
        }
    }

    private void show(Region node) {
        if (node.getParent() != kinds) {
            node.managedProperty().bind(node.visibleProperty());
            kinds.getChildren().add(node);
        }
        kinds.getChildren().forEach(each -> each.setVisible(each == node));
        shown = node;
    }

    private Region nodeFor(ConversationRow row) {
        return switch (row) {
            case ConversationRow.Said said -> {
                setAccessibleText(message.show(said.message()));
                yield message;
            }
            case ConversationRow.Day(var date) -> {
                day.setText(times.day(date));
                yield dayLine;
            }
            case ConversationRow.Unread() -> unreadLine;
            case ConversationRow.Earlier(long count) -> more(texts.get("conversation.earlier", count), workspace::showEarlier);
            case ConversationRow.Later(long count) -> more(texts.get("conversation.later", count), workspace::showLater);
        };
    }

    private Region more(String words, Runnable show) {
        more.setText(words);
        more.setOnAction(_ -> show.run());
        return moreLine;
    }

    /**
     * A cell takes its graphic's height without telling it the width, which would keep text from wrapping. The list asks
     * many times in one layout, and measuring text is dear, so the answer is kept until something changes.
     */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        if (heightFor != width) {
            double inside = width - snappedLeftInset() - snappedRightInset();
            height = snapSizeY(shown.prefHeight(inside)) + snappedTopInset() + snappedBottomInset();
            heightFor = width;
        }
        return height;
    }

    @Override
    public void requestLayout() {
        heightFor = -1;
        super.requestLayout();
    }

    private static HBox divider(Label words, String style) {
        var left = new Region();
        var right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.getStyleClass().add("divider-line");
        right.getStyleClass().add("divider-line");
        var line = new HBox(10, left, words, right);
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add(style);
        return line;
    }
}
