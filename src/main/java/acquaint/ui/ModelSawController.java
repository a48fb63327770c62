package acquaint.ui;

import acquaint.privacy.Ledger;
import acquaint.privacy.LedgerCheck;
import acquaint.privacy.LedgerEntry;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.control.SegmentedButton;

/** What one call to a language model held, as the ledger has it: to whom, when, how much, what stands for what was masked, and every word of it. */
public final class ModelSawController {

    /** Where reading the ledger stands. */
    public enum State {
        LOADING, READY,
        /** The ledger has no such entry. */
        GONE,
        FAILED
    }

    private record Read(Optional<LedgerEntry> entry, LedgerCheck check) {}

    private final Ledger ledger;
    private final Background background;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
    private final ReadOnlyBooleanWrapper raw = new ReadOnlyBooleanWrapper(this, "raw");

    @FXML private Label recipient;
    @FXML private Label time;
    @FXML private Label tokens;
    @FXML private FlowPane placeholders;
    @FXML private Label chain;
    @FXML private SegmentedButton views;
    @FXML private ToggleButton readable;
    @FXML private ToggleButton asSent;
    @FXML private VBox parts;
    @FXML private TextArea body;
    @FXML private CopyButton copy;
    @FXML private Button export;

    private LedgerEntry shown;

    public ModelSawController(Ledger ledger, Background background, Texts texts, TimeWords times) {
        this.ledger = ledger;
        this.background = background;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        readable.setSelected(true);
        views.getButtons().forEach(button -> button.setOnAction(_ -> {
            raw.set(button == asSent);
            (raw.get() ? asSent : readable).setSelected(true);
        }));
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Whether the request is shown byte for byte. */
    public ReadOnlyBooleanProperty rawProperty() {
        return raw.getReadOnlyProperty();
    }

    public boolean isRaw() {
        return raw.get();
    }

    void show(long number) {
        background.run(() -> new Read(ledger.entry(number), ledger.verify())).then(read -> {
            read.entry().ifPresent(this::show);
            state.set(read.entry().isPresent() ? State.READY : State.GONE);
            showChain(read.check());
        }).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    @FXML
    private void export() {
        var chooser = new FileChooser();
        chooser.setInitialFileName("model-saw-" + shown.number() + ".json");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("JSON", "*.json"));
        File file = chooser.showSaveDialog(export.getScene().getWindow());
        if (file != null) {
            LedgerEntry entry = shown;
            background.run(() -> Files.writeString(file.toPath(), LedgerJson.of(entry)));
        }
    }

    private void show(LedgerEntry entry) {
        shown = entry;
        var to = entry.sending().to();
        recipient.setText(texts.get("model-saw.to.what", to.model(), to.provider(), to.url().toString()));
        time.setText(times.full(entry.sentAt()));
        tokens.setText(entry.ending().filter(end -> end.promptTokens().isPresent())
                .map(end -> texts.get("model-saw.tokens.counted", end.promptTokens().getAsInt(), end.answerTokens().orElse(0)))
                .orElseGet(() -> texts.get("model-saw.tokens.estimated", entry.sending().tokens())));
        List<String> masked = entry.sending().placeholders();
        placeholders.getChildren().setAll(masked.isEmpty() ? List.of(new Label(texts.get("model-saw.placeholders.none")))
                : masked.stream().map(ModelSawController::placeholder).toList());
        parts.getChildren().setAll(RequestBody.of(entry.sending().body()).parts().stream().map(this::part).toList());
        body.setText(entry.sending().body());
        copy.offer(LedgerJson.of(entry));
    }

    private void showChain(LedgerCheck check) {
        chain.setText(check.flaw().map(flaw -> texts.get("model-saw.chain.broken", flaw.number()))
                .orElseGet(() -> texts.get("model-saw.chain.whole", check.lines())));
        chain.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("broken"), !check.whole());
    }

    private static Node placeholder(String name) {
        var label = new Label(name);
        label.getStyleClass().add("tag");
        return label;
    }

    private Node part(RequestBody.Part part) {
        var title = new Label(texts.get(part.instruction() ? "model-saw.instructions" : "model-saw.material"));
        title.getStyleClass().add("memory-heading");
        var words = new WrappedLabel("model-saw-words");
        words.setMaxWidth(Double.MAX_VALUE);
        words.show(part.text());
        return new VBox(4, title, words);
    }
}
