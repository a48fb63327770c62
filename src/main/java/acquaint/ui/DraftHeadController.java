package acquaint.ui;

import acquaint.casework.Recalled;
import acquaint.reply.DraftReply;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The line above a draft: who wrote it and from what, what was left out, what the model saw, and the way through its versions. */
public final class DraftHeadController {

    private final DraftProposal proposal;
    private final ModelSaw modelSaw;
    private final Texts texts;

    @FXML private HBox head;
    @FXML private Label author;
    @FXML private Label basis;
    @FXML private Label leftOut;
    @FXML private Button saw;
    @FXML private Button undoDraft;
    @FXML private Button redoDraft;

    public DraftHeadController(DraftProposal proposal, ModelSaw modelSaw, Texts texts) {
        this.proposal = proposal;
        this.modelSaw = modelSaw;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        proposal.versionProperty().addListener((_, _, version) -> {
            if (version != null) {
                show(version);
            }
        });
    }

    /** Says when there is a draft to tell of. */
    void showWhile(ObservableBooleanValue drafted) {
        head.visibleProperty().bind(drafted);
    }

    @FXML
    private void showWhatTheModelSaw() {
        proposal.versionProperty().get().reply().writing().ifPresent(writing -> modelSaw.open(writing.ledgerEntry()));
    }

    @FXML
    private void undo() {
        proposal.undo();
    }

    @FXML
    private void redo() {
        proposal.redo();
    }

    private void show(DraftVersion version) {
        DraftReply reply = version.reply();
        undoDraft.setDisable(!proposal.versions().canUndo());
        redoDraft.setDisable(!proposal.versions().canRedo());
        author.setText(reply.writing().map(writing -> writing.by().model()).orElseGet(() -> texts.get("draft.without-model")));
        basis.setText(basisOf(version));
        saw.setVisible(reply.writing().isPresent());
        showLeftOut(reply.writing().map(DraftReply.Writing::leftOut).orElse(DraftReply.LeftOut.NOTHING));
    }

    private String basisOf(DraftVersion version) {
        if (version.recalled() instanceof Recalled.Away) {
            return texts.get("draft.memory-away");
        }
        return texts.get(version.reply().restsOnMemory() ? "draft.from-memory" : "draft.no-memory");
    }

    private void showLeftOut(DraftReply.LeftOut left) {
        leftOut.setVisible(left.total() > 0);
        leftOut.setText(texts.get("draft.left-out", left.total()));
        leftOut.setTooltip(new Tooltip(texts.get("draft.left-out.which",
                left.messages(), left.profile(), left.episodes(), left.passages(), left.sensitive())));
    }
}
