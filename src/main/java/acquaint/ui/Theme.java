package acquaint.ui;

import acquaint.settings.Settings;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light and dark: the user's choice, or the system's as it changes. One stylesheet of ours serves both. JavaFX thread only. */
public final class Theme {

    private static final String[] FONTS = {
        "Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "NotoEmoji-Regular.woff"};
    private static final String STYLE = "/style/acquaint.css";

    /** Works as long as it is held. */
    private final ClickedFocus clicked = new ClickedFocus();
    private final Preferences preferences;

    public Theme(Preferences preferences) {
        this.preferences = preferences;
        Platform.getPreferences().colorSchemeProperty().addListener(_ -> apply());
        apply();
    }

    /** Fonts come with the program, so that it looks alike on every machine and needs none installed. Before the first window. */
    public static void loadFonts() {
        for (String font : FONTS) {
            Font.loadFont(Theme.class.getResource("/font/" + font).toExternalForm(), 13);
        }
    }

    void dress(Scene scene) {
        scene.getStylesheets().add(Theme.class.getResource(STYLE).toExternalForm());
    }

    void choose(Settings.Theme theme) {
        preferences.change(settings -> settings.withTheme(theme));
        apply();
    }

    /** From what is shown now to the other one. */
    void toggle() {
        choose(isDark() ? Settings.Theme.LIGHT : Settings.Theme.DARK);
    }

    private boolean isDark() {
        return switch (preferences.get().theme()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
