package acquaint.ui;

import acquaint.settings.Appearance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * How large everything is: windows and dialogs lie in a {@link ZoomPane}, so that text, icons and distances keep their proportions as
 * in a browser; menus, tooltips, notices and lists that pop up have scenes of their own and follow by their size of text. JavaFX thread only.
 */
public final class Zoom {

    /** The steps that the keys take. */
    private static final int[] STEPS = {80, 90, 100, 110, 125, 150, 175, 200};
    /** The usual size of text, which {@code acquaint.css} gives to its root. */
    private static final double TEXT = 13;
    /** The usual size of an icon in a notice. */
    private static final double ICON = 16;
    private static final String POPUPS = ".context-menu, .tooltip, .combo-box-popup, .notice { -fx-font-size: %.2fpx; }"
            + " .notice .ikonli-font-icon { -fx-icon-size: %.2fpx; }";

    private final Preferences preferences;
    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(this, "factor", 1);
    private final ReadOnlyStringWrapper popups = new ReadOnlyStringWrapper(this, "popups", "");

    public Zoom(Preferences preferences) {
        this.preferences = preferences;
        apply();
    }

    /** 1 for the usual size. */
    ReadOnlyDoubleProperty factorProperty() {
        return factor.getReadOnlyProperty();
    }

    int percent() {
        return preferences.get().desktop().appearance().fontPercent();
    }

    void choose(int percent) {
        preferences.change(settings -> settings.withDesktop(settings.desktop().withAppearance(settings.desktop().appearance().withFontPercent(percent))));
        apply();
    }

    void larger() {
        int now = percent();
        for (int step : STEPS) {
            if (step > now) {
                choose(step);
                return;
            }
        }
    }

    void smaller() {
        int now = percent();
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < now) {
                choose(STEPS[i]);
                return;
            }
        }
    }

    void usual() {
        choose(Appearance.USUAL.fontPercent());
    }

    /** A scene that shows {@code root} as large as is chosen, now and later. */
    Scene scene(Parent root, double width, double height) {
        var scene = new Scene(new ZoomPane(root, factorProperty()), width, height);
        dressPopups(scene);
        return scene;
    }

    /** As {@link #scene}, for a dialog's scene, which wants its own root back between showings. */
    void dress(Scene scene) {
        dressPopups(scene);
        Window window = scene.getWindow();
        window.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> {
            Parent root = scene.getRoot();
            scene.setRoot(new Group());
            scene.setRoot(new ZoomPane(root, factorProperty()));
        });
        window.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> {
            if (scene.getRoot() instanceof ZoomPane zoomed) {
                scene.setRoot(new Group());
                scene.setRoot(zoomed.release());
            }
        });
    }

    private void dressPopups(Scene scene) {
        ObservableValue<Boolean> showing = scene.windowProperty().flatMap(Window::showingProperty).orElse(false);
        popups.when(showing).subscribe((before, now) -> {
            scene.getStylesheets().remove(before);
            scene.getStylesheets().add(now);
        });
        scene.getStylesheets().add(popups.get());
    }

    private void apply() {
        double chosen = percent() / 100.0;
        factor.set(chosen);
        String rule = String.format(Locale.ROOT, POPUPS, TEXT * chosen, ICON * chosen);
        popups.set("data:text/css," + URLEncoder.encode(rule, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
