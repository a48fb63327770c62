package acquaint.ui;

import acquaint.casework.Digests;
import acquaint.reply.Digest;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Answers a question in plain words from what is remembered of the open ticket's customer. */
public final class AskMemoryController {

    private final Digests digests;
    private final Workspace workspace;
    private final Background background;
    private final Texts texts;
    private final DigestWords words;
    private final Writing<Digest> writing;
    private final ScreenState<TicketDigest.State> state = new ScreenState<>(TicketDigest.State.OFF);

    @FXML private TextField question;
    @FXML private Label sofar;
    @FXML private Label asked;
    @FXML private Label problem;
    @FXML private VBox points;

    public AskMemoryController(Digests digests, Workspace workspace, Background background, Keys keys, Texts texts, TimeWords times) {
        this.digests = digests;
        this.workspace = workspace;
        this.background = background;
        this.texts = texts;
        this.words = new DigestWords(texts, times);
        this.writing = new Writing<>(background);
        keys.on(Shortcut.ASK_MEMORY, () -> question.requestFocus());
    }

    @FXML
    private void initialize() {
        writing.onText(() -> sofar.setText(texts.get("ask-memory.asking")), piece -> sofar.setText((writing.begunProperty().get() ? sofar.getText() : "") + piece));
        workspace.selectedProperty().addListener((_, _, _) -> {
            question.clear();
            putAway();
        });
        question.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && state.get() != TicketDigest.State.OFF) {
                putAway();
                event.consume();
            }
        });
    }

    public ScreenState<TicketDigest.State> getState() {
        return state;
    }

    @FXML
    private void ask() {
        String words = question.getText().strip();
        if (words.isEmpty()) {
            return;
        }
        workspace.open().ifPresent(open -> {
            asked.setText(words);
            state.set(TicketDigest.State.WRITING);
            writing.start(progress -> digests.ask(open.id(), words, progress), this::show, this::fail);
        });
    }

    private void show(Digest answer) {
        points.getChildren().setAll(answer.points().stream().map(words::line).toList());
        problem.setText(texts.get("ask-memory.nothing"));
        state.set(answer.isEmpty() ? TicketDigest.State.EMPTY : TicketDigest.State.READY);
    }

    private void fail(Throwable failure) {
        problem.setText(words.trouble(failure).orElseGet(() -> {
            background.report(failure);
            return texts.get("digest.failed");
        }));
        state.set(TicketDigest.State.FAILED);
    }

    @FXML
    private void putAway() {
        writing.cancel();
        points.getChildren().clear();
        state.set(TicketDigest.State.OFF);
    }
}
