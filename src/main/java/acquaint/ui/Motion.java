package acquaint.ui;

import acquaint.settings.Appearance;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Whether things may move as they come and go: the person's choice, or the system's. Scenes carry the pseudo-class {@code still}, by
 * which the stylesheet stops what turns and slides. JavaFX thread only.
 */
public final class Motion {

    private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");

    private final Preferences preferences;

    public Motion(Preferences preferences) {
        this.preferences = preferences;
    }

    boolean isReduced() {
        return switch (preferences.get().desktop().appearance().motion()) {
            case FULL -> false;
            case REDUCED -> true;
            case SYSTEM -> Platform.getPreferences().isReducedMotion();
        };
    }

    void choose(Appearance.Motion motion) {
        preferences.change(settings -> settings.withDesktop(settings.desktop().withAppearance(settings.desktop().appearance().withMotion(motion))));
        javafx.stage.Window.getWindows().forEach(window -> mark(window.getScene().getRoot()));
    }

    /** Marks this scene's root, and any that it has later. */
    void dress(Scene scene) {
        scene.rootProperty().subscribe(this::mark);
    }

    private void mark(Parent root) {
        root.pseudoClassStateChanged(STILL, isReduced());
    }
}
