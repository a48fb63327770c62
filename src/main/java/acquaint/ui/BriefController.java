package acquaint.ui;

import acquaint.brief.Brief;
import acquaint.casework.HandoffView;
import acquaint.casework.Handoffs.Escalated;
import acquaint.casework.Replies.SendOutcome;
import acquaint.model.HandoffStep;
import acquaint.reply.Evidence;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The sheet on which a brief is read, edited and handed over. */
public final class BriefController {

    private static final KeyCombination UNDO = KeyCombination.keyCombination("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.keyCombination("Shortcut+Shift+Z");

    private final BriefWriting writing;
    private final EvidenceOpening opening;
    private final BriefExport export;
    private final Recipients recipients;
    private final Sheets sheets;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Background background;
    private final Keys keys;
    private final Texts texts;
    private final BriefWords words;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");

    @FXML private StackPane root;
    @FXML private Label hint;
    @FXML private Label title;
    @FXML private Label by;
    @FXML private HBox modelLine;
    @FXML private HBox newsLine;
    @FXML private HBox returnedLine;
    @FXML private Label returnedWords;
    @FXML private HBox leftLine;
    @FXML private Label leftWords;
    @FXML private HBox troubleLine;
    @FXML private Label troubleWords;
    @FXML private Label failedWords;
    @FXML private MenuButton exportMenu;
    @FXML private BriefSections sections;
    @FXML private Button handOver;
    @FXML private BriefSideController sideController;

    public BriefController(BriefWriting writing, EvidenceOpening opening, BriefExport export, Recipients recipients, Sheets sheets, Dialogs dialogs, Notices notices,
            Background background, Keys keys, Texts texts, TimeWords times) {
        this.writing = writing;
        this.opening = opening;
        this.export = export;
        this.recipients = recipients;
        this.sheets = sheets;
        this.dialogs = dialogs;
        this.notices = notices;
        this.background = background;
        this.keys = keys;
        this.texts = texts;
        this.words = new BriefWords(texts, new EvidenceWords(texts, times));
    }

    @FXML
    private void initialize() {
        hint.setText(texts.get("brief.hint", UNDO.getDisplayText()));
        open.bind(sheets.state().is(Sheets.Sheet.BRIEF));
        sections.begin(writing.editing(), words, texts, this::open, this::changed);
        sideController.onGo(sections::point);
        writing.form().onChange(this::enable);
        modelLine.visibleProperty().bind(writing.modelAtWorkProperty());
        newsLine.visibleProperty().bind(writing.newsProperty());
        writing.leftAloneProperty().addListener((_, _, parts) -> {
            leftLine.setVisible(!parts.isEmpty());
            leftWords.setText(texts.get("brief.left-alone", parts.stream().sorted().map(words::title).collect(Collectors.joining(", "))));
        });
        writing.returnedProperty().addListener((_, _, before) -> show(before));
        writing.troubleProperty().addListener((_, _, problem) -> show(problem));
        writing.state().nameProperty().addListener(_ -> follow());
        writing.onShow(this::show);
        writing.onFinish(sections::finish);
        writing.onEnd(already -> notices.say("brief.already", recipients.words(already.handoff().to()), texts.of(already.handoff().state())), this::handedOver);
        exportMenu.getItems().setAll(export.items(() -> writing.editing().brief()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        keys.on(Shortcut.ESCALATE, writing::open);
        keys.onSheet(Shortcut.ESCALATE, () -> whenInSight(this::cancel));
        keys.onSheet(Shortcut.SEND, () -> whenInSight(this::handOver));
    }

    public ScreenState<BriefWriting.State> getState() {
        return writing.state();
    }

    /** Whether the sheet is there. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return open.get();
    }

    /** Another place of the window may lie over the sheet. */
    private void whenInSight(Runnable action) {
        if (open.get() && root.getScene() != null) {
            action.run();
        }
    }

    private void show() {
        title.setText(texts.get("brief.title", writing.ticket().map(Object::toString).orElse("")));
        sheets.open(Sheets.Sheet.BRIEF, root);
        background.onFxThread(this::begin);
    }

    private void follow() {
        switch (writing.state().get()) {
            case OFF -> sheets.close(Sheets.Sheet.BRIEF);
            case READY -> {
                show(writing.editing().brief());
                // The sheet's parts hear of it, too, and are there to be focused only then.
                background.onFxThread(this::begin);
            }
            case LOADING, HANDING_OVER, FAILED -> { }
        }
        enable();
    }

    private void begin() {
        if (open.get() && root.getScene() != null && !isWithin(root.getScene().getFocusOwner())) {
            sections.focusFirst();
        }
    }

    private boolean isWithin(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == root) {
                return true;
            }
        }
        return false;
    }

    /** The lines have changed, by the agent's hand or another. */
    private void changed() {
        writing.edited();
        show(writing.editing().brief());
        enable();
    }

    private void show(Brief brief) {
        by.setText(brief.writing().map(model -> model.by().model()).orElseGet(() -> texts.get("brief.by.nobody")));
        sideController.showGate();
    }

    private void enable() {
        handOver.setDisable(!writing.isComplete());
        handOver.setText(writing.form().to().get() == null ? texts.get("brief.hand-over") : texts.get("brief.hand-over.to", recipients.words(writing.form().to().get())));
    }

    private void show(HandoffView before) {
        returnedLine.setVisible(before != null);
        if (before != null) {
            before.steps().reversed().stream().filter(step -> step.kind() == HandoffStep.Kind.RETURNED).findFirst()
                    .ifPresent(step -> returnedWords.setText(texts.get("brief.returned", step.who(), step.words())));
        }
    }

    private void show(Throwable problem) {
        troubleLine.setVisible(problem != null);
        if (problem != null) {
            String told = new BriefTrouble(texts).words(problem).orElseGet(() -> {
                background.report(problem);
                return texts.get("brief.trouble");
            });
            troubleWords.setText(told);
            failedWords.setText(told);
        }
    }

    /** The brief makes room for what a line rests on. */
    private void open(Evidence evidence) {
        aside();
        opening.open(evidence);
    }

    @FXML
    private void aside() {
        sections.finish();
        writing.looked();
        sheets.close(Sheets.Sheet.BRIEF);
    }

    @FXML
    private void stopModel() {
        writing.stopModel();
    }

    @FXML
    private void again() {
        if (writing.state().get() == BriefWriting.State.FAILED || dialogs.confirm("brief.anew.title", "brief.anew.question", "brief.anew.do")) {
            writing.anew();
        }
    }

    @FXML
    private void handOver() {
        sections.finish();
        writing.handOver();
    }

    /** What was changed is kept as a draft of the ticket. */
    @FXML
    private void cancel() {
        sections.finish();
        writing.putAway();
    }

    private void handedOver(Escalated done) {
        notices.say("brief.handed-over", recipients.words(done.handoff().to()));
        if (done.told().filter(SendOutcome.HeldForReview.class::isInstance).isPresent()) {
            notices.say("brief.told.held");
        }
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
        } else if (!typing && UNDO.match(event)) {
            writing.editing().undo();
        } else if (!typing && REDO.match(event)) {
            writing.editing().redo();
        } else {
            return;
        }
        event.consume();
    }
}
