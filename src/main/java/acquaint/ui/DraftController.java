package acquaint.ui;

import acquaint.reply.DraftReply;
import acquaint.reply.ModelException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The layer above the composer that shows a proposed reply, what each sentence rests on, and how its writing stands. */
public final class DraftController {

    private static final KeyCombination UNDO = KeyCombination.keyCombination("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.keyCombination("Shortcut+Shift+Z");

    private final DraftProposal proposal;
    private final EvidenceOpening opening;
    private final Keys keys;
    private final Texts texts;
    private final EvidenceWords evidenceWords;
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper(this, "editing");
    private final ReadOnlyBooleanWrapper plain = new ReadOnlyBooleanWrapper(this, "plain", true);
    private final ReadOnlyBooleanWrapper streamed = new ReadOnlyBooleanWrapper(this, "streamed");
    private final ReadOnlyBooleanWrapper drafted = new ReadOnlyBooleanWrapper(this, "drafted");

    @FXML private VBox root;
    @FXML private StreamedText stream;
    @FXML private Label progressWords;
    @FXML private Label troubleWords;
    @FXML private Button troubleSettings;
    @FXML private CopyButton copyLost;
    @FXML private Label partial;
    @FXML private DraftSentences sentences;
    @FXML private TextArea editor;
    @FXML private FlowPane sources;
    @FXML private DraftHeadController headController;
    @FXML private DraftActionsController actionsController;
    @FXML private DraftCompareController compareController;

    public DraftController(DraftProposal proposal, EvidenceOpening opening, Keys keys, Texts texts, TimeWords times) {
        this.proposal = proposal;
        this.opening = opening;
        this.keys = keys;
        this.texts = texts;
        this.evidenceWords = new EvidenceWords(texts, times);
    }

    @FXML
    private void initialize() {
        sentences.begin(texts, evidenceWords, new EvidencePopover(evidenceWords, texts, opening::open), sentence -> {
            proposal.accept(sentence);
            sentences.showTaken(proposal.versions()::isTaken);
        });
        drafted.bind(Bindings.createBooleanBinding(() -> proposal.versionProperty().get() != null
                && (proposal.state().get() == DraftProposal.State.READY || proposal.state().get() == DraftProposal.State.FAILED),
                proposal.state().nameProperty(), proposal.versionProperty()));
        streamed.bind(proposal.modelProperty().isNotNull());
        plain.bind(editing.not().and(compareController.shownProperty().not()));
        headController.showWhile(drafted);
        proposal.writing().onText(stream::clear, stream::append);
        proposal.onLeaving(this::endEditing);
        proposal.versionProperty().addListener((_, _, version) -> show(version));
        proposal.troubleProperty().addListener((_, _, problem) -> show(problem));
        proposal.state().nameProperty().addListener(_ -> copyLost.offer(proposal.lost()));
        copyLost.visibleProperty().bind(Bindings.createBooleanBinding(() -> !proposal.lost().isEmpty(), proposal.state().nameProperty()));
        progressWords.textProperty().bind(Bindings.createStringBinding(this::progress,
                proposal.modelProperty(), proposal.writing().begunProperty(), proposal.state().nameProperty()));
        actionsController.onEdit(this::edit);
        actionsController.onCompare(compareController::setShown);
        actionsController.onRead(compareController::read);
        keys.on(Shortcut.TO_DRAFT, this::goThere);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.sceneProperty().addListener((_, _, scene) -> Optional.ofNullable(scene)
                .ifPresent(_ -> scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedAnywhere)));
    }

    public ScreenState<DraftProposal.State> getState() {
        return proposal.state();
    }

    /** Whether there is a draft to read and to act upon. */
    public ReadOnlyBooleanProperty draftedProperty() {
        return drafted.getReadOnlyProperty();
    }

    public boolean isDrafted() {
        return drafted.get();
    }

    /** Whether the draft is being changed in its place. */
    public ReadOnlyBooleanProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    public boolean isEditing() {
        return editing.get();
    }

    /** Whether the draft's sentences are shown with their marks. */
    public ReadOnlyBooleanProperty plainProperty() {
        return plain.getReadOnlyProperty();
    }

    public boolean isPlain() {
        return plain.get();
    }

    /** Whether a model writes drafts; without one they are there at once. */
    public ReadOnlyBooleanProperty streamedProperty() {
        return streamed.getReadOnlyProperty();
    }

    public boolean isStreamed() {
        return streamed.get();
    }

    @FXML
    private void stop() {
        proposal.stop();
    }

    @FXML
    private void discard() {
        proposal.discard();
    }

    @FXML
    private void again() {
        proposal.again();
    }

    @FXML
    private void compose() {
        proposal.compose();
    }

    @FXML
    private void openSettings() {
        keys.run(Shortcut.MODEL_SETTINGS);
    }

    @FXML
    private void endEditing() {
        if (editing.get()) {
            editing.set(false);
            proposal.edit(editor.getText());
            sentences.requestFocus();
        }
    }

    private void edit() {
        editor.setText(proposal.versionProperty().get().text());
        compareController.setShown(false);
        editing.set(true);
        editor.requestFocus();
        editor.positionCaret(0);
    }

    /** By the key: to the sentences, or back to the reply. */
    private void goThere() {
        if (drafted.get() && !sentences.isFocused()) {
            sentences.focusFirst();
        } else {
            keys.run(Shortcut.REPLY);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (editing.get()) {
                endEditing();
            } else if (proposal.state().get() == DraftProposal.State.WRITING) {
                proposal.stop();
            } else {
                proposal.discard();
            }
            event.consume();
        } else if (!editing.get() && UNDO.match(event)) {
            proposal.undo();
            event.consume();
        } else if (!editing.get() && REDO.match(event)) {
            proposal.redo();
            event.consume();
        }
    }

    /** The focus stays where it was when a draft was asked for, and so does the hand that wants it stopped; lists keep Esc to themselves. */
    private void pressedAnywhere(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !keys.isCovered() && proposal.state().get() == DraftProposal.State.WRITING) {
            proposal.stop();
            event.consume();
        }
    }

    private String progress() {
        var model = proposal.modelProperty().get();
        if (model == null) {
            return texts.get("draft.writing");
        }
        return proposal.writing().begunProperty().get()
                ? texts.get("draft.writing.model", model.model()) : texts.get("draft.waiting.model", model.model());
    }

    private void show(DraftVersion version) {
        editing.set(false);
        if (version == null) {
            return;
        }
        DraftReply reply = version.reply();
        var rests = new DraftSources(reply);
        sentences.show(version, rests.numbers(), proposal.versions()::isTaken);
        sources.getChildren().setAll(rests.nodes(evidenceWords, texts, opening::open));
        partial.setVisible(reply.writing().filter(writing -> !writing.whole()).isPresent());
    }

    private void show(Throwable problem) {
        troubleSettings.setVisible(false);
        if (problem instanceof ModelException model) {
            var words = new ModelTrouble(model, texts);
            troubleWords.setText(words.words());
            troubleSettings.setVisible(words.isMendedInSettings());
        } else {
            troubleWords.setText(texts.get("draft.failed"));
        }
    }
}
