package acquaint.ui;

import acquaint.casework.MemorySharing;
import acquaint.casework.MemorySharing.Status;
import acquaint.settings.Sharing;
import acquaint.settings.Sharing.Dialect;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The switch that shares the memory of this computer with other programs, and how. Each choice takes effect at once. */
public final class MemorySharingController {

    /** What came of the switch. */
    public enum State { OFF, STARTING, ON, TROUBLE }

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    /** Those below are for a system's own services. */
    private static final int LEAST_PORT = 1024;
    private static final int MOST_PORT = 65_535;

    private final MemorySharing sharing;
    private final Background background;
    private final Background.Sequence changing;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper(this, "possible");
    private final Consumer<Status> listener;

    @FXML private ToggleGroup dialect;
    @FXML private Switch share;
    @FXML private ToggleButton firstDialect;
    @FXML private ToggleButton secondDialect;
    @FXML private ToggleButton ownDialect;
    @FXML private TextField port;
    @FXML private Label portProblem;
    @FXML private HBox standing;
    @FXML private FontIcon icon;
    @FXML private Label stateWords;
    @FXML private CopyButton copyAddress;
    @FXML private SharingKeyController keyController;
    @FXML private Label problem;

    /** What was chosen last, whether or not it has taken effect yet. */
    private Sharing asked;

    public MemorySharingController(MemorySharing sharing, Background background, Texts texts) {
        this.sharing = sharing;
        this.background = background;
        this.changing = background.sequence();
        this.texts = texts;
        this.listener = status -> background.onFxThread(() -> show(status));
    }

    @FXML
    private void initialize() {
        Status now = sharing.status();
        asked = now.choice();
        share.setSelected(asked.on());
        share.accessibleTextProperty().bind(Bindings.concat(share.textProperty(), ": ", stateWords.textProperty()));
        dialect.selectToggle(switch (asked.dialect()) {
            case V1 -> firstDialect;
            case V2 -> secondDialect;
            case OSS -> ownDialect;
        });
        port.setText(Integer.toString(asked.port()));
        show(now);
        sharing.listen(listener);
        share.selectedProperty().addListener(_ -> apply());
        dialect.selectedToggleProperty().addListener((_, before, selected) -> {
            if (selected == null) {
                dialect.selectToggle(before);
            } else {
                apply();
            }
        });
        port.textProperty().addListener(_ -> portProblem.setText(enteredPort().isPresent() ? ""
                : texts.get("memory-sharing.port.bad", Integer.toString(LEAST_PORT), Integer.toString(MOST_PORT))));
        port.focusedProperty().addListener(_ -> apply());
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Whether the memory in use is one that can be shared. */
    ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /** The form is gone. */
    void leave() {
        sharing.forget(listener);
    }

    private Optional<Integer> enteredPort() {
        String text = port.getText().strip();
        return text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)).filter(number -> number >= LEAST_PORT && number <= MOST_PORT) : Optional.empty();
    }

    private Dialect chosenDialect() {
        return secondDialect.isSelected() ? Dialect.V2 : ownDialect.isSelected() ? Dialect.OSS : Dialect.V1;
    }

    /** The form as a whole; instead of a port that is none, the one before holds. */
    @FXML
    private void apply() {
        var next = new Sharing(share.isSelected(), chosenDialect(), enteredPort().orElse(asked.port()));
        if (!next.equals(asked)) {
            choose(next);
        }
    }

    @FXML
    private void again() {
        choose(asked);
    }

    private void choose(Sharing next) {
        asked = next;
        problem.setText("");
        changing.run(() -> {
            sharing.choose(next);
            return null;
        }).then(_ -> keyController.look()).onFailure(this::failed);
    }

    private void failed(Throwable failure) {
        asked = sharing.status().choice();
        new SaveTrouble(background, texts).tell(failure, problem);
    }

    private void show(Status status) {
        possible.set(status.state() != MemorySharing.State.ELSEWHERE);
        state.set(switch (status.state()) {
            case OFF, ELSEWHERE -> State.OFF;
            case STARTING -> State.STARTING;
            case ON -> State.ON;
            case PORT_TAKEN, PORT_REFUSED, NO_KEY, NO_MEMORY -> State.TROUBLE;
        });
        stateWords.setText(SharingWords.of(status, texts));
        standing.pseudoClassStateChanged(BAD, state.get() == State.TROUBLE);
        standing.pseudoClassStateChanged(GOOD, state.get() == State.ON);
        icon.setIconCode(switch (state.get()) {
            case OFF, STARTING -> Feather.CIRCLE;
            case ON -> Feather.CHECK_CIRCLE;
            case TROUBLE -> Feather.ALERT_TRIANGLE;
        });
        status.url().ifPresent(url -> copyAddress.offer(url.toString()));
    }
}
