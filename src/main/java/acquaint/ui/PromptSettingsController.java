package acquaint.ui;

import acquaint.casework.DraftReplies;
import acquaint.casework.ReplyPrompt;
import acquaint.reply.ModelException;
import acquaint.reply.PromptTemplate;
import acquaint.reply.PromptWriter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.util.Duration;

/** Lets a team read and change what a language model is told for a draft, and shows what that makes of the open ticket. */
public final class PromptSettingsController {

    /** Whether the preview is being made. */
    public enum State { READY, WRITING }

    /** Looked at when nobody has typed for so long. */
    private static final Duration PAUSE = Duration.millis(400);
    /** What a model of usual size is given. */
    private static final int CONTEXT = 16_000;

    private final ReplyPrompt prompt;
    private final DraftReplies drafts;
    private final Workspace workspace;
    private final Background background;
    private final Background.Slot previewing;
    private final Texts texts;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final ScreenState<State> state = new ScreenState<>(State.READY);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private final ReadOnlyBooleanWrapper own = new ReadOnlyBooleanWrapper(this, "own");

    @FXML private Label passedOver;
    @FXML private TextArea template;
    @FXML private Label problems;
    @FXML private Label promptStatus;
    @FXML private Label size;
    @FXML private Label noPreview;
    @FXML private TextArea preview;

    public PromptSettingsController(ReplyPrompt prompt, DraftReplies drafts, Workspace workspace, Background background, Texts texts) {
        this.prompt = prompt;
        this.drafts = drafts;
        this.workspace = workspace;
        this.background = background;
        this.previewing = background.slot();
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        if (!prompt.passedOver().isEmpty()) {
            passedOver.setText(texts.get("prompt-settings.passed-over", words(prompt.passedOver())));
        }
        template.setText(prompt.current().text());
        template.textProperty().addListener(_ -> entered());
        pause.setOnFinished(_ -> preview());
        entered();
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Whether what is entered can be saved, and is not in use. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    public boolean isChanged() {
        return changed.get();
    }

    /** Whether it is other than the program's own. */
    public ReadOnlyBooleanProperty ownProperty() {
        return own.getReadOnlyProperty();
    }

    public boolean isOwn() {
        return own.get();
    }

    /** Gives up what is under way: the form is gone. */
    void leave() {
        pause.stop();
        previewing.cancel();
    }

    private PromptTemplate entry() {
        return new PromptTemplate(template.getText());
    }

    private void entered() {
        PromptTemplate entered = entry();
        problems.setText(words(entered.problems()));
        promptStatus.setText("");
        changed.set(entered.problems().isEmpty() && !entered.equals(prompt.current()));
        own.set(!entered.equals(prompt.original()));
        pause.playFromStart();
    }

    private String words(List<PromptTemplate.Problem> found) {
        return found.stream().map(problem -> switch (problem.kind()) {
            case NO_MATERIAL -> texts.get("prompt-settings.no-material", problem.what());
            case UNKNOWN_VARIABLE -> texts.get("prompt-settings.unknown", problem.what());
            case MISSING_VARIABLE -> texts.get("prompt-settings.missing", problem.what());
            case MATERIAL_IN_INSTRUCTIONS -> texts.get("prompt-settings.misplaced", problem.what());
        }).collect(Collectors.joining("\n"));
    }

    private void preview() {
        PromptTemplate entered = entry();
        if (workspace.open().isEmpty()) {
            noPreview.setText(texts.get("prompt-settings.no-ticket"));
        } else if (!entered.problems().isEmpty()) {
            noPreview.setText(texts.get("prompt-settings.no-preview"));
        } else {
            noPreview.setText("");
            state.set(State.WRITING);
            var ticket = workspace.open().get().id();
            previewing.run(() -> drafts.preview(ticket, entered, CONTEXT)).then(this::show).onFailure(this::failed);
        }
    }

    private void show(PromptWriter.Written written) {
        state.set(State.READY);
        size.setText(texts.get("prompt-settings.size", written.tokens(), written.leftOut().total()));
        preview.setText(written.prompt().instructions().text() + "\n\n" + "\u2500".repeat(20) + "\n\n" + written.prompt().material().text());
    }

    private void failed(Throwable problem) {
        state.set(State.READY);
        if (problem instanceof ModelException e) {
            noPreview.setText(new ModelTrouble(e, texts).words());
        } else {
            background.report(problem);
        }
    }

    @FXML
    private void save() {
        PromptTemplate next = entry();
        background.run(() -> {
            prompt.use(next);
            return null;
        }).then(_ -> {
            entered();
            passedOver.setText("");
            promptStatus.setText(texts.get("prompt-settings.saved"));
        }).onFailure(problem -> new SaveTrouble(background, texts).tell(problem, promptStatus));
    }

    /** Shown, and used when it is saved; undo in the text brings back what stood there. */
    @FXML
    private void original() {
        template.replaceText(0, template.getLength(), prompt.original().text());
    }
}
