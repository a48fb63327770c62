package acquaint.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.casework.PrivacyRules;
import acquaint.privacy.Ledger;
import acquaint.privacy.LedgerCheck;
import acquaint.privacy.Masking;
import acquaint.settings.PrivacyChoice;
import acquaint.settings.PrivacyChoice.Guard;
import java.io.File;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses what is masked, lets a team try it on a text, and checks and exports the ledger of what left for language models. */
public final class PrivacySettingsController {

    /** Whether the ledger is being read. */
    public enum State { READY, WORKING }

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final PrivacyRules rules;
    private final Ledger ledger;
    private final Background background;
    private final Background.Slot working;
    private final Background.Slot trying;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.READY);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");

    @FXML private CheckComboBox<String> countries;
    @FXML private TextArea names;
    @FXML private ToggleGroup guard;
    @FXML private RadioButton guardSecrets;
    @FXML private RadioButton guardAll;
    @FXML private RadioButton guardOff;
    @FXML private Label privacyStatus;
    @FXML private TextArea tried;
    @FXML private Label masked;
    @FXML private Label ledgerPlace;
    @FXML private VBox ledgerResult;
    @FXML private FontIcon ledgerIcon;
    @FXML private Label ledgerWords;

    public PrivacySettingsController(PrivacyRules rules, Ledger ledger, Background background, Texts texts) {
        this.rules = rules;
        this.ledger = ledger;
        this.background = background;
        this.working = background.slot();
        this.trying = background.slot();
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        countries.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return country(code);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("countries are not typed");
            }
        });
        countries.getItems().setAll(List.of(Locale.getISOCountries()).stream().sorted(Comparator.comparing(this::country)).toList());
        PrivacyChoice now = rules.current();
        now.regions().forEach(code -> countries.getCheckModel().check(code));
        names.setText(String.join("\n", now.names()));
        guard.selectToggle(switch (now.remoteMemory()) {
            case SECRETS -> guardSecrets;
            case ALL -> guardAll;
            case OFF -> guardOff;
        });
        ledgerPlace.setText(texts.get("privacy-settings.ledger.text", ledger.path().toString()));
        countries.getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) _ -> entered());
        names.textProperty().addListener(_ -> entered());
        guard.selectedToggleProperty().addListener(_ -> entered());
        tried.textProperty().addListener(_ -> tryOut());
    }

    private String country(String code) {
        return Locale.of("", code).getDisplayCountry(texts.locale());
    }

    public ScreenState<State> getState() {
        return state;
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
        working.cancel();
        trying.cancel();
    }

    private PrivacyChoice entry() {
        var regions = new LinkedHashSet<>(countries.getCheckModel().getCheckedItems());
        List<String> listed = names.getText().lines().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        return new PrivacyChoice(regions, listed, guardAll.isSelected() ? Guard.ALL : guardOff.isSelected() ? Guard.OFF : Guard.SECRETS);
    }

    private void entered() {
        PrivacyChoice entered = entry();
        boolean none = entered.regions().isEmpty();
        privacyStatus.setText(none ? texts.get("privacy-settings.no-country") : "");
        changed.set(!none && !entered.equals(rules.current()));
        tryOut();
    }

    private void tryOut() {
        String text = tried.getText();
        PrivacyChoice entered = entry();
        trying.run(() -> text.isBlank() ? "" : new Masking(rules.tried(entered)).mask(text).text()).then(masked::setText);
    }

    @FXML
    private void apply() {
        PrivacyChoice next = entry();
        background.run(() -> {
            rules.use(next);
            return null;
        }).then(_ -> {
            changed.set(!entry().equals(rules.current()));
            privacyStatus.setText(texts.get("privacy-settings.applied"));
        }).onFailure(problem -> failed(problem, privacyStatus));
    }

    private void failed(Throwable problem, Label where) {
        state.set(State.READY);
        new SaveTrouble(background, texts).tell(problem, where);
    }

    @FXML
    private void verify() {
        ledgerWords.setText("");
        state.set(State.WORKING);
        working.run(ledger::verify).then(this::show).onFailure(problem -> failed(problem, ledgerWords));
    }

    private void show(LedgerCheck check) {
        state.set(State.READY);
        ledgerResult.pseudoClassStateChanged(BAD, !check.whole());
        ledgerIcon.setIconCode(check.whole() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
        ledgerWords.setText(check.flaw().map(flaw -> texts.get("privacy-settings.flaw", flaw.number())).orElseGet(() -> texts.get("privacy-settings.whole", check.lines())));
    }

    @FXML
    private void export() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("privacy-settings.export"));
        chooser.setInitialFileName("ledger.json");
        File file = chooser.showSaveDialog(ledgerWords.getScene().getWindow());
        if (file == null) {
            return;
        }
        ledgerWords.setText("");
        state.set(State.WORKING);
        working.run(() -> {
            try (var out = Files.newBufferedWriter(file.toPath(), UTF_8)) {
                ledger.export(out);
            }
            return file;
        }).then(written -> {
            state.set(State.READY);
            ledgerResult.pseudoClassStateChanged(BAD, false);
            ledgerIcon.setIconCode(Feather.CHECK_CIRCLE);
            ledgerWords.setText(texts.get("privacy-settings.exported", written.getName()));
        }).onFailure(problem -> failed(problem, ledgerWords));
    }

    @FXML
    private void cancel() {
        working.cancel();
        state.set(State.READY);
    }
}
