package acquaint.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The band above a conversation that tells in short what it is about, or what is new in it. */
public final class DigestController {

    private final TicketDigest digest;
    private final Background background;
    private final Texts texts;
    private final DigestWords words;

    @FXML private VBox root;
    @FXML private VBox points;
    @FXML private Label title;
    @FXML private Label by;
    @FXML private Label sofar;
    @FXML private Label problem;
    @FXML private Label nothing;

    public DigestController(TicketDigest digest, Background background, Texts texts, TimeWords times) {
        this.digest = digest;
        this.background = background;
        this.texts = texts;
        this.words = new DigestWords(texts, times);
    }

    @FXML
    private void initialize() {
        by.visibleProperty().bind(digest.state().is(TicketDigest.State.READY));
        by.managedProperty().bind(by.visibleProperty());
        digest.writing().onText(this::begin, piece -> sofar.setText((digest.writing().begunProperty().get() ? sofar.getText() : "") + piece));
        digest.state().nameProperty().addListener(_ -> show());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                digest.close();
                event.consume();
            }
        });
    }

    public ScreenState<TicketDigest.State> getState() {
        return digest.state();
    }

    private void begin() {
        boolean summary = digest.kind() == TicketDigest.Kind.SUMMARY;
        title.setText(texts.get(summary ? "digest.summary" : "digest.catch-up"));
        nothing.setText(texts.get(summary ? "digest.nothing" : "digest.nothing-new"));
        sofar.setText(texts.get("digest.writing"));
    }

    private void show() {
        switch (digest.state().get()) {
            case READY -> {
                by.setText(words.by(digest.digestProperty().get()));
                points.getChildren().setAll(digest.digestProperty().get().points().stream().map(words::line).toList());
            }
            case FAILED -> problem.setText(words.trouble(digest.problemProperty().get()).orElseGet(() -> {
                background.report(digest.problemProperty().get());
                return texts.get("digest.failed");
            }));
            case OFF, WRITING, EMPTY -> points.getChildren().clear();
        }
    }

    @FXML
    private void again() {
        digest.again();
    }

    @FXML
    private void close() {
        digest.close();
    }
}
