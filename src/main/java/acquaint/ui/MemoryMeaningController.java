package acquaint.ui;

import acquaint.casework.MemoryMeaning;
import acquaint.memory.local.EmbeddingsCheck;
import acquaint.memory.local.EmbeddingsProblem;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** What the memory of this computer finds by, beside words: the built-in model, a server that can be tested, or nothing. */
public final class MemoryMeaningController {

    /** What the form is doing. */
    public enum State { READY, TESTING, SAVING }

    private final MemoryMeaning meaning;
    private final Background background;
    private final Background.Slot testing;
    private final Background.Slot looking;
    private final Dialogs dialogs;
    private final Texts texts;
    private final SaveTrouble trouble;
    private final ScreenState<State> state = new ScreenState<>(State.READY);
    private final ReadOnlyBooleanWrapper testable = new ReadOnlyBooleanWrapper(this, "testable");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");

    @FXML private ToggleGroup finder;
    @FXML private Label environment;
    @FXML private VBox choices;
    @FXML private VBox server;
    @FXML private RadioButton builtIn;
    @FXML private RadioButton byServer;
    @FXML private RadioButton wordsAlone;
    @FXML private TextField serverAddress;
    @FXML private Label addressProblem;
    @FXML private TextField serverModel;
    @FXML private PasswordField serverKey;
    @FXML private Label keyPlace;
    @FXML private Label elsewhere;
    @FXML private TestResult tested;
    @FXML private Label status;

    private KeyEntry keyEntry;
    private boolean works;

    public MemoryMeaningController(MemoryMeaning meaning, Background background, Dialogs dialogs, Texts texts) {
        this.meaning = meaning;
        this.background = background;
        this.testing = background.slot();
        this.looking = background.slot();
        this.dialogs = dialogs;
        this.texts = texts;
        this.trouble = new SaveTrouble(background, texts);
    }

    @FXML
    private void initialize() {
        keyEntry = new KeyEntry(serverKey, keyPlace, texts);
        serverAddress.setText(MeaningChoice.Server.USUAL_URL.toString());
        show(meaning.current());
        if (meaning.isByEnvironment()) {
            environment.setText(texts.get("memory-meaning.by-environment"));
            choices.setDisable(true);
        } else {
            meaning.badEnvironment().ifPresent(problem -> environment.setText(texts.get("memory-meaning.bad-environment", texts.of(problem))));
        }
        finder.selectedToggleProperty().addListener(_ -> entered());
        serverAddress.textProperty().addListener(_ -> entered());
        serverModel.textProperty().addListener(_ -> entered());
        serverKey.textProperty().addListener(_ -> entered());
        entered();
        testing.run(meaning::problem).then(found -> found.ifPresent(this::showProblem));
    }

    private void show(MeaningChoice choice) {
        switch (choice) {
            case MeaningChoice.BuiltIn _ -> builtIn.setSelected(true);
            case MeaningChoice.WordsAlone _ -> wordsAlone.setSelected(true);
            case MeaningChoice.Server used -> {
                byServer.setSelected(true);
                serverAddress.setText(used.url().toString());
                serverModel.setText(used.model());
            }
        }
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Whether there is a server to test. */
    public ReadOnlyBooleanProperty testableProperty() {
        return testable.getReadOnlyProperty();
    }

    public boolean isTestable() {
        return testable.get();
    }

    /** Whether what is entered can be used, and is not in use. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    public boolean isChanged() {
        return changed.get();
    }

    /** Gives up what is under way: the form is gone. */
    void leave() {
        testing.cancel();
        looking.cancel();
    }

    private Optional<MeaningChoice> choice() {
        return builtIn.isSelected() ? Optional.of(new MeaningChoice.BuiltIn())
                : wordsAlone.isSelected() ? Optional.of(new MeaningChoice.WordsAlone()) : enteredServer().map(entered -> entered);
    }

    private Optional<MeaningChoice.Server> enteredServer() {
        String name = serverModel.getText().strip();
        return MemoryChoice.problem(serverAddress.getText()).isPresent() || name.isEmpty() ? Optional.empty()
                : Optional.of(new MeaningChoice.Server(URI.create(serverAddress.getText().strip().replaceFirst("/+$", "")), name));
    }

    /** Something else is entered: what was found out does not hold any more. */
    private void entered() {
        forgetTest();
        Optional<MemoryChoice.BadUrl> problem = MemoryChoice.problem(serverAddress.getText());
        addressProblem.setText(serverAddress.getText().isBlank() ? "" : problem.map(bad -> switch (bad) {
            case NOT_AN_ADDRESS -> texts.get("memory-meaning.address.bad", MeaningChoice.Server.USUAL_URL.toString());
            case NOT_HTTPS -> texts.of(bad);
        }).orElse(""));
        Optional<MeaningChoice.Server> server = enteredServer();
        testable.set(server.isPresent());
        changed.set(choice().filter(next -> !next.equals(meaning.current()) || next instanceof MeaningChoice.Server && keyEntry.entered().isPresent()).isPresent());
        elsewhere.setText(problem.isPresent() ? "" : leaving(URI.create(serverAddress.getText().strip())));
        if (byServer.isSelected() && problem.isEmpty()) {
            URI at = URI.create(serverAddress.getText().strip().replaceFirst("/+$", ""));
            looking.run(() -> new KeyEntry.Kept(meaning.keyPlace(), meaning.hasKey(at))).then(keyEntry::show).onFailure(this::failed);
        }
    }

    private String leaving(URI at) {
        return MemoryChoice.isLoopback(at.getHost()) ? "" : texts.get("memory-meaning.elsewhere", at.getHost());
    }

    private void forgetTest() {
        testing.cancel();
        if (state.get() == State.TESTING) {
            state.set(State.READY);
        }
        works = false;
        tested.clear();
        status.setText("");
    }

    @FXML
    private void test() {
        forgetTest();
        Optional<String> given = keyEntry.entered();
        enteredServer().ifPresent(asked -> {
            state.set(State.TESTING);
            testing.run(() -> meaning.test(asked, given)).then(this::showTest).onFailure(this::failed);
        });
    }

    @FXML
    private void cancelTest() {
        forgetTest();
    }

    private void showTest(EmbeddingsCheck check) {
        state.set(State.READY);
        works = check.problem().isEmpty();
        tested.show(works && !check.isSlow(),
                check.problem().map(texts::of).orElseGet(() -> texts.get("memory-meaning.works", check.dimensions(), check.took().toMillis())),
                check.isSlow() ? texts.get("memory-meaning.slow") : "");
    }

    /** The server in use is in trouble; nobody asked for a test. */
    private void showProblem(EmbeddingsProblem problem) {
        tested.show(false, texts.of(problem), texts.get("memory-meaning.in-trouble"));
    }

    @FXML
    private void apply() {
        MeaningChoice next = choice().orElseThrow();
        if (next instanceof MeaningChoice.Server && !works
                && !dialogs.confirm("memory-settings.untested.title", "memory-meaning.untested.question", "memory-settings.untested.do")) {
            return;
        }
        Optional<String> given = keyEntry.entered();
        state.set(State.SAVING);
        background.run(() -> {
            meaning.use(next, given);
            return null;
        }).then(_ -> applied(next)).onFailure(this::failed);
    }

    private void applied(MeaningChoice now) {
        state.set(State.READY);
        serverKey.clear();
        changed.set(false);
        status.setText(texts.get(now instanceof MeaningChoice.WordsAlone ? "memory-meaning.applied.words" : "memory-meaning.applied"));
    }

    private void failed(Throwable problem) {
        state.set(State.READY);
        trouble.tell(problem, status);
    }
}
