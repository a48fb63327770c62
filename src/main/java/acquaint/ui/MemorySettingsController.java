package acquaint.ui;

import acquaint.casework.MemoryEngines;
import acquaint.memory.everos.ConnectionTest;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryChoice.Version;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Where the desk remembers its customers: on this computer, or at a service, whose connection can be tested before it is used. */
public final class MemorySettingsController {

    /** What the form is doing. */
    public enum State { READY, TESTING, SAVING }

    private final MemoryEngines engines;
    private final Background background;
    private final Background.Slot testing;
    private final Background.Slot looking;
    private final Dialogs dialogs;
    private final Texts texts;
    private final SaveTrouble trouble;
    private final ScreenState<State> state = new ScreenState<>(State.READY);
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(this, "usable", true);

    @FXML private ToggleGroup engine;
    @FXML private ToggleGroup version;
    @FXML private Label environment;
    @FXML private VBox choices;
    @FXML private VBox service;
    @FXML private RadioButton local;
    @FXML private RadioButton cloud;
    @FXML private RadioButton own;
    @FXML private ToggleButton first;
    @FXML private ToggleButton second;
    @FXML private TextField address;
    @FXML private Label addressProblem;
    @FXML private Label keyLabel;
    @FXML private PasswordField key;
    @FXML private CheckBox anotherAccount;
    @FXML private Label keyPlace;
    @FXML private TestResult tested;
    @FXML private Button takeOther;
    @FXML private Label status;
    @FXML private VBox meaning;
    @FXML private MemoryMeaningController meaningController;
    @FXML private VBox sharing;
    @FXML private MemorySharingController sharingController;

    private KeyEntry keyEntry;
    private Consumer<MemoryChoice> copying = _ -> {};
    private Runnable done = () -> {};
    private Optional<Version> other = Optional.empty();
    private boolean keyKept;
    private boolean connected;

    public MemorySettingsController(MemoryEngines engines, Background background, Dialogs dialogs, Texts texts) {
        this.engines = engines;
        this.background = background;
        this.testing = background.slot();
        this.looking = background.slot();
        this.dialogs = dialogs;
        this.texts = texts;
        this.trouble = new SaveTrouble(background, texts);
    }

    @FXML
    private void initialize() {
        keyEntry = new KeyEntry(key, keyPlace, texts);
        meaning.visibleProperty().bind(local.selectedProperty());
        meaning.managedProperty().bind(meaning.visibleProperty());
        sharing.visibleProperty().bind(local.selectedProperty().and(sharingController.possibleProperty()));
        sharing.managedProperty().bind(sharing.visibleProperty());
        keepOneSelected(engine);
        keepOneSelected(version);
        address.textProperty().addListener((_, _, _) -> changed());
        key.textProperty().addListener((_, _, words) -> {
            anotherAccount.setVisible(keyKept && !words.isBlank());
            forgetTest();
        });
        show(engines.current());
        engine.selectedToggleProperty().addListener((_, _, _) -> engineChanged());
        version.selectedToggleProperty().addListener((_, _, _) -> changed());
        if (engines.decided() == MemoryEngines.Decided.BY_ENVIRONMENT) {
            environment.setText(texts.get("memory-settings.by-environment"));
            choices.setDisable(true);
            service.setDisable(true);
        } else {
            engines.badEnvironment().ifPresent(problem -> environment.setText(texts.get("memory-settings.bad-environment", texts.of(problem))));
        }
    }

