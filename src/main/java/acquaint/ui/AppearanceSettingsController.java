package acquaint.ui;

import acquaint.settings.Appearance;
import acquaint.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.util.StringConverter;

/** How the window looks: colours, size, motion and language; each choice is in force at once, but for the language. */
public final class AppearanceSettingsController {

    /** Empty for the system's language. */
    static final List<Optional<String>> LANGUAGES = List.of(Optional.empty(), Optional.of("en"), Optional.of("de"));

    private final Preferences preferences;
    private final Theme theme;
    private final Zoom zoom;
    private final Motion motion;
    private final Texts texts;

    @FXML private ComboBox<Settings.Theme> colours;
    @FXML private Slider textSize;
    @FXML private Label textPercent;
    @FXML private Button usual;
    @FXML private ComboBox<Appearance.Motion> moving;
    @FXML private ComboBox<Optional<String>> language;
    @FXML private Label restart;

    public AppearanceSettingsController(Preferences preferences, Theme theme, Zoom zoom, Motion motion, Texts texts) {
        this.preferences = preferences;
        this.theme = theme;
        this.zoom = zoom;
        this.motion = motion;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        colours.getItems().setAll(Settings.Theme.values());
        colours.setConverter(new EnumWords<>(texts));
        colours.setValue(preferences.get().theme());
        colours.setOnAction(_ -> theme.choose(colours.getValue()));
        moving.getItems().setAll(Appearance.Motion.values());
        moving.setConverter(new EnumWords<>(texts));
        moving.setValue(preferences.get().desktop().appearance().motion());
        moving.setOnAction(_ -> motion.choose(moving.getValue()));
        language.getItems().setAll(LANGUAGES);
        language.setConverter(new LanguageWords(texts));
        language.setValue(preferences.get().language());
        language.setOnAction(_ -> chooseLanguage());
        textSize.setMin(Appearance.LEAST_PERCENT);
        textSize.setMax(Appearance.MOST_PERCENT);
        zoom.factorProperty().when(textSize.sceneProperty().map(_ -> true).orElse(false)).subscribe(_ -> showSize());
        textSize.valueProperty().subscribe(this::sizeMoved);
        textSize.valueChangingProperty().subscribe(this::sizeMoved);
    }

    @FXML
    private void usualSize() {
        zoom.usual();
    }

    private void showSize() {
        textSize.setValue(zoom.percent());
        textPercent.setText(texts.get("appearance.percent", zoom.percent()));
        usual.setDisable(zoom.percent() == Appearance.USUAL.fontPercent());
    }

    /** While the thumb is dragged only the number follows: the slider would move away under the pointer. */
    private void sizeMoved() {
        int chosen = (int) Math.round(textSize.getValue() / 5) * 5;
        textPercent.setText(texts.get("appearance.percent", chosen));
        if (!textSize.isValueChanging() && textSize.getScene() != null) {
            zoom.choose(chosen);
        }
    }

    /** Every pane is built with its words. */
    private void chooseLanguage() {
        preferences.change(settings -> settings.withLanguage(language.getValue()));
        restart.setVisible(true);
    }

    /** A language is called what its speakers call it. */
    static String name(Optional<String> tag, Texts texts) {
        return tag.map(Locale::forLanguageTag).map(locale -> locale.getDisplayLanguage(locale)).orElseGet(() -> texts.get("menu.language.system"));
    }

    private static final class LanguageWords extends StringConverter<Optional<String>> {

        private final Texts texts;

        LanguageWords(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(Optional<String> tag) {
            return tag == null ? "" : name(tag, texts);
        }

        @Override
        public Optional<String> fromString(String text) {
            throw new UnsupportedOperationException("a language is chosen, not typed");
        }
    }
}
