package acquaint.ui;

import acquaint.model.TicketId;
import acquaint.reply.ModelException;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The draft beside something else: what it was before, word by word, or what it says in the agent's own language. */
public final class DraftCompareController {

    /** Room for two short messages, beside the conversation's head, the rest of the draft and the composer. */
    private static final double BESIDE = 642;
    private static final double LEAST_HEIGHT = 72;
    private static final double MOST_HEIGHT = 220;

    private final DraftProposal proposal;
    private final DraftReading reading;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

    @FXML private FittingScroll compared;
    @FXML private TextFlow before;
    @FXML private TextFlow after;
    @FXML private Label readingText;
    @FXML private Label readingTrouble;

    public DraftCompareController(DraftProposal proposal, acquaint.casework.DraftReplies drafts, Background background, Texts texts) {
        this.proposal = proposal;
        this.reading = new DraftReading(drafts, background);
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        compared.setMaxHeight(MOST_HEIGHT);
        compared.sceneProperty().subscribe(_ -> fit());
        readingText.textProperty().bind(reading.textProperty());
        reading.troubleProperty().addListener((_, _, problem) -> readingTrouble.setText(
                problem instanceof ModelException model ? new ModelTrouble(model, texts).words() : texts.get("draft.reading.failed")));
        proposal.versionProperty().addListener(_ -> {
            reading.close();
            compare();
        });
    }

    /** As high as the pane around lets it be, so that the conversation that the draft answers can be read beside it. */
    private void fit() {
        for (Parent each = compared.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Region pane && pane.getStyleClass().contains("conversation-pane")) {
                compared.maxHeightProperty().bind(pane.heightProperty().map(height -> Math.clamp(height.doubleValue() - BESIDE, LEAST_HEIGHT, MOST_HEIGHT)));
            }
        }
    }

    public ScreenState<DraftReading.State> getReading() {
        return reading.state();
    }

    /** Whether the draft stands beside what it was before. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public boolean isShown() {
        return shown.get();
    }

    void setShown(boolean wanted) {
        shown.set(wanted);
        compare();
    }

    void read(TicketId ticket, String draft) {
        reading.read(ticket, draft);
    }

    @FXML
    private void closeReading() {
        reading.close();
    }

    private void compare() {
        var now = proposal.versions().current();
        var then = proposal.versions().before();
        if (!shown.get() || now.isEmpty() || then.isEmpty()) {
            shown.set(false);
            return;
        }
        var diff = WordDiff.of(then.get().text(), now.get().text());
        before.getChildren().setAll(nodes(diff.before(), "removed-words"));
        after.getChildren().setAll(nodes(diff.after(), "added-words"));
        before.setAccessibleText(then.get().text());
        after.setAccessibleText(now.get().text());
    }

    static List<Node> nodes(List<WordDiff.Run> runs, String changed) {
        return runs.stream().map(run -> {
            var text = new Text(Emoji.showable(run.text()));
            text.getStyleClass().add(run.changed() ? changed : "same-words");
            return (Node) text;
        }).toList();
    }
}