    private static void keepOneSelected(ToggleGroup group) {
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            }
        });
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Whether what is entered could be used. */
    public ReadOnlyBooleanProperty usableProperty() {
        return usable.getReadOnlyProperty();
    }

    public boolean isUsable() {
        return usable.get();
    }

    /** Says what copies the desk's history to another memory. */
    void onCopy(Consumer<MemoryChoice> handler) {
        copying = handler;
    }

    /** Says what to do when the choice is made. */
    void onDone(Runnable handler) {
        done = handler;
    }

    /** Gives up what is under way: the form is gone. */
    void leave() {
        testing.cancel();
        looking.cancel();
        meaningController.leave();
        sharingController.leave();
    }

    private void show(MemoryChoice choice) {
        switch (choice) {
            case MemoryChoice.Embedded _ -> engine.selectToggle(local);
            case MemoryChoice.EverOs used -> {
                engine.selectToggle(used.version().needsKey() ? cloud : own);
                choose(used.version());
                address.setText(used.url().toString());
            }
        }
        changed();
    }

    private void choose(Version which) {
        Toggle toggle = which == Version.CLOUD_V2 ? second : first;
        version.selectToggle(toggle);
    }

    private Version version() {
        return own.isSelected() ? Version.SELF_HOSTED : second.isSelected() ? Version.CLOUD_V2 : Version.CLOUD_V1;
    }

    private Optional<URI> url() {
        return MemoryChoice.problem(address.getText()).isEmpty()
                ? Optional.of(URI.create(address.getText().strip().replaceFirst("/+$", ""))) : Optional.empty();
    }

    private void engineChanged() {
        if (!local.isSelected()) {
            address.setText(version().usualUrl().toString());
        }
        changed();
    }

    /** Another address or version: what was found out does not hold any more. */
    private void changed() {
        forgetTest();
        boolean service = !local.isSelected();
        keyLabel.setText(texts.get(version().needsKey() ? "memory-settings.key" : "memory-settings.key.optional"));
        addressProblem.setText(service && !address.getText().isBlank() ? MemoryChoice.problem(address.getText()).map(texts::of).orElse("") : "");
        usable.set(!service || url().isPresent());
        if (service && usable.get()) {
            Version which = version();
            URI at = url().get();
            looking.run(() -> new KeyEntry.Kept(engines.keyPlace(), engines.hasKey(which, at))).then(this::showKept).onFailure(this::failed);
        }
    }

    private void showKept(KeyEntry.Kept kept) {
        keyKept = kept.here();
        keyEntry.show(kept);
        anotherAccount.setVisible(keyKept && !key.getText().isBlank());
    }

    private void forgetTest() {
        testing.cancel();
        if (state.get() == State.TESTING) {
            state.set(State.READY);
        }
        connected = false;
        tested.clear();
        status.setText("");
        takeOther.setVisible(false);
    }

    @FXML
    private void test() {
        forgetTest();
        Version which = version();
        Optional<String> given = keyEntry.entered();
        url().ifPresent(at -> {
            state.set(State.TESTING);
            testing.run(() -> engines.test(which, at, given)).then(this::showTest).onFailure(this::failed);
        });
    }

    @FXML
    private void cancelTest() {
        forgetTest();
    }

    private void showTest(ConnectionTest answer) {
        state.set(State.READY);
        connected = answer.result() == ConnectionTest.Result.CONNECTED;
        tested.show(connected, texts.get("memory-settings.result", texts.of(answer.result()), answer.dialect().orElse(""), answer.version().orElse("")).strip(),
                connected ? capabilities(answer) : answer.detail());
        other = engines.spoken(answer).filter(_ -> !connected).or(() -> otherVersion(answer.result()));
        takeOther.setVisible(other.isPresent());
        other.ifPresent(which -> takeOther.setText(texts.get("memory-settings.take-other", texts.of(which))));
    }

    /** A key of one version of the cloud is refused by the other. */
    private Optional<Version> otherVersion(ConnectionTest.Result answer) {
        return answer == ConnectionTest.Result.WRONG_VERSION && version().needsKey()
                ? Optional.of(version() == Version.CLOUD_V1 ? Version.CLOUD_V2 : Version.CLOUD_V1) : Optional.empty();
    }

    private String capabilities(ConnectionTest answer) {
        return answer.capabilities().isEmpty() ? "" : texts.get("memory-settings.capabilities", answer.capabilities().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .map(each -> (each.getValue() ? "✓ " : "– ") + each.getKey()).collect(Collectors.joining("   ")));
    }

    @FXML
    private void takeOther() {
        other.ifPresent(which -> {
            String at = address.getText();
            engine.selectToggle(which.needsKey() ? cloud : own);
            choose(which);
            address.setText(at);
            test();
        });
    }

    @FXML
    private void apply() {
        MemoryChoice before = engines.current();
        MemoryChoice next = local.isSelected() ? new MemoryChoice.Embedded()
                : engines.service(version(), url().orElseThrow(), anotherAccount.isVisible() && anotherAccount.isSelected());
        if (next instanceof MemoryChoice.EverOs && !connected && !dialogs.confirm("memory-settings.untested.title", "memory-settings.untested.question", "memory-settings.untested.do")) {
            return;
        }
        if (next.equals(before)) {
            use(next);
            return;
        }
        looking.run(engines::hasHistory).then(has -> {
            if (has) {
                askAboutHistory(next);
            } else {
                use(next);
            }
        });
    }

    private void askAboutHistory(MemoryChoice next) {
        switch (dialogs.decide("memory-settings.history.title", "memory-settings.history.question", "memory-settings.history.copy", "memory-settings.history.leave")) {
            case 0 -> copyTo(next);
            case 1 -> use(next);
            default -> status.setText("");
        }
    }

    private void copyTo(MemoryChoice next) {
        Optional<String> given = keyEntry.entered();
        save(() -> {
            if (next instanceof MemoryChoice.EverOs service && given.isPresent()) {
                engines.keep(service, given.get());
            }
            return null;
        }, () -> copying.accept(next));
    }

    private void use(MemoryChoice next) {
        Optional<String> given = keyEntry.entered();
        save(() -> {
            engines.use(next, given);
            return null;
        }, () -> {});
    }

    private void save(java.util.concurrent.Callable<?> work, Runnable then) {
        state.set(State.SAVING);
        status.setText("");
        background.run(work).then(_ -> {
            then.run();
            done.run();
        }).onFailure(this::failed);
    }

    private void failed(Throwable problem) {
        state.set(State.READY);
        trouble.tell(problem, status);
    }
}
